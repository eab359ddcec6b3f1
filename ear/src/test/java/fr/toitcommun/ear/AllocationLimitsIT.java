package fr.toitcommun.ear;

import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.allocated;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.leases;
import static fr.toitcommun.ear.LettingActs.proposals;
import static fr.toitcommun.ear.LettingActs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.allocation.LeaseData;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What nobody may do between a vacancy and its lease, whatever a page or a system sends. */
@ExtendWith(ArquillianExtension.class)
class AllocationLimitsIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(AllocationLimitsIT.class, Acts.class, LettingActs.class);
  }

  @Test
  void L_441_2_anAllocationIsNeitherTakenBackNorSignedBeforeItWasDecided() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long proposal = allocated(LANDLORD, vacancy, numbers.get(0));
    assertThat(faults(() -> run(() -> proposals().withdraw(proposal))))
        .extracting(Fault::code)
        .containsExactly("ALLOCATED_BY_COMMISSION");
    LocalDate today = LocalDate.now();
    LeaseData yesterday =
        new LeaseData(today.minusDays(1), false, "AUCUN", "NON", "AUCUN", false, true, null);
    assertThat(faults(() -> leases().sign(proposal, yesterday)))
        .containsExactly(Fault.at("signedOn", "DATE_OUT_OF_RANGE", today, today));
  }

  private static List<Fault> faults(Callable<?> act) {
    return catchThrowableOfType(RefusedInput.class, () -> AsAgent.call(LANDLORD, act::call))
        .faults();
  }
}
