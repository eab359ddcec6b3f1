package fr.toitcommun.ear;

import static fr.toitcommun.ear.Acts.codes;
import static fr.toitcommun.ear.Acts.run;
import static fr.toitcommun.ear.CommissionActs.STATE;
import static fr.toitcommun.ear.CommissionActs.as;
import static fr.toitcommun.ear.CommissionActs.prepared;
import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.OTHER_LANDLORD;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.closedSession;
import static fr.toitcommun.ear.LettingActs.decisions;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.sessions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.ejb.allocation.EligibilityFigures;
import fr.toitcommun.ejb.commission.Convenings;
import fr.toitcommun.ejb.commission.DecisionLetters;
import fr.toitcommun.ejb.commission.SessionMinutes;
import fr.toitcommun.ejb.commission.SessionScreens;
import fr.toitcommun.ejb.commission.SessionVotes;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.allocation.eligibility.CandidateFigures;
import fr.toitcommun.persistence.allocation.eligibility.WhatIf;
import fr.toitcommun.persistence.commission.MinutesStore;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import jakarta.ejb.EJBAccessException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a session reads, signs and writes: the figures, its minutes, its decisions to everyone. */
@ExtendWith(ArquillianExtension.class)
class SessionPapersIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(
        SessionPapersIT.class, Acts.class, CommissionActs.class, LettingActs.class);
  }

  @Test
  void R_441_3_1_theCommissionReadsTheFiguresThatTheRulesGiveForTheSameCandidate()
      throws Exception {
    CommissionActs.Prepared there = prepared();
    SessionDetail.Item item =
        as(LANDLORD, () -> decisions().examine(there.session())).session().items().get(0);
    assertThat(item.candidates()).hasSize(3);
    for (SessionDetail.Candidate candidate : item.candidates()) {
      CandidateFigures figures =
          as(
              LANDLORD,
              () ->
                  Acts.of(EligibilityFigures.class)
                      .ofCandidate(
                          item.vacancy().vacancyId(), candidate.uniqueNumber(), WhatIf.NOTHING));
      assertThat(candidate.effortRate())
          .isEqualTo(figures.figure(FigureKind.EFFORT_RATE).orElseThrow());
      assertThat(candidate.figures()).isEqualTo(figures);
    }
  }

  @Test
  void R_441_9_minutesAreServedAsTheyWereSignedAndTheSessionIsChangedNoMore() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    as(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long session = closedSession(vacancy, 2);
    assertThat(codes(LANDLORD, sign(session, "Un inconnu"))).containsExactly("SIGNER_DID_NOT_SIT");
    byte[] draft = as(LANDLORD, () -> minutes().print(session, Locale.FRENCH)).pdf();
    as(LANDLORD, sign(session, "Anne Le Bihan"));
    byte[] signed = as(LANDLORD, () -> minutes().print(session, Locale.FRENCH)).pdf();
    assertThat(signed).isNotEqualTo(draft);
    assertThat(as(LANDLORD, () -> minutes().print(session, Locale.ENGLISH)).pdf())
        .isEqualTo(signed);
    SessionDetail detail = as(LANDLORD, () -> sessions().open(session));
    assertThat(detail.proceedings().minutes().get(0).sha256())
        .isEqualTo(MinutesStore.digest(signed));
    assertThat(codes(LANDLORD, sign(session, "Anne Le Bihan"))).containsExactly("ALREADY_SIGNED");
    as(
        LANDLORD,
        () ->
            run(
                () ->
                    minutes()
                        .rectify(session, "Logement 1", "Lire T2 et non T3.", "Anne Le Bihan")));
    assertThat(as(LANDLORD, () -> minutes().annex(session, 1)).pdf()).isNotEmpty();
    assertThat(as(LANDLORD, () -> minutes().print(session, Locale.FRENCH)).pdf()).isEqualTo(signed);
    for (Callable<?> act :
        List.<Callable<?>>of(
            () -> minutes().print(session, Locale.FRENCH),
            sign(session, "Anne Le Bihan"),
            () -> Acts.of(DecisionLetters.class).print(session),
            () -> Acts.of(Convenings.class).of(session),
            () -> Acts.of(SessionVotes.class).of(session),
            () -> Acts.of(SessionVotes.class).held(session),
            () -> Acts.of(SessionScreens.class).state(session),
            () -> decisions().examine(session))) {
      assertThatThrownBy(() -> as(OTHER_LANDLORD, act)).isInstanceOf(NotInScope.class);
      assertThatThrownBy(() -> as(STATE, act)).isInstanceOf(EJBAccessException.class);
    }
  }

  @Test
  void L_441_2_2_everyoneIsToldInWritingWhatWasDecidedAndWhy() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    as(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long session = closedSession(vacancy, 2);
    assertThat(as(LANDLORD, () -> letters().of(session)).owed()).isEqualTo(3);
    assertThat(as(LANDLORD, () -> letters().make(session))).isEqualTo(3);
    assertThat(as(LANDLORD, () -> letters().of(session)).made()).isEqualTo(3);
    String refusal =
        Acts.text(
            "select k.content from letter l join letter_copy k on k.letter_id = l.id join"
                + " item_candidate c on c.id = l.candidate_id join commission_item i on i.id ="
                + " c.item_id where l.kind = 'NON_ALLOCATION' and i.session_id = "
                + session);
    assertThat(refusal)
        .contains("12 quai de la Fosse")
        .contains("L.441-2-2")
        .contains(
            Acts.text(
                "select replace(label_fr, chr(39), '&apos;') from code_item where list_name ="
                    + " 'NON_ALLOCATION_MOTIVE' order by code limit 1"))
        .contains("tribunal administratif");
    assertThat(
            Acts.count(
                "select count(*) from letter l join letter_copy k on k.letter_id = l.id join"
                    + " item_candidate c on c.id = l.candidate_id join commission_item i on i.id ="
                    + " c.item_id where l.kind = 'ALLOCATION' and k.content like '%R.441-10%' and"
                    + " l.channel = 'POST' and i.session_id = ?",
                session))
        .isEqualTo(2);
    assertThat(as(LANDLORD, () -> letters().print(session)).pdf()).isNotEmpty();
    assertThat(codes(LANDLORD, () -> letters().make(session))).containsExactly("NOTHING_OWED");
  }

  private static Callable<Void> sign(long session, String signer) {
    return () -> run(() -> minutes().sign(session, signer));
  }

  private static SessionMinutes minutes() {
    return Acts.of(SessionMinutes.class);
  }

  private static DecisionLetters letters() {
    return Acts.of(DecisionLetters.class);
  }
}
