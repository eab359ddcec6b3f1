package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.allocation.eligibility.Candidacy;
import fr.toitcommun.persistence.allocation.eligibility.CandidateFigures;
import fr.toitcommun.persistence.allocation.eligibility.Means;
import fr.toitcommun.persistence.reference.Reference;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses once minutes are signed, and what must stay possible. */
class SignedSessionTest {
  private static final byte[] FILE = "the minutes".getBytes(StandardCharsets.UTF_8);
  private static final FigureSource NO_FIGURES = (candidacies, day) -> Map.of();
  private static Jdbi jdbi;
  private static long session;

  @BeforeAll
  static void sign() {
    jdbi = TestDatabase.loaded(600, 7);
    jdbi.useHandle(
        handle -> {
          session =
              number(
                  handle,
                  "select min(i.session_id) from commission_item i join item_candidate c on"
                      + " c.item_id = i.id join commission_session s on s.id = i.session_id"
                      + " where s.status = 'CLOSED' and c.motive is not null and not exists"
                      + " (select 1 from session_minutes m where m.session_id = s.id)");
          MinutesStore.keep(handle, session, null, FILE, "Solène Quéméneur", Instant.EPOCH, null);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update commission_session set place = 'ailleurs' where id = :s",
        "update commission_session set held_at = held_at + interval '1 day' where id = :s",
        "update commission_session set status = 'PLANNED' where id = :s",
        "update session_attendee set attendance = 'ABSENT' where session_id = :s",
        "delete from session_attendee where session_id = :s",
        "insert into session_attendee (id, session_id, position, name, capacity, voice, attendance)"
            + " values (nextval('session_attendee_seq'), :s, 99, 'x', 'MAYOR', 'ADVISORY',"
            + " 'PRESENT')",
        "update commission_item set exception = 'ADAPTED_PLAI' where session_id = :s",
        "delete from commission_item where session_id = :s",
        "update item_candidate set decision = 'ALLOCATION', motive = null where motive is not null"
            + " and item_id in (select id from commission_item where session_id = :s)",
        "update item_candidate set rank = 9 where item_id in (select id from commission_item where"
            + " session_id = :s)",
        "update item_candidate set motive_detail = 'x' where item_id in (select id from"
            + " commission_item where session_id = :s)",
        "delete from item_candidate where item_id in (select id from commission_item where"
            + " session_id = :s)",
        "update session_minutes set pdf = 'x' where session_id = :s",
        "update session_minutes set signed_by = 'x' where session_id = :s",
        "update session_minutes set pdf = null, erased_on = '2030-01-01', sha256 = repeat('0', 64)"
            + " where session_id = :s",
        "delete from session_minutes where session_id = :s"
      })
  void R_441_9_theDatabaseRefusesToChangeWhatIsSigned(String sql) {
    assertThatThrownBy(
            () -> jdbi.useHandle(handle -> handle.createUpdate(sql).bind("s", session).execute()))
        .hasMessageContaining("The minutes of this session are signed");
  }

  @Test
  void R_441_3_whatFollowsFromADecisionStaysPossible() {
    jdbi.useHandle(
        handle -> {
          assertThat(
                  handle
                      .createUpdate(
                          "update item_candidate set condition_met_on = '2026-01-01',"
                              + " condition_text = null, motive_detail = null where item_id in"
                              + " (select id from commission_item where session_id = :s)")
                      .bind("s", session)
                      .execute())
              .isPositive();
        });
  }

  @Test
  void R_441_9_theFileIsServedByteForByteAndAnErrorIsToldByAnAnnex() {
    jdbi.useHandle(
        handle -> {
          assertThat(MinutesStore.file(handle, session, 0)).contains(FILE);
          handle.useTransaction(
              tx -> {
                MinutesStore.keep(
                    tx, session, "Logement 2", new byte[] {1}, "X", Instant.EPOCH, null);
                List<SignedMinutes> signed = MinutesStore.of(tx, session);
                assertThat(signed).extracting(SignedMinutes::number).containsExactly(0, 1);
                assertThat(signed.get(0).sha256()).isEqualTo(MinutesStore.digest(FILE));
                tx.rollback();
              });
        });
  }

  @Test
  void R_441_9_aYearsReportCountsWhatItsSessionsHold() {
    jdbi.useHandle(
        handle -> {
          long landlord =
              number(
                  handle,
                  "select c.landlord_id from commission c join commission_session s on"
                      + " s.commission_id = c.id where s.status = 'CLOSED' group by 1 order by"
                      + " count(*) desc limit 1");
          CommissionReportReader reports = new CommissionReportReader(jdbi);
          int year = reports.years(landlord).get(0);
          CommissionReport report = reports.read(landlord, "x", null, null, year);
          String held =
              " from commission_session s join commission c on c.id = s.commission_id join"
                  + " commission_item i on i.session_id = s.id join item_candidate k on k.item_id ="
                  + " i.id where s.status = 'CLOSED' and extract(year from s.held_at) = "
                  + year
                  + " and c.landlord_id = "
                  + landlord;
          assertThat((long) report.sessions())
              .isEqualTo(number(handle, "select count(distinct s.id)" + held))
              .isPositive();
          assertThat((long) report.candidates())
              .isEqualTo(number(handle, "select count(k.decision)" + held));
          assertThat(report.decisions().stream().mapToLong(CommissionReport.Count::number).sum())
              .isEqualTo(number(handle, "select count(k.decision)" + held));
          assertThat(report.attendance()).isNotEmpty();
        });
  }

  @Test
  void R_441_2_6_aSheetTellsNoHealthAndReadsAllCandidatesAtOnce() {
    jdbi.useHandle(
        handle -> {
          long planned =
              number(
                  handle,
                  "select i.session_id from item_candidate c join commission_item i on i.id ="
                      + " c.item_id group by 1 order by count(*) desc, 1 limit 1");
          handle.execute(
              "update demand set priority_grounds = 2 | 8 where id in (select r.demand_id from"
                  + " item_candidate c join commission_item i on i.id = c.item_id join proposal r"
                  + " on r.id = c.proposal_id where i.session_id = ?)",
              planned);
          handle.execute(
              "insert into demand_score select distinct r.demand_id, g.territory_code, g.id, 12,"
                  + " 15, '{12}'::smallint[], '{15}'::smallint[], date '2026-12-01', date"
                  + " '2026-12-01' from item_candidate c join commission_item i on i.id = c.item_id"
                  + " join proposal r on r.id = c.proposal_id join vacancy v on v.id = i.vacancy_id"
                  + " join dwelling w on w.id = v.dwelling_id join municipality m on m.code ="
                  + " w.municipality_code join scoring_grid g on g.territory_code in (m.epci_siren,"
                  + " m.departement_code) and g.in_force_from <= '2026-12-01' and"
                  + " coalesce(g.in_force_to > '2026-12-01', true) where i.session_id = ? on"
                  + " conflict (demand_id, territory_code) do update set score = 12,"
                  + " score_if_proven = 15, points = '{12}', points_if_proven = '{15}'",
              planned);
          var sheets = SheetReader.ofSession(jdbi, planned, LocalDate.of(2026, 12, 1));
          SessionDetail session =
              new SessionReader(jdbi)
                  .find(planned, Reference.load(jdbi), LocalDate.of(2026, 12, 1), NO_FIGURES)
                  .orElseThrow();
          assertThat(sheets)
              .hasSize(
                  (int) session.items().stream().mapToLong(item -> item.candidates().size()).sum());
          assertThat(sheets.values())
              .allSatisfy(
                  sheet -> {
                    assertThat(sheet.grounds()).containsExactly("C");
                    assertThat(sheet.protectedGround()).isTrue();
                    assertThat(sheet.score()).isEqualTo(12);
                    assertThat(sheet.scoreIfProven()).isEqualTo(15);
                  });
        });
  }

  @Test
  void R_441_3_1_theFiguresOfAllCandidatesAreAskedForOnceOnTheDayOfTheSession() {
    List<LocalDate> days = new ArrayList<>();
    FigureSource source =
        (candidacies, day) -> {
          days.add(day);
          return candidacies.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, one -> figures(one.getValue())));
        };
    SessionDetail read =
        new SessionReader(jdbi)
            .find(session, Reference.load(jdbi), LocalDate.of(2026, 12, 1), source)
            .orElseThrow();

