package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each indicator against a slow, obvious recount from the demand's own tables: one demand after the
 * other, in Java.
 */
class IndicatorsTest {
  private final History history = History.made();
  private final IndicatorReader reader = history.reader(0);
  private final List<String> all = history.departements();

  /** What the recount needs to know of a demand. */
  private record Demand(
      long id,
      boolean active,
      boolean transfer,
      boolean renewed,
      boolean over,
      LocalDate deposit,
      LocalDate birth,
      int persons,
      Integer income,
      int category,
      String first,
      String firstEpci,
      Set<String> places) {}

  private List<Demand> demands() {
    Map<Long, List<String[]>> wishes = new HashMap<>();
    history.live.useHandle(
        handle ->
            handle
                .createQuery(
                    "select l.demand_id, l.municipality_code, m.epci_siren from wished_location l"
                        + " join municipality m on m.code = l.municipality_code order by l.rank")
                .map(
                    (row, context) -> {
                      wishes
                          .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                          .add(new String[] {row.getString(2), row.getString(3)});
                      return 0;
                    })
                .list());
    return history.live.withHandle(
        handle ->
            handle
                .createQuery(
                    "select d.*, a.birth_date from demand d join household_member a on a.demand_id"
                        + " = d.id and a.role = 'APPLICANT'")
                .map(
                    (row, context) -> {
                      List<String[]> wished = wishes.getOrDefault(row.getLong("id"), List.of());
                      return new Demand(
                          row.getLong("id"),
                          row.getString("status").equals("ACTIVE"),
                          row.getBoolean("transfer"),
                          row.getObject("last_renewal_date") != null,
                          row.getObject("abnormal_delay_since") != null,
                          row.getObject("initial_deposit_date", LocalDate.class),
                          row.getObject("birth_date", LocalDate.class),
                          row.getInt("household_size"),
                          (Integer) row.getObject("annual_income"),
                          row.getInt("household_category"),
                          wished.isEmpty() ? null : wished.get(0)[0],
                          wished.isEmpty() ? null : wished.get(0)[1],
                          new TreeSet<>(wished.stream().map(one -> one[0]).toList()));
                    })
                .list());
  }

  private List<Demand> active() {
    return demands().stream().filter(Demand::active).toList();
  }

  private double figure(Indicator indicator) {
    Double value = reader.answer(Question.of(indicator, When.NOW), all).figure().value();
    return value == null ? 0 : value;
  }

  @Test
  void stocksAreTheDemandsThatStand() {
    List<Demand> standing = active();
    assertThat(figure(Indicator.ACTIVE)).isEqualTo(standing.size()).isGreaterThan(3000);
    double transfers = standing.stream().filter(Demand::transfer).count();
    assertThat(figure(Indicator.TRANSFERS)).isEqualTo(transfers);
    assertThat(figure(Indicator.FIRST_ACCESS)).isEqualTo(standing.size() - transfers);
    assertThat(figure(Indicator.TRANSFER_SHARE))
        .isCloseTo(transfers / standing.size() * 100, within(1e-9));
    assertThat(figure(Indicator.RENEWED_SHARE))
        .isCloseTo(
            standing.stream().filter(Demand::renewed).count() * 100.0 / standing.size(),
            within(1e-9));
    assertThat(figure(Indicator.WITHOUT_INCOME_SHARE))
        .isCloseTo(
            standing.stream().filter(one -> one.income() == null).count() * 100.0 / standing.size(),
            within(1e-9));
    assertThat(figure(Indicator.OVER_DELAY))
        .isEqualTo(standing.stream().filter(Demand::over).count());
  }

