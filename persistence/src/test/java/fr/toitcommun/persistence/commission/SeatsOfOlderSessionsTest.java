package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.reference.Reference;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of sessions that are older than the rule of who sits for what. */
class SeatsOfOlderSessionsTest {
  private static final long PLANNED = 1;
  private static final long CLOSED = 2;
  private static final long SIGNED = 3;
  private static final long IN_TWO_DEPARTEMENTS = 4;
  private static Jdbi jdbi;

  /** A file of the version before, then brought up to date. */
  @BeforeAll
  static void migrate() {
    DataSource own = TestDatabase.blank();
    Flyway.configure().dataSource(own).target("29").load().migrate();
    jdbi = Reads.over(own);
    jdbi.useHandle(
        handle -> {
          handle.execute(
              """
              insert into partner (id, kind, name, address, registering) values
                (1, 'LANDLORD', 'Bailleur', 'Nantes', true), (2, 'LANDLORD', 'Autre', 'Nantes', true),
                (3, 'STATE', 'Préfecture', 'Nantes', true), (4, 'LOCAL_AUTHORITY', 'Ville', 'Nantes', true);
              insert into partner_territory (partner_id, level, code) values (3, 'DEPARTEMENT', '49');
              insert into agent (id, login, given_name, surname, partner_id) values (1, 'prefecture', 'A', 'B', 3);
              insert into dwelling (id, landlord_id, internal_reference, municipality_code, address, lift, category, dwelling_type,
                surface, main_rent, charges, scheme, priority_district, wheelchair)
              select n, case when n < 3 then 1 else 2 end, 'R' || n, case n when 4 then '49007' else '44109' end, 'rue Haute', true,
                'A', 'T3', 62, 420, 60, 'PLUS', false, false from generate_series(1, 4) n;
              insert into reservation_agreement (id, version, landlord_id, holder_id, departement_code, quota, percent, designation_days,
                signed_on, valid_from) values (1, 1, 1, 4, '44', 'COLTER', 1, 30, '2020-01-01', '2020-01-01');
              insert into vacancy (id, version, dwelling_id, available_from, declared_on, quota, status, designation, agreement_id)
              select n, 1, n, '2026-01-01', '2026-01-01', case n when 2 then 'COLTER' else 'AUCUN' end, 'OPEN',
                case n when 2 then 'DESIGNATED' else 'NONE' end, case n when 2 then 1 end from generate_series(1, 4) n;
              insert into commission (id, landlord_id, name) values (1, 1, 'Commission'), (2, 2, 'Commission');
              insert into commission_session (id, version, commission_id, held_at, place, status)
              select n, 1, case when n < 4 then 1 else 2 end, '2026-11-02 09:00', 'Siège', case when n in (2, 3) then 'CLOSED' else 'PLANNED' end
              from generate_series(1, 4) n;
              insert into commission_item (id, session_id, position, vacancy_id) values
                (1, 1, 1, 1), (2, 1, 2, 2), (3, 2, 1, 1), (4, 2, 2, 2), (5, 3, 1, 1), (6, 4, 1, 3), (7, 4, 2, 4);
              insert into session_attendee (id, session_id, position, name, capacity, voice, attendance, concerns, agent_id)
              select row_number() over (), s.id, 1, p.name, p.capacity, 'DELIBERATIVE', 'PRESENT', p.concerns, p.agent
              from commission_session s, (values
                ('Maire – Nantes', 'MAYOR', null, null), ('Maire – Rezé', 'MAYOR', null, null), ('Anne Roux', 'MAYOR', null, null),
                ('Préfecture – 49', 'STATE_REPRESENTATIVE', null, null), ('Yann Ba', 'STATE_REPRESENTATIVE', null, null),
                ('Hélène Caro', 'STATE_REPRESENTATIVE', null, 1), ('Le Bot', 'LANDLORD_MEMBER', null, null),
                ('Réservataire', 'RESERVATION_HOLDER', 'COLTER', null)) p (name, capacity, concerns, agent);
              insert into commission_member (commission_id, name, capacity, voice, agent_id, valid_from) values
                (1, 'Yann Ba', 'STATE_REPRESENTATIVE', 'DELIBERATIVE', null, '2020-01-01'),
                (1, 'Hélène Caro', 'STATE_REPRESENTATIVE', 'DELIBERATIVE', 1, '2020-01-01'),
                (1, 'Le Bot', 'LANDLORD_MEMBER', 'DELIBERATIVE', null, '2020-01-01'),
                (2, 'Jean Guen', 'STATE_REPRESENTATIVE', 'DELIBERATIVE', null, '2020-01-01');
              insert into session_minutes (session_id, number, pdf, sha256, signed_by, signed_at)
              values (3, 0, '', repeat('0', 64), 'Le Bot', '2026-11-03');
              """);
        });
    Flyway.configure().dataSource(own).load().migrate();
  }

