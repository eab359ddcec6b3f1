package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Home counts the demands of each EPCI at every visit: it must find them by their place. */
class TerritoryPlanTest {
  @Test
  void demandsOfAMunicipalityAreFoundByTheIndexOfPlaces() {
    Jdbi jdbi = Reads.over(TestDatabase.empty());
    List<String> plan =
        jdbi.withHandle(
            handle -> {
              // In a small file reading all is cheaper; asked is whether the index can be used.
              handle.execute("set enable_seqscan = off");
              return handle
                  .createQuery("explain " + CounterReader.BY_TERRITORY)
                  .bindArray("departements", String.class, "44")
                  .bind("year", LocalDate.of(2026, 1, 1))
                  .bind("today", TestDatabase.TODAY)
                  .mapTo(String.class)
                  .list();
            });
    assertThat(plan).anyMatch(line -> line.matches(".*Index Cond: .*\\bplace\\b.*"));
  }
}
