package fr.toitcommun.ear;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.DemandForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wildfly.security.auth.server.SecurityIdentity;

/** Unique numbers are unique, however many desks ask at once. */
@ExtendWith(ArquillianExtension.class)
class NumbersIT {
  private static final int THREADS = 16;
  private static final int EACH = 625;

  @Deployment
  static EnterpriseArchive application() {
    return ApplicationEar.withTests(NumbersIT.class, Acts.class);
  }

  @Test
  void R_441_2_3_tenThousandRegistrationsFromSixteenThreadsGiveTenThousandNumbers()
      throws Exception {
    Registrations registrations = Acts.of(Registrations.class);
    SecurityIdentity agent = AsAgent.identity("guichet.nantes");
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    AtomicReference<LocalDate> born = new AtomicReference<>(LocalDate.of(1950, 1, 1));
    List<Future<List<String>>> futures = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      futures.add(
          threads.submit(
              () ->
                  agent.runAs(
                      (java.util.concurrent.Callable<List<String>>)
                          () -> {
                            List<String> numbers = new ArrayList<>();
                            for (int i = 0; i < EACH; i++) {
                              // Of one name, born on days of their own: nobody is a duplicate.
                              DemandForm form = Acts.form("Nombreuse", "44109");
                              form.getApplicant()
                                  .setBirthDate(born.getAndUpdate(day -> day.plusDays(1)));
                              numbers.add(registrations.register(form).value());
                            }
                            return numbers;
                          })));
    }
    Set<String> different = new HashSet<>();
    for (Future<List<String>> future : futures) {
      different.addAll(future.get());
    }
    threads.shutdown();
    assertThat(different).hasSize(THREADS * EACH);
    // The sequence alone must tell them apart, whatever the desk.
    assertThat(different.stream().map(number -> number.substring(0, 13)).distinct().count())
        .isEqualTo(THREADS * EACH);
    assertThat(
            Acts.count(
                "select count(*) from demand d join person_name n on n.demand_id = d.id"
                    + " where n.name_key = 'nombreuse eleonore'"))
        .isEqualTo(THREADS * EACH);
  }
}
