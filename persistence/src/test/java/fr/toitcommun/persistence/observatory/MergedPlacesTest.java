package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.MunicipalityMerger;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Whoever wishes several municipalities that are one today stands in it once, in every file and in
 * the live base.
 */
class MergedPlacesTest {
  private static final LocalDate THEN = LocalDate.of(2022, 1, 1);
  private static final LocalDate MERGED_ON = LocalDate.of(2024, 1, 1);

  private static History history;
  private static List<String> all;

  /** One that many wish together with the other two, which became part of it, one by the other. */
  private static String one;

  private static String second;
  private static String third;

  @BeforeAll
  static void threeThatAreWishedTogether() {
    history = History.made();
    all = history.departements();
    List<String> codes =
        history.live.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select code from (select unnest(places) as code from observed_active"
                            + " where cardinality(places) >= 3) w group by 1 order by count(*)"
                            + " desc, 1 limit 3")
                    .mapTo(String.class)
                    .list());
    one = codes.get(0);
    second = codes.get(1);
    third = codes.get(2);
  }

  private static IndicatorReader reader() {
    List<MunicipalityMerger> mergers =
        List.of(
            new MunicipalityMerger(second, third, MERGED_ON, null, false),
            new MunicipalityMerger(third, one, MERGED_ON, null, false));
    return new IndicatorReader(
        new Observed(
            history.liveStore(),
            history.frozenStore(),
            history.files,
            new MunicipalityMergers(mergers),
            History.TODAY,
            3,
            12),
        DwellingNumbers.of(Reference.load(history.live)),
        history.labels(),
        0);
  }

  private static Question ask(Indicator indicator, When when) {
    return Question.of(indicator, when).counting(Counting.ANY).by(Axis.MUNICIPALITY, null);
  }

  private static String wished(String... codes) {
    return "places && cast(array['" + String.join("','", codes) + "'] as varchar[])";
  }

  private static double inFile(FileKind kind, LocalDate day, String condition) {
    return history
        .engine
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from read_parquet('"
                            + history.folder.path(kind, day)
                            + "') where "
                            + condition)
                    .mapTo(Double.class)
                    .one());
  }

  private static double inBase(String from, String condition) {
    return history.live.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from " + from + " where " + condition)
                .mapTo(Double.class)
                .one());
  }

  private static Map<String, Double> apart(String condition) {
    return Map.of(
        one, inFile(FileKind.STOCK, THEN, condition + wished(one)),
        second, inFile(FileKind.STOCK, THEN, condition + wished(second)),
        third, inFile(FileKind.STOCK, THEN, condition + wished(third)));
  }

  @Test
  void aStockOnFileCountsEachOnce() {
    double together = inFile(FileKind.STOCK, THEN, wished(one, second, third));
    double sum = apart("").values().stream().mapToDouble(Double::doubleValue).sum();
    assertThat(sum).as("some wish several").isGreaterThan(together);
    Answer answer = reader().answer(ask(Indicator.ACTIVE, When.on(THEN)), all);
    assertThat(answer.cell(one, "").value()).isEqualTo(together);
    assertThat(answer.rows()).extracting(Heading::code).doesNotContain(second, third);
    assertThat(answer.total().value()).isEqualTo(inFile(FileKind.STOCK, THEN, "true"));
  }

  @Test
  void theLiveBaseCountsEachOnce() {
    double together = inBase("observed_active", wished(one, second, third));
    assertThat(
            inBase("observed_active", wished(one))
                + inBase("observed_active", wished(second))
                + inBase("observed_active", wished(third)))
        .isGreaterThan(together);
    Answer answer = reader().answer(ask(Indicator.ACTIVE, When.NOW), all);
    assertThat(answer.cell(one, "").value()).isEqualTo(together);
    assertThat(answer.rows()).extracting(Heading::code).doesNotContain(second, third);
  }

  @Test
  void placesThatStayedThemselvesAreCountedAsBefore() {
    Answer merged = reader().answer(ask(Indicator.ACTIVE, When.on(THEN)), all);
    Answer apart = history.reader(0).answer(ask(Indicator.ACTIVE, When.on(THEN)), all);
    List<String> others =
        apart.rows().stream()
            .map(Heading::code)
            .filter(code -> !Set.of(one, second, third).contains(code))
            .toList();
    assertThat(others).hasSizeGreaterThan(50);
    for (String code : others) {
      assertThat(merged.cell(code, "")).as(code).isEqualTo(apart.cell(code, ""));
    }
  }

  @Test
  void byTwoAxesAndInASeriesTooAndItsFilterAsksForAllOfThem() {
    Answer byTransfer =
        reader()
            .answer(ask(Indicator.ACTIVE, When.on(THEN)).by(Axis.TRANSFER, Axis.MUNICIPALITY), all);
    assertThat(byTransfer.cell("YES", one).value())
        .isEqualTo(
            inFile(FileKind.STOCK, THEN, "transfer = 'YES' and " + wished(one, second, third)))
        .isPositive();
    When months = When.from(LocalDate.of(2021, 11, 1), THEN);
    Answer series =
        reader()
            .answer(
                ask(Indicator.ACTIVE, months)
                    .by(Axis.MONTH, Axis.MUNICIPALITY)
                    .where(Axis.MUNICIPALITY, Set.of(one)),
                all);
    List<Double> told = new ArrayList<>();
    for (Heading month : series.rows()) {
      told.add(series.cell(month.code(), one).value());
    }
    assertThat(told)
        .containsExactly(
            inFile(FileKind.STOCK, LocalDate.of(2021, 11, 1), wished(one, second, third)),
            inFile(FileKind.STOCK, LocalDate.of(2021, 12, 1), wished(one, second, third)),
            inFile(FileKind.STOCK, THEN, wished(one, second, third)));
  }

  @Test
  void whatHappenedIsCountedOnceInFilesAndBaseAlike() {
    LocalDate from = LocalDate.of(2026, 7, 1);
    double expected =
        inFile(FileKind.FACTS, from, "fact = 'REGISTERED' and " + wished(one, second, third))
            + inBase(
                "observed_fact",
                "fact = 'REGISTERED' and day between date '2026-08-01' and date '"
                    + History.TODAY
                    + "' and "
                    + wished(one, second, third));
    Answer answer = reader().answer(ask(Indicator.REGISTERED, When.from(from, History.TODAY)), all);
    assertThat(answer.cell(one, "").value()).isEqualTo(expected).isPositive();
  }
}