  @Test
  void seniorityIsCountedInDaysForTheMeanAndInWholeMonthsForTheMedian() {
    List<Demand> standing = active();
    assertThat(figure(Indicator.SENIORITY_MEAN))
        .isCloseTo(
            standing.stream()
                    .mapToLong(one -> ChronoUnit.DAYS.between(one.deposit(), History.TODAY))
                    .average()
                    .orElseThrow()
                / (365.25 / 12),
            within(1e-6));
    List<Long> months =
        standing.stream()
            .map(one -> Period.between(one.deposit(), History.TODAY).toTotalMonths())
            .sorted()
            .toList();
    assertThat(figure(Indicator.SENIORITY_MEDIAN))
        .isEqualTo(months.get((months.size() - 1) / 2).doubleValue());
  }

  @Test
  void theTwoRulesOfCountingGiveDifferentParts() {
    Map<String, Integer> first = new HashMap<>();
    Map<String, Integer> any = new HashMap<>();
    for (Demand one : active()) {
      if (one.first() != null) {
        first.merge(one.first(), 1, Integer::sum);
      }
      one.places().forEach(place -> any.merge(place, 1, Integer::sum));
    }
    Question question = Question.of(Indicator.ACTIVE, When.NOW).by(Axis.MUNICIPALITY, null);
    Answer byFirst = reader.answer(question, all);
    Answer byAny = reader.answer(question.counting(Counting.ANY), all);
    first.forEach(
        (code, number) ->
            assertThat(byFirst.cell(code, "").value()).as(code).isEqualTo(number.doubleValue()));
    any.forEach(
        (code, number) ->
            assertThat(byAny.cell(code, "").value()).as(code).isEqualTo(number.doubleValue()));
    assertThat(any.values().stream().mapToInt(Integer::intValue).sum())
        .isGreaterThan(first.values().stream().mapToInt(Integer::intValue).sum());
    assertThat(byAny.total().value()).as("each once").isEqualTo(active().size());
  }

  @Test
  void agesAndSizesAreTheirBands() {
    Map<String, Integer> ages = new HashMap<>();
    for (Demand one : active()) {
      String band = Axis.UNKNOWN;
      if (one.birth() != null) {
        int age = Period.between(one.birth(), History.TODAY).getYears();
        band =
            age < 20
                ? "A0_19"
                : age < 25
                    ? "A20_24"
                    : age < 30
                        ? "A25_29"
                        : age < 40
                            ? "A30_39"
                            : age < 50
                                ? "A40_49"
                                : age < 60
                                    ? "A50_59"
                                    : age < 65 ? "A60_64" : age < 75 ? "A65_74" : "A75";
      }
      ages.merge(band, 1, Integer::sum);
    }
    Answer answer =
        reader.answer(Question.of(Indicator.ACTIVE, When.NOW).by(Axis.AGE, Axis.TRANSFER), all);
    ages.forEach(
        (band, number) -> {
          int row = answer.rows().stream().map(Heading::code).toList().indexOf(band);
          assertThat(answer.rowTotals().get(row).value()).as(band).isEqualTo(number.doubleValue());
        });
    assertThat(answer.total().value()).isEqualTo(active().size());
  }

  @Test
  void flowsAreTheEventsOfThePeriod() {
    LocalDate from = LocalDate.of(2026, 9, 1);
    LocalDate to = LocalDate.of(2026, 10, 31);
    Map<Indicator, String> events =
        Map.of(
            Indicator.REGISTERED, "REGISTERED",
            Indicator.RENEWALS, "RENEWED",
            Indicator.CANCELLED, "CANCELLED",
            Indicator.PROPOSED, "PROPOSED",
            Indicator.REFUSED, "PROPOSAL_REFUSED");
    events.forEach(
        (indicator, kind) ->
            assertThat(
                    reader
                        .answer(Question.of(indicator, When.from(from, to)), all)
                        .figure()
                        .value())
                .as("%s", indicator)
                .isEqualTo(
                    history.live.withHandle(
                        handle ->
                            handle
                                .createQuery(
                                    "select count(*) from demand_event where kind = ? and"
                                        + " effective_on between ? and ?")
                                .bind(0, kind)
                                .bind(1, from)
                                .bind(2, to)
                                .mapTo(Double.class)
                                .one())));
    assertThat(figureOf(Indicator.SATISFIED, from, to))
        .isEqualTo(history.leases(from, to))
        .isPositive();
  }

