package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.codes;
import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.OTHER_LANDLORD;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.closedSession;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.files;
import static fr.toitcommun.ear.LettingActs.ofVacancy;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.allocation.OfferLetters;
import fr.toitcommun.ejb.commission.DecisionLetters;
import fr.toitcommun.ejb.commission.SessionDecisions;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.SubjectRequests;
import fr.toitcommun.ejb.registration.letter.Letters;
import fr.toitcommun.ejb.registration.letter.Mailings;
import fr.toitcommun.persistence.allocation.NotificationChannel;
import fr.toitcommun.persistence.allocation.ProposalNotice;
import fr.toitcommun.persistence.allocation.ProposalRow;
import fr.toitcommun.persistence.allocation.ReplyDeadline;
import fr.toitcommun.persistence.registration.DemandFile;
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

/** How applicants are told: by which letter, from when their delay runs, what others see of it. */
@ExtendWith(ArquillianExtension.class)
class OffersToldIT {
  private static final String MANAGER = "gestionnaire";

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(OffersToldIT.class, Acts.class, LettingActs.class);
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
    assertThat(codes(LANDLORD, () -> run(() -> offers().make(made))))
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
    assertThat(codes(LANDLORD, () -> run(() -> offers().make(withdrawn))))
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

  private static List<String> events(String number) throws Exception {
    return AsAgent.call(LANDLORD, () -> files().open(number)).events().stream()
        .map(event -> event.kind().name())
        .toList();
  }

  private static OfferLetters offers() {
    return Acts.of(OfferLetters.class);
  }

  private static Letters letters() {
    return Acts.of(Letters.class);
  }
}
