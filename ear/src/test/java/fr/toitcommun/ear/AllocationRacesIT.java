package fr.toitcommun.ear;

import static fr.toitcommun.ear.LettingActs.LANDLORD;
import static fr.toitcommun.ear.LettingActs.OTHER_LANDLORD;
import static fr.toitcommun.ear.LettingActs.allocated;
import static fr.toitcommun.ear.LettingActs.candidates;
import static fr.toitcommun.ear.LettingActs.declare;
import static fr.toitcommun.ear.LettingActs.lease;
import static fr.toitcommun.ear.LettingActs.leases;
import static fr.toitcommun.ear.LettingActs.proposals;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.registration.RefusedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Landlords who propose and sign at once: one consistent outcome, never two leases. */
@ExtendWith(ArquillianExtension.class)
class AllocationRacesIT {
  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(AllocationRacesIT.class, Acts.class, LettingActs.class);
  }

  @Test
  void twoLandlordsProposingAtOnceBothSucceedAndOneLeaseComesOfIt() throws Exception {
    long mine = declare(LANDLORD);
    long theirs = declare(OTHER_LANDLORD);
    List<String> numbers = candidates(mine, 3);
    List<Object> outcome =
        atOnce(
            () -> AsAgent.call(LANDLORD, () -> proposals().propose(mine, numbers)),
            () -> AsAgent.call(OTHER_LANDLORD, () -> proposals().propose(theirs, numbers)));
    assertThat(outcome).allMatch(List.class::isInstance);
    long first = allocated(LANDLORD, mine, numbers.get(0));
    long second = allocated(OTHER_LANDLORD, theirs, numbers.get(0));
    List<Object> signed =
        atOnce(
            () -> AsAgent.call(LANDLORD, () -> leases().sign(first, lease())),
            () -> AsAgent.call(OTHER_LANDLORD, () -> leases().sign(second, lease())));
    assertThat(signed.stream().filter(Long.class::isInstance)).hasSize(1);
    assertThat(signed.stream().filter(RefusedInput.class::isInstance)).hasSize(1);
    assertThat(
            Acts.count(
                "select count(*) from lease l join demand d on d.id = l.demand_id where"
                    + " d.unique_number = ?",
                numbers.get(0)))
        .isEqualTo(1);
    assertThat(
            Acts.count(
                "select count(*) from vacancy where status = 'LET' and id in ("
                    + mine
                    + ", "
                    + theirs
                    + ")"))
        .isEqualTo(1);
  }

  @Test
  void aDwellingSignedTwentyTimesAtOnceHasOneTenant() throws Exception {
    long vacancy = declare(LANDLORD);
    List<String> numbers = candidates(vacancy, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(vacancy, numbers));
    long proposal = allocated(LANDLORD, vacancy, numbers.get(0));
    List<Callable<Object>> signatures = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      signatures.add(() -> AsAgent.call(LANDLORD, () -> leases().sign(proposal, lease())));
    }
    List<Object> outcome = atOnce(signatures);
    assertThat(outcome.stream().filter(Long.class::isInstance)).hasSize(1);
    assertThat(outcome.stream().filter(RefusedInput.class::isInstance)).hasSize(19);
    assertThat(Acts.count("select count(*) from lease where vacancy_id = ?", vacancy)).isEqualTo(1);
  }

  @Test
  void aLeaseSignedWhileAnotherProposesLeavesOneConsistentOutcome() throws Exception {
    long mine = declare(LANDLORD);
    List<String> numbers = candidates(mine, 3);
    AsAgent.call(LANDLORD, () -> proposals().propose(mine, numbers));
    long proposal = allocated(LANDLORD, mine, numbers.get(0));
    long theirs = declare(OTHER_LANDLORD);
    List<Object> outcome =
        atOnce(
            () -> AsAgent.call(LANDLORD, () -> leases().sign(proposal, lease())),
            () ->
                AsAgent.call(
                    OTHER_LANDLORD, () -> proposals().propose(theirs, List.of(numbers.get(0)))));
    assertThat(outcome.get(0)).isInstanceOf(Long.class);
    // Whoever came first: nothing is open any more for someone who is housed.
    assertThat(
            Acts.count(
                "select count(*) from proposal r join demand d on d.id = r.demand_id where"
                    + " d.unique_number = ? and r.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED',"
                    + " 'RANKED', 'CONDITIONAL')",
                numbers.get(0)))
        .isZero();
  }

  private static List<Object> atOnce(Callable<Object> one, Callable<Object> other)
      throws Exception {
    return atOnce(List.of(one, other));
  }

  /** What each gave or threw, all having begun together. */
  private static List<Object> atOnce(List<Callable<Object>> acts) throws Exception {
    // The threads have no names to look up in: they find what was found here.
    proposals();
    leases();
    ExecutorService threads = Executors.newFixedThreadPool(acts.size());
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Object>> futures = new ArrayList<>();
      for (Callable<Object> act : acts) {
        futures.add(
            threads.submit(
                () -> {
                  start.await();
                  try {
                    return act.call();
                  } catch (Exception e) {
                    return e;
                  }
                }));
      }
      start.countDown();
      List<Object> outcome = new ArrayList<>();
      for (Future<Object> future : futures) {
        outcome.add(future.get());
      }
      return outcome;
    } finally {
      threads.shutdown();
    }
  }
}
