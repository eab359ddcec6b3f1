package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.OTHER_LANDLORD;
import static fr.toitcommun.ear.LettingActs.allocated;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.closedSession;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.files;
import static fr.toitcommun.ear.LettingActs.lease;
import static fr.toitcommun.ear.LettingActs.leases;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.allocation.Commitments;
import fr.toitcommun.ejb.allocation.LeaseCancellations;
import fr.toitcommun.ejb.allocation.OfferLetters;
import fr.toitcommun.ejb.commission.DecisionLetters;
import fr.toitcommun.ejb.commission.SessionDecisions;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.observatory.Home;
import fr.toitcommun.ejb.registration.SubjectRequests;
import fr.toitcommun.ejb.registration.letter.Letters;
import fr.toitcommun.ejb.registration.letter.Mailings;
import fr.toitcommun.persistence.allocation.LeaseData;
import fr.toitcommun.persistence.allocation.LeaseUndoing;
import fr.toitcommun.persistence.allocation.NotificationChannel;
import fr.toitcommun.persistence.allocation.ProposalNotice;
import fr.toitcommun.persistence.allocation.ProposalRow;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.ReplyDeadline;
import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import fr.toitcommun.persistence.allocation.commitment.Counter;
import fr.toitcommun.persistence.allocation.commitment.Forecast;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterRow;
import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What follows from proposals: turns, leases and their cancellation, commitments. */
@ExtendWith(ArquillianExtension.class)
class FollowingIT {
  private static final String MANAGER = "gestionnaire";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(FollowingIT.class, Acts.class, LettingActs.class);
  }

  @Test
  void R_441_3_b_R_441_10_whenTheFirstRefusesTheSecondIsCalledWithADelayOfTheirOwn()
      throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long session = closedSession(vacancy, 3);
    List<ProposalRow> ranked = ofVacancy(vacancy);
    assertThat(ranked.get(0).calledOn()).isEqualTo(LocalDate.now());
    assertThat(ranked.get(1).calledOn()).isNull();
    assertThat(ranked).allMatch(one -> one.replyDeadline() == null);
    // The letters tell what was decided: the first in rank has ten days from then.
    AsAgent.call(LANDLORD, () -> Acts.of(DecisionLetters.class).make(session));
    assertThat(row(ranked.get(0).proposalId()).replyDeadline())
        .isEqualTo(ReplyDeadline.after(LocalDate.now(), 10));
    assertThat(events(ranked.get(0).uniqueNumber())).contains("PROPOSAL_NOTIFIED");
    assertThat(row(ranked.get(1).proposalId()).replyDeadline()).isNull();

    AsAgent.call(
        LANDLORD,
        () -> run(() -> proposals().refuse(ranked.get(0).proposalId(), "TOO_SMALL", null, null)));

    ProposalRow second = row(ranked.get(1).proposalId());
    assertThat(second.calledOn()).isEqualTo(LocalDate.now());
    // Nobody has told them yet: their letter does, and opens the delay.
    assertThat(second.replyDeadline()).isNull();
    AsAgent.call(LANDLORD, () -> run(() -> offers().make(second.proposalId())));
    assertThat(row(second.proposalId()).replyDeadline())
        .isEqualTo(ReplyDeadline.after(LocalDate.now(), 10));
    assertThat(events(second.uniqueNumber())).contains("PROPOSAL_NOTIFIED");
    assertThat(row(ranked.get(2).proposalId()).calledOn()).isNull();
    assertThat(events(second.uniqueNumber())).contains("PROPOSAL_CALLED");
    assertThat(AsAgent.call(LANDLORD, () -> proposals().notices()).rows())
        .anyMatch(
            notice ->
                notice.proposalId() == second.proposalId()
                    && notice.kind() == ProposalNotice.Kind.CALLED
                    && notice.fresh());
  }

  @Test
  void L_441_2_whatASessionDecidesIsToldWhenItIsClosed() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long session = LettingActs.decidedSession(LANDLORD, vacancy, 1, null);
    for (ProposalRow own : ofVacancy(vacancy)) {
      String number = own.uniqueNumber();
      for (String other : List.of(OTHER_LANDLORD, "guichet.nantes", MANAGER)) {
        DemandFile seen = AsAgent.call(other, () -> files().open(number));
        assertThat(seen.proposals().get(0).status()).as(other).isEqualTo("ON_AGENDA");
        assertThat(seen.proposals().get(0).replyDeadline()).as(other).isNull();
      }
      assertThat(AsAgent.call(LANDLORD, () -> files().open(number)).proposals().get(0).status())
          .isEqualTo(own.status().name())
          .isNotEqualTo("ON_AGENDA");
      assertThat(
              AsAgent.call("guichet.nantes", () -> Acts.of(SubjectRequests.class).copy(number))
                  .demand()
                  .proposals()
                  .get(0)
                  .status())
          .isEqualTo("ON_AGENDA");
      assertThat(events(number).get(0)).as("newest first").isEqualTo("ON_AGENDA");
    }

    AsAgent.call(LANDLORD, () -> run(() -> Acts.of(SessionDecisions.class).close(session)));

    for (ProposalRow own : ofVacancy(vacancy)) {
      String number = own.uniqueNumber();
      assertThat(
              AsAgent.call(OTHER_LANDLORD, () -> files().open(number)).proposals().get(0).status())
          .isEqualTo(own.status().name());
      assertThat(events(number).get(0)).isEqualTo("DECIDED");
    }
  }

  @Test
  void R_441_10_aLetterOfABatchTellsWhenTheBatchIsPosted() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    closedSession(vacancy, 1);
    ProposalRow first =
        ofVacancy(vacancy).stream().filter(one -> one.calledOn() != null).findFirst().orElseThrow();
    long batch =
        AsAgent.call(
            MANAGER, () -> Acts.of(Mailings.class).make(LetterKind.ALLOCATION, "44", null));
    assertThat(row(first.proposalId()).replyDeadline()).isNull();
    AsAgent.call(MANAGER, () -> run(() -> Acts.of(Mailings.class).posted(batch, null)));
    assertThat(row(first.proposalId()).notifiedOn()).isEqualTo(LocalDate.now());
    assertThat(row(first.proposalId()).replyDeadline())
        .isEqualTo(ReplyDeadline.after(LocalDate.now(), 10));
  }

  @Test
  void R_441_10_theLetterOfAnOfferIsItsLandlordsAndStandsInTheFileAndTheBatch() throws Exception {
    long vacancy = declare(LANDLORD);
    String number = candidates(vacancy, 1).get(0);
    long made = AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, List.of(number))).get(0);
    LetterRow owed = AsAgent.call(LANDLORD, () -> offers().of(made));
    assertThat(owed.kind()).isEqualTo(LetterKind.OFFER);
    assertThat(owed.madeOn()).isNull();
    assertThat(AsAgent.call(MANAGER, () -> Acts.of(Mailings.class).owed()))
        .anyMatch(one -> one.kind() == LetterKind.OFFER && one.byPost() > 0);

    AsAgent.call(LANDLORD, () -> run(() -> offers().make(made)));
    assertThat(codesOf(LANDLORD, () -> run(() -> offers().make(made))))
        .containsExactly("LETTER_LOST_OBJECT");
    assertThat(AsAgent.call(LANDLORD, () -> offers().print(made))).isNotEmpty();
    assertThat(AsAgent.call(LANDLORD, () -> letters().print(owed.id()))).isNotEmpty();
    // Another landlord sees that it happened, and no more.
    assertThat(AsAgent.call(OTHER_LANDLORD, () -> letters().of(number)).letters())
        .anyMatch(one -> one.id() == owed.id() && one.madeOn() != null);
    for (Callable<?> act :
        List.<Callable<?>>of(
            () -> offers().of(made),
            () -> run(() -> offers().make(made)),
            () -> offers().print(made),
            () -> letters().print(owed.id()))) {
      assertThatThrownBy(() -> AsAgent.call(OTHER_LANDLORD, act)).isInstanceOf(NotInScope.class);
    }
    assertThatThrownBy(() -> AsAgent.call("guichet.nantes", () -> offers().of(made)))
        .isInstanceOf(EJBAccessException.class);
    // What is taken back is offered no more.
    long other = declare(LANDLORD);
    long withdrawn =
        AsAgent.call(LANDLORD, () -> proposals().propose(other, List.of(number))).get(0);
    AsAgent.call(LANDLORD, () -> run(() -> proposals().withdraw(withdrawn)));
    assertThat(codesOf(LANDLORD, () -> run(() -> offers().make(withdrawn))))
        .containsExactly("LETTER_LOST_OBJECT");
  }

  @Test
  void R_441_10_aRegisteredLetterOpensNoDelayUntilItIsPresented() throws Exception {
    long vacancy = declare(LANDLORD);
    String number = candidates(vacancy, 1).get(0);
    long made =
        AsAgent.call(
                LANDLORD,
                () -> proposals().propose(vacancy, List.of(number), NotificationChannel.POST))
            .get(0);
    assertThat(row(made).replyDeadline()).isNull();
    AsAgent.call(
        LANDLORD,
        () -> run(() -> proposals().recordNotification(made, NotificationChannel.POST, null)));
    assertThat(row(made).replyDeadline()).isEqualTo(ReplyDeadline.after(LocalDate.now(), 10));
    assertThatThrownBy(
            () ->
                AsAgent.call(
                    OTHER_LANDLORD,
                    () ->
                        run(
                            () ->
                                proposals()
                                    .recordNotification(made, NotificationChannel.HAND, null))))
        .isInstanceOf(NotInScope.class);
  }

  @Test
  void R_441_2_8_aSignatureByMistakeIsUndoneByTheManagerWithEverythingPutBack() throws Exception {
    long mine = declare(LANDLORD);
    long theirs = declare(OTHER_LANDLORD);
    List<String> numbers = candidates(mine, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(mine, numbers));
    long elsewhere =
        AsAgent.call(OTHER_LANDLORD, () -> proposals().propose(theirs, List.of(numbers.get(0))))
            .get(0);
    long proposal = allocated(LANDLORD, mine, numbers.get(0));
    DemandFile before = AsAgent.call(LANDLORD, () -> files().open(numbers.get(0)));
    long satisfied = satisfied();
    long counted = committed();
    long signed = AsAgent.call(LANDLORD, () -> leases().sign(proposal, lease()));
    assertThat(satisfied()).isEqualTo(satisfied + 1);
    assertThat(committed()).isEqualTo(counted + 1);
    assertThat(AsAgent.call(OTHER_LANDLORD, () -> proposals().notices()).rows())
        .anyMatch(
            notice ->
                notice.proposalId() == elsewhere
                    && notice.kind() == ProposalNotice.Kind.HOUSED_ELSEWHERE);

    assertThatThrownBy(() -> AsAgent.call(LANDLORD, () -> undo().cancel(signed, "erreur")))
        .isInstanceOf(EJBAccessException.class);
    assertThat(codes(() -> undo().cancel(signed, " "))).containsExactly("REQUIRED");
    LeaseUndoing done = AsAgent.call(MANAGER, () -> undo().cancel(signed, "Erreur de candidat"));

    assertThat(done.letter()).isEqualTo(LeaseUndoing.Letter.ANNULLED);
    assertThat(done.lost()).isEmpty();
    DemandFile after = AsAgent.call(LANDLORD, () -> files().open(numbers.get(0)));
    assertThat(after.cancelledOn()).isNull();
    assertThat(after.initialDepositDate()).isEqualTo(before.initialDepositDate());
    assertThat(after.validUntil()).isEqualTo(before.validUntil());
    assertThat(after.events().stream().map(event -> event.kind().name()))
        .contains("HOUSED", "LEASE_CANCELLED");
    assertThat(row(proposal).status()).isEqualTo(ProposalStatus.RANKED);
    assertThat(row(proposal).maySign()).isTrue();
    assertThat(Acts.text("select status from proposal where id = " + elsewhere)).isEqualTo("OPEN");
    assertThat(Acts.text("select status from vacancy where id = " + mine)).isEqualTo("OPEN");
    assertThat(satisfied()).isEqualTo(satisfied);
    assertThat(committed()).isEqualTo(counted);
    assertThat(
            Acts.count(
                "select count(*) from letter l join demand d on d.id = l.demand_id where"
                    + " d.unique_number = ? and l.kind = 'CANCELLED'",
                numbers.get(0)))
        .isZero();
    assertThat(
            Acts.count(
                "select count(*) from candidate_wish w join demand d on d.id = w.demand_id where"
                    + " d.unique_number = ?",
                numbers.get(0)))
        .isPositive();
    assertThat(
            Acts.count(
                "select count(*) from journal_entry where login = 'gestionnaire' and act ="
                    + " 'LeaseCancellations.cancel' and ? = any(unique_numbers)",
                numbers.get(0)))
        .isEqualTo(1);
    assertThat(codes(() -> undo().cancel(signed, "encore"))).containsExactly("LEASE_CANCELLED");
    // And the right one may sign now: the same once more, with a letter of its own.
    AsAgent.call(LANDLORD, () -> leases().sign(proposal, lease()));
    assertThat(
            Acts.count(
                "select count(*) from letter l join demand d on d.id = l.demand_id where"
                    + " d.unique_number = ? and l.kind = 'CANCELLED'",
                numbers.get(0)))
        .isEqualTo(1);
  }

  @Test
  void theSituationIsConfirmedAsItIsNotAsItWasShown() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long proposal = allocated(LANDLORD, vacancy, numbers.get(0));
    int version = AsAgent.call(LANDLORD, () -> files().open(numbers.get(0))).version();
    assertThat(codesOf(LANDLORD, () -> leases().sign(proposal, data(false, version))))
        .containsExactly("SITUATION_TO_CONFIRM");
    assertThat(codesOf(LANDLORD, () -> leases().sign(proposal, data(true, version - 1))))
        .containsExactly("SITUATION_CHANGED");
    AsAgent.call(LANDLORD, () -> leases().sign(proposal, data(true, version)));
    assertThat(
            Acts.count(
                "select count(*) from lease where proposal_id = ? and household_size > 0 and"
                    + " landlord_id is not null and municipality_code = '44109' and proposals_made"
                    + " >= 1 and quartile_threshold > 0 and situation_confirmed_by is not null",
                proposal))
        .isEqualTo(1);
  }

  @Test
  void L_441_1_aSessionShowsWhatItsDecisionsMakeOfTheCommitments() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long session = closedSession(vacancy, 1);
    long candidate =
        AsAgent.call(LANDLORD, () -> sessions().open(session))
            .items()
            .get(0)
            .candidates()
            .get(0)
            .candidateId();
    List<Forecast> decided = AsAgent.call(LANDLORD, () -> commitments().preview(session));
    Forecast own =
        decided.stream()
            .filter(one -> "AUCUN".equals(one.before().item()))
            .filter(one -> one.before().goal().name().equals("RESERVATION"))
            .findFirst()
            .orElseThrow();
    assertThat(own.decided().total()).isEqualTo(own.before().total() + 1);
    assertThat(own.decided().count()).isEqualTo(own.before().count() + 1);
    Forecast without =
        AsAgent.call(
                LANDLORD, () -> commitments().previewOf(candidate, Decision.NON_ALLOCATION, null))
            .stream()
            .filter(one -> one.before().equals(own.before()))
            .findFirst()
            .orElseThrow();
    assertThat(without.with()).isEqualTo(own.before());
    assertThatThrownBy(() -> AsAgent.call(OTHER_LANDLORD, () -> commitments().preview(session)))
        .isInstanceOf(NotInScope.class);
    assertThatThrownBy(() -> AsAgent.call("prefecture.44", () -> commitments().preview(session)))
        .isInstanceOf(EJBAccessException.class);
  }

  @Test
  void R_441_2_6_aLandlordSeesItsOwnCommitmentsTheStateEachAndOthersTotalsOnly() throws Exception {
    long me = Acts.count("select partner_id from agent where login = 'bailleur.nantes'");
    CommitmentView mine = AsAgent.call(LANDLORD, () -> commitments().view(null, null, null));
    assertThat(mine.leases())
        .isEqualTo(
            Acts.count(
                "select count(*) from lease where landlord_id = ? and cancelled_at is null and"
                    + " extract(year from signed_on) = extract(year from current_date)",
                me));
    assertThat(mine.rowsAre()).isEqualTo(CommitmentView.RowsAre.TERRITORIES);
    assertThatThrownBy(() -> AsAgent.call(OTHER_LANDLORD, () -> commitments().view(null, me, null)))
        .isInstanceOf(NotInScope.class);
    CommitmentView state =
        AsAgent.call("prefecture.44", () -> commitments().view(null, null, null));
    assertThat(state.rows()).hasSizeGreaterThan(1);
    assertThat(state.rows().stream().mapToLong(CommitmentView.Row::leases).sum())
        .isEqualTo(state.leases());
    assertThat(AsAgent.call("prefecture.44", () -> commitments().view(null, me, null)).leases())
        .isLessThanOrEqualTo(state.leases());
    for (String statistics : List.of("adil.44", "commune.sans-guichet", "action.logement")) {
      CommitmentView totals = AsAgent.call(statistics, () -> commitments().view(null, null, null));
      assertThat(totals.rows()).as(statistics).isEmpty();
      assertThat(totals.counters().stream().map(Counter::count))
          .as(statistics)
          .allMatch(count -> count == 0 || count >= 11);
      assertThatThrownBy(() -> AsAgent.call(statistics, () -> commitments().view(null, me, null)))
          .isInstanceOf(NotInScope.class);
      assertThat(
              AsAgent.call(statistics, () -> commitments().efforts(null, null, null)).byLandlord())
          .isEmpty();
      assertThatThrownBy(() -> AsAgent.call(statistics, () -> undo().list(null, false, 0, 5)))
          .isInstanceOf(EJBAccessException.class);
    }
  }

  @Test
  void R_441_2_15_whatOthersSeeOfAProposalIsAnEventNotItsFile() throws Exception {
    long vacancy = declare(LANDLORD);
    String number = candidates(vacancy, 1).get(0);
    long proposal =
        AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, List.of(number))).get(0);
    DemandFile.ProposalTrace mine =
        AsAgent.call(LANDLORD, () -> files().open(number)).proposals().get(0);
    assertThat(mine.proposalId()).isEqualTo(proposal);
    assertThat(mine.vacancyId()).isEqualTo(vacancy);
    for (String other :
        List.of(OTHER_LANDLORD, "prefecture.44", "departement.44", "guichet.nantes", MANAGER)) {
      DemandFile.ProposalTrace seen =
          AsAgent.call(other, () -> files().open(number)).proposals().get(0);
      assertThat(seen.status()).as(other).isEqualTo("OPEN");
      assertThat(seen.municipality()).as(other).isNotBlank();
      assertThat(seen.dwellingType()).as(other).isEqualTo("T2");
      assertThat(seen.proposalId()).as(other).isNull();
      assertThat(seen.vacancyId()).as(other).isNull();
      assertThatThrownBy(() -> AsAgent.call(other, () -> proposals().open(proposal)))
          .as(other)
          .isInstanceOfAny(NotInScope.class, EJBAccessException.class);
    }
  }

  private static LeaseData data(Boolean confirmed, Integer version) {
    return new LeaseData(LocalDate.now(), false, "AUCUN", "NON", "AUCUN", null, confirmed, version);
  }

  private static List<ProposalRow> ofVacancy(long vacancy) throws Exception {
    return AsAgent.call(LANDLORD, () -> proposals().ofVacancy(vacancy)).rows();
  }

  private static ProposalRow row(long proposal) throws Exception {
    return AsAgent.call(LANDLORD, () -> proposals().open(proposal));
  }

  private static List<String> events(String number) throws Exception {
    return AsAgent.call(LANDLORD, () -> files().open(number)).events().stream()
        .map(event -> event.kind().name())
        .toList();
  }

  private static long satisfied() throws Exception {
    return AsAgent.call(MANAGER, () -> Acts.of(Home.class).counters()).satisfiedThisYear();
  }

  private static long committed() throws Exception {
    return AsAgent.call(MANAGER, () -> commitments().view(null, null, null)).leases();
  }

  private static Commitments commitments() {
    return Acts.of(Commitments.class);
  }

  private static LeaseCancellations undo() {
    return Acts.of(LeaseCancellations.class);
  }

  private static OfferLetters offers() {
    return Acts.of(OfferLetters.class);
  }

  private static Letters letters() {
    return Acts.of(Letters.class);
  }

  private static List<String> codes(Callable<?> act) {
    return codesOf(MANAGER, act);
  }

  private static List<String> codesOf(String login, Callable<?> act) {
    return catchThrowableOfType(RefusedInput.class, () -> AsAgent.call(login, act::call))
        .faults()
        .stream()
        .map(Fault::code)
        .toList();
  }
}
