package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.reference.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who sits for what: in Java and in SQL, in several départements and under a shared contingent. */
class SeatTest {
  private static Jdbi jdbi;
  private static Reference reference;
  private static long session;
  private static long city;
  private static long council;
  private static VacancyRow inNantes;
  private static VacancyRow inAngers;
  private static VacancyRow offered;
  private static VacancyRow unoffered;

  /**
   * All that is planned in one session, with a dwelling of Nantes, one of Angers, one offered to a
   * holder of a shared contingent and one of that contingent that was offered to nobody. Its
   * dwellings are moved: it needs a file of its own.
   */
  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(800, 8);
    reference = Reference.load(jdbi);
    jdbi.useHandle(
        handle -> {
          session =
              number(handle, "select min(id) from commission_session where status = 'PLANNED'");
          List<Long> vacancies =
              handle
                  .createQuery(
                      "select i.vacancy_id from commission_item i join commission_session s on s.id"
                          + " = i.session_id where s.status = 'PLANNED' and exists (select 1 from"
                          + " item_candidate c where c.item_id = i.id) order by i.id limit 4")
                  .mapTo(Long.class)
                  .list();
          handle.execute(
              "update commission_item i set session_id = ?, position = 100 + position from"
                  + " commission_session s where s.id = i.session_id and s.status = 'PLANNED'",
              session);
          List<Long> holders =
              handle
                  .createQuery(
                      "select id from partner where kind in ('LOCAL_AUTHORITY', 'DEPARTMENT') order"
                          + " by id limit 2")
                  .mapTo(Long.class)
                  .list();
          city = holders.get(0);
          council = holders.get(1);
          settle(handle, vacancies, 0, "44109", "AUCUN");
          settle(handle, vacancies, 1, "49007", "AUCUN");
          settle(handle, vacancies, 2, "44109", "COLTER");
          settle(handle, vacancies, 3, "44109", "COLTER");
          handle.execute(
              """
              insert into reservation_agreement (id, version, landlord_id, holder_id, departement_code, quota, percent,
                designation_days, signed_on, valid_from)
              select 900001, 1, w.landlord_id, ?, '44', 'COLTER', 1, 30, date '2020-01-01', date '2020-01-01'
              from vacancy v join dwelling w on w.id = v.dwelling_id where v.id = ?
              """,
              city,
              vacancies.get(2));
          handle.execute(
              "update vacancy set agreement_id = 900001, designation = 'DESIGNATED',"
                  + " designation_deadline = date '2026-11-30', offered_quota = 'COLTER',"
                  + " offered_on = date '2026-11-01' where id = ?",
              vacancies.get(2));
        });
    List<VacancyRow> dwellings = items().stream().map(SessionDetail.Item::vacancy).toList();
    inNantes = dwellings.get(0);
    inAngers = dwellings.get(1);
    offered = dwellings.get(2);
    unoffered = dwellings.get(3);
  }

  /** Gives a dwelling its place on the agenda and in the world, offered to nobody. */
  private static void settle(
      Handle handle, List<Long> vacancies, int index, String municipality, String quota) {
    long vacancy = vacancies.get(index);
    handle.execute("update commission_item set position = ? where vacancy_id = ?", index, vacancy);
    handle.execute(
        "update dwelling set municipality_code = ? where id = (select dwelling_id from vacancy"
            + " where id = ?)",
        municipality,
        vacancy);
    handle.execute(
        "update vacancy set quota = ?, agreement_id = null, designation = 'NONE' where id = ?",
        quota,
        vacancy);
  }

  @Test
  void L_441_2_theStateSitsForTheDwellingsOfItsDepartementOnly() {
    AttendeeForm angers = member("STATE_REPRESENTATIVE", "49", null);
    assertThat(angers.sitsFor(inAngers, reference)).isTrue();
    assertThat(angers.sitsFor(inNantes, reference)).isFalse();
    assertThat(seen(angers)).contains(inAngers.vacancyId()).doesNotContain(inNantes.vacancyId());
    assertThat(detail().seenBy(angers, reference).items())
        .allMatch(item -> item.vacancy().departementCode().equals("49"));
    angers.setAttendance("PRESENT");
    assertThat(angers.countsFor(inAngers, Set.of(), reference)).isTrue();
    assertThat(angers.countsFor(inNantes, Set.of(), reference)).isFalse();
  }

  @Test
  void L_441_2_theLawConvenesTheStateInEachDepartementForItsDwellings() {
    List<AttendeeForm> state =
        MembersByLaw.of(detail(), reference).stream()
            .filter(one -> "STATE_REPRESENTATIVE".equals(one.getCapacity()))
            .toList();
    assertThat(state).extracting(AttendeeForm::getConcerns).contains("44", "49");
    for (SessionDetail.Item item : items()) {
      assertThat(state)
          .filteredOn(one -> one.sitsFor(item.vacancy(), reference))
          .extracting(AttendeeForm::getConcerns)
          .containsExactly(item.vacancy().departementCode());
    }
  }

  @Test
  void R_441_9_aHolderSitsForWhatWasOfferedToItselfNotToAnotherOfTheContingent() {
    assertThat(member("RESERVATION_HOLDER", "COLTER", city).sitsFor(offered, reference)).isTrue();
    for (Long other : new Long[] {council, null}) {
      AttendeeForm holder = member("RESERVATION_HOLDER", "COLTER", other);
      assertThat(holder.sitsFor(offered, reference)).isFalse();
      assertThat(holder.sitsFor(unoffered, reference)).as("whose it is, is not known").isTrue();
      assertThat(holder.sitsFor(inNantes, reference)).isFalse();
      assertThat(seen(holder)).contains(unoffered.vacancyId()).doesNotContain(offered.vacancyId());
    }
  }

  @Test
  void R_441_9_theLawConvenesTheHolderOfAnOfferByItsName() {
    List<AttendeeForm> holders =
        MembersByLaw.of(detail(), reference).stream()
            .filter(one -> one.getPartnerId() != null && one.getPartnerId() == city)
            .toList();
    assertThat(holders).hasSize(1);
    assertThat(holders.get(0).getName()).contains(offered.offer().holder());
    assertThat(holders.get(0).sitsFor(offered, reference)).isTrue();
  }

  @Test
  void L_441_2_whoStatedNothingSatForAllInASessionClosedBeforeThatWasKept() {
    AttendeeForm mayor = member("MAYOR", null, null);
    assertThat(mayor.sitsFor(inNantes, reference)).isFalse();
    mayor.setForAll(true);
    assertThat(mayor.sitsFor(inNantes, reference)).isTrue();
    mayor.setConcerns("44143");
    assertThat(mayor.sitsFor(inNantes, reference)).as("stated").isFalse();
    assertThat(mayor.again().isForAll()).as("convened again").isFalse();
  }

  @Test
  void L_441_2_theDatabaseAndTheApplicationAgreeOnWhoSitsForWhat() {
    jdbi.useHandle(SeatTest::convene);
    List<Long> sessions =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select id from commission_session order by id")
                    .mapTo(Long.class)
                    .list());
    int sits = 0;
    int not = 0;
    for (long one : sessions) {
      Map<String, Boolean> inJava = new TreeMap<>();
      SessionDetail read = detail(one);
      for (SessionDetail.Item item : read.items()) {
        for (AttendeeForm member : read.attendees()) {
          boolean here = member.sitsFor(item.vacancy(), reference);
          inJava.put(item.itemId() + " " + member.getAttendeeId(), here);
          sits += here ? 1 : 0;
          not += here ? 0 : 1;
        }
      }
      assertThat(inSql(one)).as("session " + one).isEqualTo(inJava);
    }
    assertThat(sits).isPositive();
    assertThat(not).isPositive();
    assertThat(built()).isEqualTo(EXPECTED);
  }

  /** Dwellings that each built member sits for: N(antes), A(ngers), O(ffered), U(noffered). */
  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry("MAYOR 44109", "NOU"),
          Map.entry("MAYOR 49007", "A"),
          Map.entry("MAYOR null", ""),
          Map.entry("EPCI_PRESIDENT 244400404", "NOU"),
          Map.entry("STATE_REPRESENTATIVE 44", "NOU"),
          Map.entry("STATE_REPRESENTATIVE 49", "A"),
          Map.entry("STATE_REPRESENTATIVE null", ""),
          Map.entry("DEPARTMENT 49", "A"),
          Map.entry("LANDLORD_MEMBER null", "NAOU"),
          Map.entry("LANDLORD_MEMBER 49", "A"),
          Map.entry("RESERVATION_HOLDER COLTER of city", "OU"),
          Map.entry("RESERVATION_HOLDER COLTER account of city", "OU"),
          Map.entry("RESERVATION_HOLDER COLTER of council", "U"),
          Map.entry("RESERVATION_HOLDER COLTER account of council", "U"),
          Map.entry("RESERVATION_HOLDER COLTER", "U"),
          Map.entry("RESERVATION_HOLDER null", ""));

  private static void convene(Handle handle) {
    for (String name : EXPECTED.keySet()) {
      String[] words = name.split(" ");
      boolean account = name.contains("account");
      Long partner = name.endsWith("city") ? Long.valueOf(city) : null;
      partner = name.endsWith("council") ? Long.valueOf(council) : partner;
      Long agent = account ? Long.valueOf(number(handle, "select nextval('agent_seq')")) : null;
      if (account) {
        handle.execute(
            "insert into agent (id, login, given_name, surname, partner_id) values (?, ?, 'A', 'B',"
                + " ?)",
            agent,
            name,
            partner);
      }
      // The partner of an account goes before whatever else was convened.
      handle
          .createUpdate(
              "insert into session_attendee (id, session_id, position, name, capacity, voice,"
                  + " attendance, concerns, agent_id, partner_id) values"
                  + " (nextval('session_attendee_seq') + 1000000, :session, 90, :name, :capacity,"
                  + " 'DELIBERATIVE', 'CONVENED', :concerns, :agent, :partner)")
          .bind("session", session)
          .bind("name", name)
          .bind("capacity", words[0])
          .bind("concerns", words.length == 1 || "null".equals(words[1]) ? null : words[1])
          .bind("agent", agent)
          .bind("partner", account ? Long.valueOf(city + council - partner) : partner)
          .execute();
    }
  }

  private static Map<String, String> built() {
    Map<String, String> built = new TreeMap<>();
    SessionDetail read = detail();
    for (AttendeeForm member : read.attendees()) {
      if (EXPECTED.containsKey(member.getName())) {
        StringBuilder here = new StringBuilder();
        List<VacancyRow> four = List.of(inNantes, inAngers, offered, unoffered);
        for (int i = 0; i < four.size(); i++) {
          here.append(member.sitsFor(four.get(i), reference) ? "NAOU".substring(i, i + 1) : "");
        }
        built.put(member.getName(), here.toString());
      }
    }
    return built;
  }

  private static Map<String, Boolean> inSql(long one) {
    return jdbi.withHandle(
        handle -> {
          Map<String, Boolean> sits = new TreeMap<>();
          handle
              .createQuery(
                  "select i.id, a.id, coalesce("
                      + Seat.SQL
                      + """
                      , false) from session_attendee a join commission_session s on s.id = a.session_id
                      left join agent g on g.id = a.agent_id
                      join commission_item i on i.session_id = s.id join vacancy v on v.id = i.vacancy_id
                      join dwelling w on w.id = v.dwelling_id join municipality m on m.code = w.municipality_code
                      left join reservation_agreement r on r.id = v.agreement_id
                      where s.id = :session
                      """)
              .bind("session", one)
              .bindArray("forSome", String.class, StandingMember.capacitiesForSome())
              .map(
                  (row, context) ->
                      sits.put(row.getLong(1) + " " + row.getLong(2), row.getBoolean(3)))
              .list();
          return sits;
        });
  }

  @Test
  void R_441_3_whoIsExaminedIsToldTheSameByTheAgendaAndByTheVotes() {
    SessionDetail.Item item = items().get(0);
    long candidate = item.candidates().get(0).candidateId();
    Set<Integer> counts = new TreeSet<>();
    for (ProposalStatus status : ProposalStatus.values()) {
      jdbi.useHandle(
          handle ->
              handle.execute(
                  "update proposal set status = ? where id = (select proposal_id from"
                      + " item_candidate where id = ?)",
                  status.name(),
                  candidate));
      SessionDetail read = detail();
      List<Long> examined =
          read.items().get(0).candidates().stream()
              .filter(SessionDetail.Candidate::isExamined)
              .map(SessionDetail.Candidate::candidateId)
              .toList();
      assertThat(read.items().get(0).examined()).as(status.name()).isEqualTo(examined.size());
      List<Long> voted = new ArrayList<>();
      jdbi.useHandle(
          handle ->
              VoteStore.ofSession(handle, read, reference, true)
                  .get(item.itemId())
                  .results()
                  .forEach(result -> voted.add(result.candidateId())));
      assertThat(voted).as(status.name()).containsExactlyElementsOf(examined);
      assertThat(examined.contains(candidate))
          .as(status.name())
          .isEqualTo(status == ProposalStatus.ON_AGENDA);
      counts.add(examined.size());
    }
    assertThat(counts).hasSize(2);
  }

  private static AttendeeForm member(String capacity, String concerns, Long partner) {
    AttendeeForm member = SessionCases.member("Quelqu’un", "CONVENED");
    member.setCapacity(capacity);
    member.setConcerns(concerns);
    member.setPartnerId(partner);
    return member;
  }

  private static List<Long> seen(AttendeeForm member) {
    return detail().seenBy(member, reference).items().stream()
        .map(item -> item.vacancy().vacancyId())
        .toList();
  }

  private static List<SessionDetail.Item> items() {
    return detail().items();
  }

  private static SessionDetail detail() {
    return detail(session);
  }

  private static SessionDetail detail(long one) {
    return new SessionReader(jdbi)
        .find(one, reference, TestDatabase.TODAY, (candidacies, on) -> Map.of())
        .orElseThrow();
  }

  private static long number(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }
}