  @Test
  void L_441_2_sessionsToComeSayForWhatEachSitsWhereThatIsKnown() {
    assertThat(told(PLANNED))
        .isEqualTo(
            Map.of(
                "Maire – Nantes", "44109",
                "Maire – Rezé", "44143",
                "Anne Roux", "null",
                "Préfecture – 49", "49",
                "Yann Ba", "44",
                "Hélène Caro", "49",
                "Le Bot", "null",
                "Réservataire", "COLTER"));
    assertThat(told(IN_TWO_DEPARTEMENTS))
        .containsEntry("Yann Ba", "null")
        .containsEntry("Hélène Caro", "49");
    assertThat(voices(PLANNED)).containsExactlyInAnyOrder("Maire – Nantes", "Yann Ba", "Le Bot");
    List<String> standing =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select name || coalesce(' ' || concerns, '') from commission_member")
                    .mapTo(String.class)
                    .list());
    assertThat(standing)
        .containsExactlyInAnyOrder("Yann Ba 44", "Hélène Caro 49", "Le Bot", "Jean Guen");
  }

  @Test
  void L_441_2_aClosedSessionYetToBeSignedKeepsTheQuorumItHad() {
    assertThat(told(CLOSED)).isEqualTo(told(PLANNED));
    assertThat(voices(CLOSED))
        .containsExactlyInAnyOrder("Maire – Nantes", "Anne Roux", "Yann Ba", "Le Bot");
  }

  @Test
  void R_441_9_whatIsSignedIsLeftAsItWas() {
    assertThat(told(SIGNED))
        .containsEntry("Maire – Nantes", "null")
        .containsEntry("Yann Ba", "null");
    assertThat(voices(SIGNED)).hasSize(7).doesNotContain("Réservataire");
  }

  @Test
  void R_441_9_theHolderConvenedUnderItsContingentIsWhomThatWasOfferedTo() {
    assertThat(holder(PLANNED)).isEqualTo(4);
    assertThat(holder(CLOSED)).isEqualTo(4);
    assertThat(holder(IN_TWO_DEPARTEMENTS)).as("nothing of it on the agenda").isNull();
  }

  private static Long holder(long session) {
    return read(session).attendees().stream()
        .filter(one -> one.getName().equals("Réservataire"))
        .findFirst()
        .orElseThrow()
        .getPartnerId();
  }

  private static Map<String, String> told(long session) {
    Map<String, String> told = new TreeMap<>();
    read(session).attendees().forEach(one -> told.put(one.getName(), "" + one.getConcerns()));
    return told;
  }

  /** Whose voice counts on the first dwelling, of Nantes and reserved for nobody. */
  private static List<String> voices(long session) {
    SessionDetail read = read(session);
    return read.attendees().stream()
        .filter(one -> read.items().get(0).voices().contains(one.getAttendeeId()))
        .map(AttendeeForm::getName)
        .toList();
  }

  private static SessionDetail read(long session) {
    return new SessionReader(jdbi)
        .find(session, Reference.load(jdbi), TestDatabase.TODAY, (candidacies, on) -> Map.of())
        .orElseThrow();
  }
}