  private double figureOf(Indicator indicator, LocalDate from, LocalDate to) {
    return reader.answer(Question.of(indicator, When.from(from, to)), all).figure().value();
  }

  @Test
  void aPeriodAcrossTheLastFileCountsEachFactOnce() {
    LocalDate from = LocalDate.of(2026, 3, 15);
    LocalDate to = LocalDate.of(2026, 11, 10);
    assertThat(figureOf(Indicator.SATISFIED, from, to)).isEqualTo(history.leases(from, to));
  }

  @Test
  void tensionIsTheStockAfterThePeriodForOneLeaseOfIt() {
    LocalDate from = LocalDate.of(2025, 1, 1);
    LocalDate to = LocalDate.of(2025, 12, 31);
    double after =
        reader
            .answer(Question.of(Indicator.ACTIVE, When.on(LocalDate.of(2026, 1, 1))), all)
            .figure()
            .value();
    assertThat(figureOf(Indicator.TENSION, from, to))
        .isCloseTo(after / history.leases(from, to), within(1e-9));
  }

  @ParameterizedTest
  @EnumSource(Indicator.class)
  void everyIndicatorIsToldApartByEachOfItsAxes(Indicator indicator) {
    for (Axis axis : indicator.axes()) {
      Answer answer = reader.answer(Question.of(indicator, When.NOW).by(axis, null), all);
      if (figure(indicator) > 0) {
        assertThat(answer.rows()).as("%s by %s", indicator, axis).isNotEmpty();
      }
      if (indicator.isCount() && answer.total() != null) {
        double sum =
            answer.cells().stream()
                .mapToDouble(row -> row.get(0).value() == null ? 0 : row.get(0).value())
                .sum();
        assertThat(sum).as("%s by %s", indicator, axis).isEqualTo(answer.total().value());
      }
    }
  }

  @Test
  void aSnapshotOfTodayTellsWhatTheLiveBaseTells() throws Exception {
    ObservatoryFiles own = new ObservatoryFiles(java.nio.file.Files.createTempDirectory("today"));
    List<Group> frozen =
        history.live.inTransaction(
            handle -> {
              try (var connection = history.engine.connection()) {
                new SnapshotWriter(handle, connection, own, history.reference, History.TODAY)
                    .stock(History.TODAY, History.TODAY);
              }
              ObservatoryFile file =
                  new ObservatoryFile(
                      FileKind.STOCK,
                      History.TODAY,
                      0,
                      1,
                      "",
                      FileOrigin.TAKEN,
                      java.time.Instant.now());
              handle.rollback();
              return new FrozenStore(history.engine.jdbi(), own, List.of(file)).count(everything());
            });
    assertThat(withoutDays(frozen))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(withoutDays(history.liveStore().count(everything())));
  }

  /** A file keeps the month of a deposit, not its day. */
  private static List<Group> withoutDays(List<Group> groups) {
    return groups.stream().map(one -> new Group(one.keys(), one.count(), 0)).toList();
  }

  private Tally everything() {
    return new Tally(
        null,
        History.TODAY,
        History.TODAY,
        List.of(),
        Arrays.stream(Axis.values())
            .filter(axis -> !axis.isTime() && !axis.isOfFactsOnly())
            .toList(),
        Map.of(),
        Counting.FIRST,
        all,
        true);
  }

  @Test
  void storedRowsAreTheViewStored() {
    List<Map<String, Object>> differences =
        history.live.withHandle(
            handle ->
                handle
                    .createQuery(
                        "(select * from observed_demand except select * from observed_source) union"
                            + " all (select * from observed_source except select * from"
                            + " observed_demand)")
                    .mapToMap()
                    .list());
    assertThat(differences).isEmpty();
  }
}
