package fr.toitcommun.persistence.reference;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The threshold of the first quartile: what figures read is what statements count by. */
class FirstQuartileTest {
  private static final String NANTES = "244400404";

  private final Jdbi jdbi = Jdbi.create(TestDatabase.empty());

  @ParameterizedTest
  @CsvSource({
    "244400404, 2023-12-31, 9720",
    "244400404, 2024-01-01, 9100",
    "244400404, 2026-11-30, 9300",
    "244400503, 2026-11-30, 9720",
    ", 2026-11-30, 9720",
    ", 2019-12-31, ",
  })
  void L_441_1_theLatestYearOfTheEpciElseTheNationalOne(
      String epci, LocalDate day, Integer threshold) {
    jdbi.useHandle(
        handle ->
            handle.execute(
                "insert into first_quartile_threshold (epci_siren, year, amount, source, assumed)"
                    + " values (?, 2024, 9100, 'arrêté', false), (?, 2025, 9300, 'arrêté', false)",
                NANTES,
                NANTES));
    assertThat(
            Reference.load(jdbi)
                .firstQuartile(epci, day)
                .map(QuartileThreshold::amount)
                .orElse(null))
        .isEqualTo(threshold);
    Integer counted =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select first_quartile_threshold_of(:epci, :day)")
                    .bind("epci", epci)
                    .bind("day", day)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(null));
    assertThat(counted).isEqualTo(threshold);
  }
}
