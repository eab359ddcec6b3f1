package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ten years of files agree with themselves, with the live base and with what is published. */
class PastYearsTest {
  private final History history = History.made();
  private final IndicatorReader reader = history.reader(0);

  private double figure(Indicator indicator, When when) {
    return reader.answer(Question.of(indicator, when), history.departements()).figure().value();
  }

  @Test
  void thereIsAStockOnTheFirstOfEachMonthAndTheFactsOfEachMonthBetween() {
    LocalDate first = History.TODAY.withDayOfMonth(1).minusMonths(120);
    assertThat(
            history.files.stream()
                .filter(f -> f.kind() == FileKind.STOCK)
                .map(ObservatoryFile::day))
        .containsExactlyElementsOf(
            first.datesUntil(History.TODAY, java.time.Period.ofMonths(1)).toList());
    assertThat(history.files.stream().filter(f -> f.kind() == FileKind.FACTS)).hasSize(120);
    assertThat(history.files).allMatch(history.folder::isIntact);
  }

  @Test
  void whatStandsAtTheEndOfAMonthIsWhatStoodWithWhatCameAndWithoutWhatLeft() {
    for (LocalDate month = LocalDate.of(2017, 1, 1);
        month.isBefore(LocalDate.of(2024, 11, 1));
        month = month.plusMonths(7)) {
      When during = When.from(month, month.plusMonths(1).minusDays(1));
      double stood = figure(Indicator.ACTIVE, When.on(month));
      double after =
          stood
              + figure(Indicator.REGISTERED, during)
              - figure(Indicator.CANCELLED, during)
              - figure(Indicator.SATISFIED, during);
      // Each kind of fact is rounded by itself.
      assertThat(figure(Indicator.ACTIVE, When.on(month.plusMonths(1))))
          .as("%s", month)
          .isCloseTo(after, org.assertj.core.data.Offset.offset(3.0));
    }
  }

  @Test
  void demandsGrowAndLeasesFallAsPublished() {
    double before = figure(Indicator.ACTIVE, When.on(LocalDate.of(2017, 1, 1)));
    double after = figure(Indicator.ACTIVE, When.on(LocalDate.of(2025, 1, 1)));
    assertThat(after / before).isBetween(1.25, 1.55);
    assertThat(figure(Indicator.SATISFIED, When.year(2018)))
        .isGreaterThan(figure(Indicator.SATISFIED, When.year(2025)));
    assertThat(figure(Indicator.TENSION, When.year(2025))).isBetween(4.5, 7.0);
    assertThat(figure(Indicator.DELAY_MEAN, When.year(2017)))
        .isLessThan(figure(Indicator.DELAY_MEAN, When.year(2025)));
  }

  @Test
  void aFileKeepsNothingThatLeadsToADemand() {
    List<Map<String, Object>> row =
        history
            .engine
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select * from read_parquet('"
                                + history.folder.path(FileKind.STOCK, LocalDate.of(2026, 11, 1))
                                + "') limit 1")
                        .mapToMap()
                        .list());
    assertThat(row.get(0).keySet())
        .doesNotContain("demand_id", "unique_number", "birth_date", "deposit_on", "annual_income");
  }
}
