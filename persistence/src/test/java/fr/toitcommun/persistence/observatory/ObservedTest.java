package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.MunicipalityMerger;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is told by the base and what by the files, where files are missing and codes have changed.
 */
class ObservedTest {
  private static final LocalDate TODAY = History.TODAY;

  private final History history = History.made();
  private final List<String> all = history.departements();

  private IndicatorReader reader(Observed observed, int threshold) {
    return new IndicatorReader(
        observed, DwellingNumbers.of(Reference.load(history.live)), history.labels(), threshold);
  }

  private IndicatorReader without(Predicate<ObservatoryFile> missing) {
    return reader(
        history.observed(history.files.stream().filter(missing.negate()).toList(), TODAY), 0);
  }

  private static Predicate<ObservatoryFile> facts(LocalDate month) {
    return file -> file.kind() == FileKind.FACTS && file.day().equals(month);
  }

  @Test
  void aMonthWithoutFileIsToldByTheBaseAsLongAsItKnows() {
    LocalDate from = LocalDate.of(2026, 2, 10);
    LocalDate to = LocalDate.of(2026, 8, 20);
    IndicatorReader reader = without(facts(LocalDate.of(2026, 5, 1)));
    Answer answer = reader.answer(Question.of(Indicator.SATISFIED, When.from(from, to)), all);
    assertThat(answer.figure().value()).isEqualTo(history.leases(from, to)).isPositive();
  }

  @Test
  void anInstallationOfAFewMonthsIsToldByTheBaseAlone() {
    Answer answer = without(file -> true).answer(Question.of(Indicator.SATISFIED, When.NOW), all);
    assertThat(answer.figure().value())
        .isEqualTo(history.leases(TODAY.minusYears(1).plusDays(1), TODAY))
        .isPositive();
    assertThat(answer.origins()).isEmpty();
  }

  @Test
  void aMonthThatNobodyTellsMakesNoNumberAndNoTime() {
    LocalDate month = LocalDate.of(2024, 7, 1);
    IndicatorReader reader = without(facts(month));
    for (Indicator indicator :
        List.of(Indicator.SATISFIED, Indicator.DELAY_MEAN, Indicator.DELAY_MEDIAN)) {
      assertThat(reader.answer(Question.of(indicator, When.year(2024)), all).figure().value())
          .as("%s", indicator)
          .isNull();
      Answer series =
          reader.answer(Question.of(indicator, When.year(2024)).by(Axis.MONTH, null), all);
      assertThat(series.cell("2024-07", "").value()).as("%s", indicator).isNull();
      assertThat(series.cell("2024-06", "").value()).as("%s", indicator).isNotNull();
      assertThat(series.untold()).as("%s", indicator).containsExactly(month);
      assertThat(series.isKnown()).as("%s", indicator).isTrue();
    }
    assertThat(
            history
                .observed(history.files.stream().filter(facts(month).negate()).toList(), TODAY)
                .period(LocalDate.of(2024, 1, 1), TODAY)
                .untold())
        .containsExactly(month);
    assertThat(
            history.observed(history.files, TODAY).period(LocalDate.of(2024, 1, 1), TODAY).untold())
        .isEmpty();
  }

  @Test
  void anAnswerSaysWhoToldIt() {
    IndicatorReader reader = without(file -> false);
    Answer now = reader.answer(Question.of(Indicator.ACTIVE, When.NOW), all);
    assertThat(now.live()).isTrue();
    assertThat(now.origins()).isEmpty();
    Answer both = reader.answer(Question.of(Indicator.REGISTERED, When.NOW), all);
    assertThat(both.live()).as("the running months").isTrue();
    assertThat(both.origins()).as("the closed months").isNotEmpty();
    assertThat(both.untold()).isEmpty();
    Answer files = reader.answer(Question.of(Indicator.REGISTERED, When.year(2024)), all);
    assertThat(files.live()).isFalse();
    LocalDate longAgo = LocalDate.of(1960, 5, 1);
    Answer nobody = reader.answer(Question.of(Indicator.ACTIVE, When.on(longAgo)), all);
    assertThat(nobody.isKnown()).isFalse();
    assertThat(nobody.live()).isFalse();
    assertThat(nobody.untold()).containsExactly(longAgo);
    Answer series =
        reader.answer(
            Question.of(Indicator.ACTIVE, When.from(TODAY.minusMonths(1), TODAY))
                .by(Axis.MONTH, null),
            all);
    assertThat(series.live()).as("snapshots alone").isFalse();
  }

