package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.CommissionActs.endVote;
import static fr.toitcommun.ear.CommissionActs.today;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.agenda;
import static fr.toitcommun.ear.LettingActs.allocated;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.closedSession;
import static fr.toitcommun.ear.LettingActs.convene;
import static fr.toitcommun.ear.LettingActs.decisions;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.lease;
import static fr.toitcommun.ear.LettingActs.leases;
import static fr.toitcommun.ear.LettingActs.member;
import static fr.toitcommun.ear.LettingActs.members;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.allocation.LeaseCancellations;
import fr.toitcommun.ejb.allocation.OfferLetters;
import fr.toitcommun.ejb.commission.Convenings;
import fr.toitcommun.ejb.commission.DecisionLetters;
import fr.toitcommun.ejb.commission.SessionVotes;
import fr.toitcommun.persistence.allocation.LeaseUndoing;
import fr.toitcommun.persistence.allocation.ProposalRow;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.ReleasedByLease;
import fr.toitcommun.persistence.allocation.VacancyReader;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.ConveningStore;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.DecisionForm;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a session refuses so that what was decided, voted or proven stays true. */
@ExtendWith(ArquillianExtension.class)
class CommissionGuardsIT {
  private static final int MOST_LOOKS = 600;

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        CommissionGuardsIT.class, Acts.class, CommissionActs.class, LettingActs.class);
  }

  @Test
  void R_441_3_b_aDwellingIsBeforeOneSessionAtATimeAndUntilNobodyItIsAllocatedToIsLeft()
      throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 4);
    as(() -> proposals().propose(vacancy, numbers.subList(0, 3)));
    long planned = today();
    as(() -> agenda().addDwelling(planned, vacancy));
    long other = today();
    assertThat(faults(() -> agenda().addDwelling(other, vacancy)))
        .containsExactly("DWELLING_ON_ANOTHER_AGENDA");
    SessionDetail.Item item = as(() -> sessions().open(planned)).items().get(0);
    as(() -> run(() -> agenda().removeDwelling(planned, item.itemId())));

    long closed = closedSession(vacancy, 2);
    as(() -> proposals().propose(vacancy, numbers.subList(3, 4)));
    assertThat(faults(() -> agenda().addDwelling(other, vacancy)))
        .containsExactly("DWELLING_ALLOCATED");
    assertThat(awaiting()).as("nor is it offered").doesNotContain(vacancy);
    for (int rank = 1; rank <= 2; rank++) {
      long proposal = ofRank(closed, rank);
      as(() -> run(() -> proposals().refuse(proposal, "TOO_SMALL", null, null)));
    }
    assertThat(awaiting()).contains(vacancy);
    as(() -> agenda().addDwelling(other, vacancy));
  }

  private static List<Long> awaiting() {
    long landlord = Acts.count("select partner_id from agent where login = ?", LANDLORD);
    return new VacancyReader(Acts.database())
        .awaitingCommission(landlord, 10_000).stream().map(VacancyRow::vacancyId).toList();
  }

  @Test
  void R_441_3_b_aLeaseUndoneBringsBackNoAllocationOfADwellingThatIsExaminedAgain()
      throws Exception {
    long home = declare(LANDLORD);
    long other = declare(LANDLORD);
    List<String> numbers = candidates(home, 3);
    as(() -> proposals().propose(home, numbers));
    as(() -> proposals().propose(other, numbers));
    long session = closedSession(other, 2);
    long first = ofRank(session, 1);
    long second = ofRank(session, 2);
    String number = as(() -> proposals().open(first)).uniqueNumber();
    long signing = allocated(LANDLORD, home, number);
    long lease = as(() -> leases().sign(signing, lease()));
    as(() -> run(() -> proposals().refuse(second, "TOO_SMALL", null, null)));
    long again = today();
    as(() -> agenda().addDwelling(again, other));
    LeaseUndoing undone =
        AsAgent.call(
            "gestionnaire", () -> Acts.of(LeaseCancellations.class).cancel(lease, "Erreur"));
    assertThat(undone.released())
        .filteredOn(one -> one.proposalId() == first)
        .extracting(ReleasedByLease::hindrance)
        .containsExactly(ReleasedByLease.Hindrance.EXAMINED_AGAIN);
    assertThat(as(() -> proposals().open(first)).status()).isEqualTo(ProposalStatus.RELEASED);
  }

  @Test
  void R_441_3_aRefusalIsNotCorrectedOnceTheDwellingIsProposedAnew() throws Exception {
    long vacancy = proposed(3);
    long session = today();
    as(() -> agenda().addDwelling(session, vacancy));
    SessionDetail.Candidate one = candidate(session);
    as(
        decide(
            session,
            one,
            new DecisionForm(Decision.NON_ALLOCATION, null, null, null, "UNPAID_RENT", "essai")));
    List<Long> anew = as(() -> proposals().propose(vacancy, List.of(one.uniqueNumber())));
    Callable<Object> correct =
        decide(
            session,
            candidate(session),
            new DecisionForm(Decision.ALLOCATION, null, null, null, null, null));
    assertThat(faults(correct)).containsExactly("ALREADY_PROPOSED");
    as(() -> run(() -> proposals().withdraw(anew.get(0))));
    as(correct);
    assertThat(candidate(session).decision()).isEqualTo(Decision.ALLOCATION);
  }

  @Test
  void R_441_10_whoSaidYesAtTheVisitIsCalledByLetterWithADelayOfTheirOwn() throws Exception {
    long vacancy = proposed(3);
    for (long proposal : ofDwelling(vacancy)) {
      as(() -> run(() -> proposals().accept(proposal, null)));
    }
    long session = closedSession(vacancy, 2);
    long first = ofRank(session, 1);
    long second = ofRank(session, 2);
    as(() -> run(() -> proposals().refuse(first, "TOO_SMALL", null, null)));
    ProposalRow called = as(() -> proposals().open(second));
    assertThat(called.calledOn()).isNotNull();
    assertThat(called.acceptedOn()).isNull();
    as(() -> run(() -> Acts.of(OfferLetters.class).make(second)));
    assertThat(as(() -> proposals().open(second)).replyDeadline())
        .isAfterOrEqualTo(LocalDate.now().plusDays(10));
  }

  @Test
  void R_441_9_aListThatSomebodyElseHasChangedIsNotOverwritten() throws Exception {
    long session = today();
    int version = as(() -> sessions().open(session)).version();
    Callable<Object> twice =
        () -> run(() -> members().convene(session, version, List.of(named("Luc Hervé"))));
    as(twice);
    assertThat(faults(twice)).containsExactly("ATTENDEES_CHANGED_MEANWHILE");
    assertThat(as(() -> sessions().open(session)).attendees())
        .extracting(AttendeeForm::getName)
        .containsExactly("Luc Hervé");
  }

  @Test
  void R_441_9_theLetterOfAMemberTakenOffTheListStays() throws Exception {
    long session = today();
    as(() -> agenda().addDwelling(session, proposed(3)));
    convene(LANDLORD, session, List.of(named("Luc Hervé"), named("Yves Péan")));
    as(() -> Acts.of(Convenings.class).send(session, false, "http://localhost/seats.xhtml"));
    assertThat(as(() -> Acts.of(Convenings.class).takenOff(session))).isEmpty();
    convene(LANDLORD, session, List.of(named("Yves Péan")));
    assertThat(as(() -> Acts.of(Convenings.class).takenOff(session)))
        .containsExactly(new ConveningStore.TakenOff("Luc Hervé", LocalDate.now()));
    assertThat(as(() -> Acts.of(Convenings.class).of(session))).hasSize(1);
    assertThat(
            Acts.count(
                "select count(*) from convening where session_id = ? and content like '%Luc"
                    + " Hervé%'",
                session))
        .isEqualTo(1);
  }

  @Test
  void R_441_9_membersOfASessionThatIsMovedAreConvenedAnew() throws Exception {
    long session = today();
    as(() -> agenda().addDwelling(session, proposed(3)));
    convene(LANDLORD, session, List.of(named("Luc Hervé"), named("Yves Péan")));
    Callable<Integer> send =
        () -> Acts.of(Convenings.class).send(session, true, "http://localhost/seats.xhtml");
    assertThat(as(send)).isEqualTo(2);
    assertThat(as(send)).as("each once").isZero();
    SessionForm moved = new SessionForm();
    moved.setHeldAt(LocalDate.now().plusDays(20).atTime(9, 30));
    moved.setPlace("Salle du conseil");
    as(() -> run(() -> sessions().reschedule(session, moved)));
    assertThat(as(() -> Acts.of(Convenings.class).of(session)))
        .hasSize(2)
        .noneMatch(ConveningStore.Convened::current);
    assertThat(as(send)).as("to the new date").isEqualTo(2);
    assertThat(as(() -> Acts.of(Convenings.class).of(session)))
        .hasSize(2)
        .allMatch(ConveningStore.Convened::current);
  }

  @Test
  void R_441_9_candidatesVotedOnAndAVoteThatIsKnownStayAsTheyAre() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 4);
    as(() -> proposals().propose(vacancy, numbers.subList(0, 3)));
    long session = today();
    as(() -> agenda().addDwelling(session, vacancy));
    convene(LANDLORD, session, List.of(named("Luc Hervé")));
    long late = as(() -> proposals().propose(vacancy, numbers.subList(3, 4))).get(0);
    SessionDetail.Item item = as(() -> sessions().open(session)).items().get(0);
    long candidate = item.candidates().get(0).candidateId();
    Acts.database()
        .useHandle(
            handle ->
                handle.execute(
                    "insert into remote_vote (candidate_id, attendee_id, choice, rank, voted_at)"
                        + " select ?, id, 'ALLOCATION', 1, now() from session_attendee where"
                        + " session_id = ?",
                    candidate,
                    session));
    List<Callable<Object>> changes =
        List.of(
            () -> run(() -> agenda().addCandidate(session, item.itemId(), late)),
            () -> run(() -> agenda().removeCandidate(session, candidate)),
            () -> run(() -> agenda().removeDwelling(session, item.itemId())));
    for (Callable<Object> change : changes) {
      assertThat(faults(change)).containsExactly("CANDIDATES_VOTED_ON");
    }
    assertThat(as(() -> Acts.of(SessionVotes.class).held(session))).isFalse();
    endVote(session);
    assertThat(as(() -> Acts.of(SessionVotes.class).held(session))).isTrue();
    LocalDateTime end = LocalDateTime.now().plusMinutes(30);
    assertThat(
            faults(
                () -> run(() -> Acts.of(SessionVotes.class).open(session, end.minusDays(1), end))))
        .containsExactly("VOTE_HELD");
    assertThat(faults(() -> run(() -> Acts.of(SessionVotes.class).open(session, null, null))))
        .containsExactly("VOTE_HELD");
  }

  @Test
  void anAttendeesAddressIsCheckedLikeAMembers() throws Exception {
    long session = today();
    AttendeeForm wrong = named("Luc Hervé");
    wrong.setEmail("luc.herve");
    int version = as(() -> sessions().open(session)).version();
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class,
            () ->
                as(() -> run(() -> members().convene(session, version, List.of(member(), wrong)))));
    assertThat(refused.faults())
        .extracting(fault -> fault.field() + " " + fault.code())
        .containsExactly("attendees[1].email EMAIL_FORMAT");
  }

  /** Whoever answers holds the demand and then its letter: who makes letters goes the same way. */
  @Test
  void lettersAreLockedAfterTheirDemands() throws Exception {
    long vacancy = proposed(3);
    long session = closedSession(vacancy, 2);
    long first = ofRank(session, 1);
    long second = ofRank(session, 2);
    as(() -> run(() -> proposals().refuse(first, "TOO_SMALL", null, null)));
    Acts.of(DecisionLetters.class);
    long demand = Acts.count("select demand_id from proposal where id = ?", second);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    var landlord = AsAgent.identity(LANDLORD);
    try (Handle answers = Acts.database().open()) {
      answers.begin();
      answers
          .createQuery("select id from demand where id = :id for update")
          .bind("id", demand)
          .mapTo(Long.class)
          .one();
      long me = answers.createQuery("select pg_backend_pid()").mapTo(Long.class).one();
      Callable<Integer> make = () -> Acts.of(DecisionLetters.class).make(session);
      Future<Integer> making = thread.submit(() -> landlord.runAs(make));
      awaitWaiting(me);
      assertThat(
              answers
                  .createQuery(
                      "select id from letter where demand_id = :id and kind = 'OFFER' and made_on"
                          + " is null and candidate_id is not null for update nowait")
                  .bind("id", demand)
                  .mapTo(Long.class)
                  .list())
          .hasSize(1);
      answers.rollback();
      assertThat(making.get(1, TimeUnit.MINUTES)).isPositive();
    } finally {
      thread.shutdown();
    }
    assertThat(as(() -> proposals().open(second)).notifiedOn()).isEqualTo(LocalDate.now());
  }

  private static void awaitWaiting(long holder) {
    for (int look = 0; look < MOST_LOOKS; look++) {
      if (Acts.count(
              "select count(*) from pg_stat_activity where cast(? as int) ="
                  + " any(pg_blocking_pids(pid))",
              holder)
          > 0) {
        return;
      }
      Acts.text("select 'waited' || pg_sleep(0.05)");
    }
    throw new AssertionError("nobody waits for the demand");
  }

  private static Callable<Object> decide(
      long session, SessionDetail.Candidate one, DecisionForm form) {
    return () -> run(() -> decisions().decide(session, one.candidateId(), one.version(), form));
  }

  private static long proposed(int applicants) throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, applicants);
    as(() -> proposals().propose(vacancy, numbers));
    return vacancy;
  }

  private static SessionDetail.Candidate candidate(long session) throws Exception {
    return as(() -> sessions().open(session)).items().get(0).candidates().get(0);
  }

  private static List<Long> ofDwelling(long vacancy) {
    return Acts.database()
        .withHandle(
            handle ->
                handle
                    .createQuery("select id from proposal where vacancy_id = :vacancy order by id")
                    .bind("vacancy", vacancy)
                    .mapTo(Long.class)
                    .list());
  }

  private static long ofRank(long session, int rank) {
    return Acts.count(
        "select c.proposal_id from item_candidate c join commission_item i on i.id = c.item_id"
            + " where i.session_id = ? and c.rank = ?",
        session,
        rank);
  }

  private static AttendeeForm named(String name) {
    AttendeeForm member = member();
    member.setName(name);
    member.setAttendance("CONVENED");
    return member;
  }

  private static <T> T as(Callable<T> act) throws Exception {
    return AsAgent.call(LANDLORD, act);
  }

  private static List<String> faults(Callable<?> act) {
    return Acts.codes(LANDLORD, act);
  }
}
