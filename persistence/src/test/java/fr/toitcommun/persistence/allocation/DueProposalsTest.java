package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which proposals a night ends: one proposal of a closed session, changed for each case. */
class DueProposalsTest {
  private static final LocalDate TODAY = TestDatabase.TODAY;
  private static Jdbi jdbi;
  private static long proposal;
  private static long demand;

  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(600, 11);
    proposal =
        number(
            "select min(r.id) from proposal r join demand d on d.id = r.demand_id join"
                + " item_candidate c on c.proposal_id = r.id join commission_item i on i.id ="
                + " c.item_id join commission_session s on s.id = i.session_id where s.status ="
                + " 'CLOSED' and d.status = 'ACTIVE' and (select count(*) from proposal o where"
                + " o.demand_id = d.id) = 1");
    demand = number("select demand_id from proposal where id = " + proposal);
  }

  @ParameterizedTest(name = "{0} told {1}, called {2}, answered {3}, deadline in {4} days: {5}")
  @CsvSource({
    "OPEN, true, false, false, -1, true",
    "OPEN, true, false, false, 0, false",
    "OPEN, true, false, true, -1, false",
    "OPEN, false, false, false, -1, false",
    "ON_AGENDA, true, false, false, -1, false",
    "ALLOCATED, true, true, false, -1, true",
    "ALLOCATED, true, false, false, -1, false",
    "RANKED, true, true, false, -1, true",
    "RANKED, true, false, false, -1, false",
    "CONDITIONAL, true, true, false, -1, true",
    "CONDITIONAL, true, true, true, -1, false",
    "REFUSED, true, false, false, -1, false",
    "NOT_ALLOCATED, true, true, false, -1, false"
  })
  void R_441_10_silenceEndsWhatTheApplicantMayAnswerAndDidNot(
      ProposalStatus status,
      boolean told,
      boolean called,
      boolean answered,
      int days,
      boolean ends) {
    set(
        status,
        "reply_deadline = "
            + (told ? day(days) : "null")
            + ", called_on = "
            + (called ? day(-20) : "null")
            + ", accepted_on = "
            + (answered ? day(-2) : "null"));
    assertThat(isDue(DueProposals.Kind.SILENCE)).isEqualTo(ends);
  }

  @ParameterizedTest(name = "{0} after {1}, met {2}, session {3}, deadline in {4} days: {5}")
  @CsvSource({
    "CONDITIONAL, CONDITIONAL_ALLOCATION, false, CLOSED, -1, true",
    "CONDITIONAL, CONDITIONAL_ALLOCATION, false, CLOSED, 0, false",
    "CONDITIONAL, CONDITIONAL_ALLOCATION, true, CLOSED, -1, false",
    "CONDITIONAL, CONDITIONAL_ALLOCATION, false, PLANNED, -1, false",
    "HOUSED, CONDITIONAL_ALLOCATION, false, CLOSED, -1, false",
    "RANKED, RANKED_ALLOCATION, false, CLOSED, -1, false"
  })
  void R_441_3_c_aConditionEndsWhatIsSuspendedAndWasNotMetInTime(
      ProposalStatus status, String decision, boolean met, String session, int days, boolean ends) {
    set(status, "reply_deadline = " + day(30) + ", called_on = null, accepted_on = null");
    run(
        "update item_candidate set decision = '"
            + decision
            + "', motive = null, condition_text = 'Avis', condition_deadline = "
            + day(days)
            + ", condition_met_on = "
            + (met ? day(days) : "null")
            + " where proposal_id = "
            + proposal);
    run(
        "update commission_session set status = '"
            + session
            + "' where id in (select i.session_id from commission_item i join item_candidate c on"
            + " c.item_id = i.id where c.proposal_id = "
            + proposal
            + ")");
    assertThat(isDue(DueProposals.Kind.CONDITION)).isEqualTo(ends);
  }

  @Test
  void R_441_3_c_aConditionThatWasProlongedFallsAfterTheNewDay() {
    set(ProposalStatus.CONDITIONAL, "reply_deadline = " + day(30) + ", called_on = null");
    run(
        "update item_candidate set decision = 'CONDITIONAL_ALLOCATION', motive = null,"
            + " condition_text = 'Avis', condition_met_on = null, condition_deadline = "
            + day(-8)
            + " where proposal_id = "
            + proposal);
    run(
        "update commission_session set status = 'CLOSED' where id in (select i.session_id from"
            + " commission_item i join item_candidate c on c.item_id = i.id where c.proposal_id = "
            + proposal
            + ")");
    prolongedTo(day(0));
    assertThat(isDue(DueProposals.Kind.CONDITION)).isFalse();
    prolongedTo(day(-1));
    assertThat(isDue(DueProposals.Kind.CONDITION)).isTrue();
    prolongedTo("null");
  }

  private static void prolongedTo(String day) {
    run(
        "update item_candidate set condition_prolonged_to = "
            + day
            + " where proposal_id = "
            + proposal);
  }

  /** What is listed for a dry run is what a night ends. */
  private static boolean isDue(DueProposals.Kind kind) {
    DueProposals due = new DueProposals(jdbi, kind);
    boolean ending = due.ending(TODAY, List.of(demand)).contains(proposal);
    String departement =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select departement_code from demand where id = :demand")
                    .bind("demand", demand)
                    .mapTo(String.class)
                    .one());
    assertThat(
            due.due(TODAY, DueCursor.start(departement), 10_000).stream()
                .filter(one -> !"CALL".equals(one.what()))
                .map(DueDemand::demandId)
                .anyMatch(one -> one == demand))
        .isEqualTo(ending);
    return ending;
  }

  private static void set(ProposalStatus status, String more) {
    run("update proposal set status = '" + status + "', " + more + " where id = " + proposal);
  }

  private static String day(int days) {
    return "date '" + TODAY.plusDays(days) + "'";
  }

  private static void run(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }

  private static long number(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
