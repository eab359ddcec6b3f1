package fr.toitcommun.persistence.commission;

import static fr.toitcommun.persistence.commission.SessionCases.HELD;
import static fr.toitcommun.persistence.commission.SessionCases.codes;
import static fr.toitcommun.persistence.commission.SessionCases.form;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ReleaseReason;
import fr.toitcommun.persistence.allocation.Vacancy;
import org.junit.jupiter.api.Test;

/** Fewer than three demands, because the préfet designated the candidates under DALO. */
class DesignatedByTheStateTest {
  private static final long STATE = 7;

  private final CommissionSession session = SessionCases.session();

  @Test
  void R_441_3_candidatesAllDesignatedByThePrefetUnderDaloMayBeFewerThanThree() {
    CommissionItem item = item("PPRIOR");
    add(item, true, "ACTIF");
    session.except(item, CandidateException.DALO_DESIGNATION, null);
    item.requireEnoughCandidates(3);
  }

  @Test
  void R_441_3_neitherDaloWithoutDesignationNorADesignationWithoutDaloIsOne() {
    for (String quota : new String[] {"PPRIOR", "COLACT", "AUCUN"}) {
      for (boolean designated : new boolean[] {true, false}) {
        for (String dalo : new String[] {"ACTIF", "NON", "CADUC"}) {
          CommissionItem item = item(quota);
          add(item, designated, dalo);
          if (!("PPRIOR".equals(quota) && designated && "ACTIF".equals(dalo))) {
            assertThat(codes(() -> session.except(item, CandidateException.DALO_DESIGNATION, null)))
                .as(quota + designated + dalo)
                .containsExactly("NO_DALO_CANDIDATE");
          }
        }
      }
    }
  }

  @Test
  void R_441_3_theExceptionIsAskedForAgainAtEachDecisionAndCanBeTakenBack() {
    CommissionItem item = item("PPRIOR");
    ItemCandidate designated = add(item, true, "ACTIF");
    session.except(item, CandidateException.DALO_DESIGNATION, null);
    ItemCandidate found = add(item, false, "NON");
    assertThat(codes(() -> decide(found))).containsExactly("NO_DALO_CANDIDATE");
    session.removeCandidate(designated);
    assertThat(codes(() -> decide(found))).containsExactly("NO_DALO_CANDIDATE");
    session.except(item, CandidateException.NONE, null);
    assertThat(codes(() -> decide(found))).containsExactly("TOO_FEW_CANDIDATES");
  }

  @Test
  void R_441_3_whoHasLeftUndecidedIsNotExaminedAndNobodyIsTwice() {
    CommissionItem item = item("AUCUN");
    ItemCandidate first = add(item, false, "NON");
    ItemCandidate second = add(item, false, "NON");
    ItemCandidate third = add(item, false, "NON");
    third.proposal().withdraw(HELD);
    assertThat(codes(() -> decide(first))).containsExactly("TOO_FEW_CANDIDATES");
    session.addCandidate(item, SessionCases.proposal(item.vacancy(), second.proposal().demand()));
    assertThat(codes(() -> decide(first))).containsExactly("TOO_FEW_CANDIDATES");
    add(item, false, "NON");
    decide(first);
    // Decided, then gone: the commission has examined it.
    first.proposal().release(ReleaseReason.HOUSED_ELSEWHERE, HELD);
    decide(second);
  }

  private void decide(ItemCandidate candidate) {
    session.decide(candidate, form(Decision.ALLOCATION, null, null), HELD, 3);
  }

  private CommissionItem item(String quota) {
    return session.add(SessionCases.vacancy(SessionCases.dwelling(), quota));
  }

  private ItemCandidate add(CommissionItem item, boolean designated, String dalo) {
    Vacancy vacancy = item.vacancy();
    Proposal proposal = SessionCases.proposal(vacancy, SessionCases.demand(dalo));
    if (designated) {
      proposal.designatedBy(STATE, 1);
    }
    return session.addCandidate(item, proposal);
  }
}
