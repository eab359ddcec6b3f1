package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.allocation.Dwelling;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandCalendar;
import fr.toitcommun.persistence.registration.Forms;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.UniqueNumber;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Fewer than three demands, because the préfet designated the candidates. */
class DesignatedByTheStateTest {
  private static final LocalDate HELD = LocalDate.of(2026, 11, 23);

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
    DwellingForm form = new DwellingForm();
    form.setInternalReference("A1");
    form.setMunicipalityCode("44109");
    form.setAddress("1 rue Haute");
    form.setType("T3");
    form.setScheme("PLUS");
    form.setSurface(62);
    form.setMainRent(420);
    form.setCharges(60);
    Vacancy vacancy = new Vacancy(new Dwelling(1, form), HELD, HELD, quota);
    Demand demand =
        Demand.register(
            UniqueNumber.read("0440325000001G4401"),
            "44",
            1,
            Forms.alone(),
            LocalDate.of(2025, 3, 31),
            Instant.EPOCH,
            new DemandCalendar(12, 1, 13, 18, 1, 5),
            Forms.RULES);
    Proposal proposal = new Proposal(vacancy, demand, HELD.minusDays(20), 10, 1);
    if (designated) {
      proposal.designatedBy(7, 1);
    }
    CommissionSession session = new CommissionSession(1, HELD.atTime(9, 30), "Salle du conseil");
    CommissionItem item = session.add(vacancy);
    session.addCandidate(item, proposal);
    return item;
  }
}