    assertThat(days).containsExactly(read.heldAt().toLocalDate());
    assertThat(read.items())
        .isNotEmpty()
        .allSatisfy(
            item ->
                assertThat(item.candidates())
                    .allSatisfy(
                        one -> {
                          assertThat(one.figures().vacancyId())
                              .isEqualTo(item.vacancy().vacancyId());
                          assertThat(one.figures().demandId())
                              .isEqualTo(
                                  jdbi.withHandle(
                                      handle ->
                                          number(
                                              handle,
                                              "select demand_id from proposal where id = "
                                                  + one.proposalId())));
                          assertThat(one.effortRate()).as("none was given").isNull();
                        }));
    assertThat(
            new SessionReader(jdbi)
                .find(session, Reference.load(jdbi), LocalDate.of(2026, 12, 1), NO_FIGURES)
                .orElseThrow()
                .items())
        .allSatisfy(
            item ->
                assertThat(item.candidates())
                    .as("an erased demand has none")
                    .allSatisfy(one -> assertThat(one.monthlyResources()).isNull()));
  }

  private static CandidateFigures figures(Candidacy one) {
    return new CandidateFigures(
        one.vacancy().vacancyId(),
        one.demandId(),
        "",
        null,
        new Means(null, null, false, 0),
        List.of(),
        List.of());
  }

  private static long number(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }
}
