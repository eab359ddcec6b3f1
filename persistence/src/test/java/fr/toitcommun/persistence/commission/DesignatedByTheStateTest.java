package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.RefusedInput;
import org.junit.jupiter.api.Test;

/** Fewer than three demands, because the préfet designated the candidates. */
class DesignatedByTheStateTest {
  @Test
  void R_441_3_candidatesAllDesignatedByTheStateMayBeFewerThanThree() {
    CommissionItem item = item("PPRIOR", true);
    item.except(CandidateException.DALO_DESIGNATION, null);
    item.requireEnoughCandidates(3);
  }

  @Test
  void R_441_3_aCandidateWhomTheLandlordFoundNeedsItsOwnGround() {
    for (CommissionItem item : new CommissionItem[] {item("PPRIOR", false), item("COLACT", true)}) {
      assertThat(
              catchThrowableOfType(
                      RefusedInput.class,
                      () -> item.except(CandidateException.DALO_DESIGNATION, null))
                  .faults()
                  .get(0)
                  .code())
          .isEqualTo("NO_DALO_CANDIDATE");
    }
  }

  private static CommissionItem item(String quota, boolean designated) {
    Vacancy vacancy = SessionCases.vacancy(SessionCases.dwelling(), quota);
    Proposal proposal = SessionCases.proposal(vacancy);
    if (designated) {
      proposal.designatedBy(7, 1);
    }
    CommissionSession session = SessionCases.session();
    CommissionItem item = session.add(vacancy);
    session.addCandidate(item, proposal);
    return item;
  }
}