  @Test
  void periodsToldApartAreWholeButTheRunningOne() {
    IndicatorReader reader = without(file -> false);
    Answer months =
        reader.answer(Question.of(Indicator.REGISTERED, When.NOW).by(Axis.MONTH, null), all);
    assertThat(months.rows()).hasSize(12);
    assertThat(months.rows().get(0).code()).isEqualTo("2025-12");
    Answer years =
        reader.answer(
            Question.of(
                    Indicator.SATISFIED,
                    When.from(LocalDate.of(2024, 7, 1), LocalDate.of(2025, 3, 15)))
                .by(Axis.YEAR, null),
            all);
    assertThat(years.from()).isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(years.to()).isEqualTo(LocalDate.of(2025, 12, 31));
    assertThat(years.cell("2025", "").value())
        .isEqualTo(history.leases(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)));
  }

  @Test
  void whatIsSetAgainstAStockIsCountedByTheMonthsOfThatStock() {
    Answer answer =
        without(file -> false).answer(Question.of(Indicator.SATISFACTION, When.NOW), all);
    LocalDate from = TODAY.minusYears(1).plusDays(1).withDayOfMonth(1);
    assertThat(answer.from()).isEqualTo(from);
    double stood =
        without(file -> false)
            .answer(Question.of(Indicator.ACTIVE, When.on(from)), all)
            .figure()
            .value();
    double came =
        without(file -> false)
            .answer(Question.of(Indicator.REGISTERED, When.from(from, TODAY)), all)
            .figure()
            .value();
    assertThat(answer.figure().value())
        .isCloseTo(history.leases(from, TODAY) * 100 / (stood + came), within(1e-9));
  }

  @Test
  void whatIsDividedByOrDividesAStockIsOfWholeMonthsAndOfTheirVeryDays() {
    When days = When.from(LocalDate.of(2025, 3, 5), LocalDate.of(2025, 3, 20));
    Answer answer = without(file -> false).answer(Question.of(Indicator.TENSION, days), all);
    assertThat(answer.from()).isEqualTo(LocalDate.of(2025, 3, 1));
    assertThat(answer.to()).isEqualTo(LocalDate.of(2025, 3, 31));
    LocalDate end = LocalDate.of(2025, 4, 1);
    double stood =
        without(file -> false)
            .answer(Question.of(Indicator.ACTIVE, When.on(end)), all)
            .figure()
            .value();
    assertThat(answer.figure().value())
        .isCloseTo(
            stood / history.leases(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 31)),
            within(1e-9));
    for (Indicator indicator : List.of(Indicator.TENSION, Indicator.SATISFACTION)) {
      LocalDate missing = indicator == Indicator.TENSION ? end : LocalDate.of(2025, 3, 1);
      assertThat(
              without(file -> file.kind() == FileKind.STOCK && file.day().equals(missing))
                  .answer(Question.of(indicator, days), all)
                  .figure()
                  .value())
          .as("%s without the very day", indicator)
          .isNull();
    }
  }

  @Test
  void aMunicipalityThatBecamePartOfAnotherIsCountedInIt() {
    Question question =
        Question.of(Indicator.ACTIVE, When.on(LocalDate.of(2022, 1, 1)))
            .by(Axis.MUNICIPALITY, null);
    Answer apart = reader(history.observed(history.files, TODAY), 0).answer(question, all);
    String one = apart.rows().get(0).code();
    String other = apart.rows().get(1).code();
    Observed merged =
        new Observed(
            history.liveStore(),
            history.frozenStore(),
            history.files,
            new MunicipalityMergers(
                List.of(new MunicipalityMerger(other, one, LocalDate.of(2024, 1, 1), null, false))),
            TODAY,
            3,
            12);
    double both = apart.cell(one, "").value() + apart.cell(other, "").value();
    Answer together = reader(merged, 0).answer(question, all);
    assertThat(together.cell(one, "").value()).isEqualTo(both);
    assertThat(together.rows()).extracting(Heading::code).doesNotContain(other);
    assertThat(
            reader(merged, 0)
                .answer(
                    Question.of(Indicator.ACTIVE, question.when())
                        .where(Axis.MUNICIPALITY, Set.of(one)),
                    all)
                .figure()
                .value())
        .isEqualTo(both);
  }

  @Test
  void ofAShareTheRestIsNotTooFewEither() {
    int threshold = 40;
    IndicatorReader reader = reader(history.observed(history.files, TODAY), threshold);
    for (Indicator share : List.of(Indicator.TRANSFER_SHARE, Indicator.UNDER_PLAI_SHARE)) {
      Answer answer = reader.answer(Question.of(share, When.NOW).by(Axis.EPCI, null), all);
      assertThat(answer.hidden()).isPositive();
      for (List<Cell> row : answer.cells()) {
        Cell cell = row.get(0);
        if (cell.value() != null) {
          long some = Math.round(cell.value() * cell.base() / 100);
          assertThat(some).satisfies(n -> assertThat(n == 0 || n >= threshold).isTrue());
          assertThat(cell.base() - some)
              .satisfies(n -> assertThat(n == 0 || n >= threshold).isTrue());
        }
      }
    }
  }

  @Test
  void theOrderOfRowsTellsNothingOfThoseKeptBack() {
    Answer answer =
        reader(history.observed(history.files, TODAY), 20)
            .answer(Question.of(Indicator.ACTIVE, When.NOW).by(Axis.MUNICIPALITY, null), all);
    List<Integer> secret =
        IntStream.range(0, answer.rows().size())
            .filter(row -> answer.cells().get(row).get(0).secret())
            .filter(row -> !answer.rows().get(row).code().equals(Axis.UNKNOWN))
            .boxed()
            .toList();
    assertThat(secret).hasSizeGreaterThan(5);
    assertThat(secret.stream().map(row -> answer.rows().get(row).code()).toList()).isSorted();
    assertThat(secret)
        .as("one after the other")
        .containsExactlyElementsOf(
            IntStream.rangeClosed(secret.get(0), secret.get(secret.size() - 1))
                .boxed()
                .collect(Collectors.toList()));
    double total =
        answer.cells().stream()
            .map(row -> row.get(0).value())
            .filter(value -> value != null)
            .mapToDouble(Double::doubleValue)
            .sum();
    assertThat(total).isLessThan(answer.total().value());
  }

  @Test
  void placesWishedBesideThoseAskedForAreNoRows() {
    String epci = "244400404";
    Answer answer =
        reader(history.observed(history.files, TODAY), 0)
            .answer(
                Question.of(Indicator.ACTIVE, When.NOW)
                    .counting(Counting.ANY)
                    .where(Axis.EPCI, Set.of(epci))
                    .by(Axis.EPCI, null),
                all);
    assertThat(answer.rows()).extracting(Heading::code).containsExactly(epci);
    assertThat(answer.cells().get(0).get(0).value()).isEqualTo(answer.total().value());
  }

  @Test
  void aFileKeepsTheMonthOfADepositAndNotItsDay() {
    List<Map<String, Object>> days =
        history
            .engine
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select distinct extract(day from taken_on - days) as day_of_month from"
                                + " read_parquet('"
                                + history.folder.path(FileKind.STOCK, LocalDate.of(2026, 11, 1))
                                + "') where days > 0")
                        .mapToMap()
                        .list());
    assertThat(days).hasSize(1);
    assertThat(days.get(0).get("day_of_month")).hasToString("15");
  }
}
