package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.territory.MunicipalityMerger;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rows of single demands: as many as are counted, within scope, and leading to none. */
class AnonymousRowsTest {
  private static final History HISTORY = History.made();
  private static final Scope EVERYTHING =
      new Scope(1, PartnerKind.FILE_MANAGER, true, List.of(), List.of());
  private static final Scope LOIRE_ATLANTIQUE =
      new Scope(-1, PartnerKind.STATE, true, List.of("44"), List.of());
  private static final Scope NANTES =
      new Scope(-1, PartnerKind.LOCAL_AUTHORITY, true, List.of("44"), List.of("44109"));
  private static final MunicipalityMergers NONE = new MunicipalityMergers(List.of());
  private static final Scope STATISTICS_ONLY =
      new Scope(-1, PartnerKind.LOCAL_AUTHORITY, false, List.of("44"), List.of("44109"));

  private static List<Object[]> live(AnonymousRows rows) {
    return HISTORY.live.inTransaction(
        handle -> {
          AnonymousRows.Flow flow = rows.live(handle, HISTORY.reference);
          List<Object[]> read = read(flow);
          assertThat(flow.count()).isEqualTo(read.size());
          return read;
        });
  }

  private static List<Object[]> read(AnonymousRows.Flow flow) {
    List<Object[]> rows = new ArrayList<>();
    flow.forEach(row -> rows.add(row.clone()));
    return rows;
  }

  private static AnonymousRows rows(Scope scope, Map<Axis, Set<String>> filters, List<Axis> axes) {
    return new AnonymousRows(axes, filters, scope, NONE, History.TODAY);
  }

  private static long count(String where) {
    return HISTORY.live.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from demand d where d.status = 'ACTIVE' and " + where)
                .mapTo(Long.class)
                .one());
  }

  private static Path snapshot() {
    return HISTORY.files.stream()
        .filter(file -> file.kind() == FileKind.STOCK)
        .map(file -> HISTORY.folder.path(file.kind(), file.day()))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Test
  void thereAreAsManyAsAreCounted() {
    List<Axis> axes = Axis.kept().stream().filter(axis -> !axis.isOfFactsOnly()).toList();
    assertThat(live(rows(EVERYTHING, Map.of(), axes))).hasSize((int) count("true"));
    assertThat(live(rows(EVERYTHING, Map.of(Axis.TRANSFER, Set.of("YES")), axes)))
        .hasSize((int) count("d.transfer"))
        .allMatch(row -> "YES".equals(row[axes.indexOf(Axis.TRANSFER)]));
  }

  @Test
  void R_441_2_6_rowsKeepToTheScope() {
    List<Axis> axes = List.of(Axis.DEPARTEMENT, Axis.MUNICIPALITY);
    assertThat(live(rows(LOIRE_ATLANTIQUE, Map.of(), axes)))
        .hasSize((int) count("d.departement_code = '44'"))
        .allMatch(row -> "44".equals(row[0]));
    assertThat(live(rows(NANTES, Map.of(), axes)))
        .hasSize(
            (int)
                count(
                    "exists (select 1 from wished_location w where w.demand_id = d.id and"
                        + " w.municipality_code = '44109')"))
        .isNotEmpty();
    assertThat(live(rows(STATISTICS_ONLY, Map.of(), axes))).isEmpty();
  }

  /** What the live base gives to a partner, a file of the same day gives too. */
  @Test
  void R_441_2_6_filesKeepToTheSameScope() {
    List<Axis> axes = List.of(Axis.DEPARTEMENT);
    assertThat(
            read(
                rows(LOIRE_ATLANTIQUE, Map.of(), axes).snapshot(HISTORY.engine.jdbi(), snapshot())))
        .isNotEmpty()
        .allMatch(row -> "44".equals(row[0]));
    long all = rows(EVERYTHING, Map.of(), axes).snapshot(HISTORY.engine.jdbi(), snapshot()).count();
    long nantes = rows(NANTES, Map.of(), axes).snapshot(HISTORY.engine.jdbi(), snapshot()).count();
    assertThat(nantes).isPositive().isLessThan(all);
    assertThat(
            rows(STATISTICS_ONLY, Map.of(), axes)
                .snapshot(HISTORY.engine.jdbi(), snapshot())
                .count())
        .isZero();
  }

  /** As many rows as the screen counts, by the names of today. */
  @Test
  void municipalitiesAreThoseOfToday() {
    List<String> wished =
        HISTORY
            .engine
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select municipality from read_parquet('"
                                + snapshot()
                                + "') group by 1 order by count(*) desc limit 2")
                        .mapTo(String.class)
                        .list());
    String before = wished.get(0);
    String now = wished.get(1);
    MunicipalityMergers mergers =
        new MunicipalityMergers(
            List.of(new MunicipalityMerger(before, now, LocalDate.of(2025, 1, 1), null, false)));
    Map<Axis, Set<String>> there = Map.of(Axis.MUNICIPALITY, Set.of(now));
    AnonymousRows rows =
        new AnonymousRows(
            List.of(Axis.MUNICIPALITY, Axis.RESIDENCE), there, EVERYTHING, mergers, History.TODAY);
    long screen =
        new TodaysPlaces(HISTORY.frozenStore(), mergers, History.TODAY)
                .count(
                    new Tally(
                        null,
                        day(),
                        day(),
                        List.of(day()),
                        List.of(),
                        there,
                        Counting.FIRST,
                        HISTORY.departements(),
                        false))
                .stream()
                .mapToLong(Group::count)
                .sum();
    List<Object[]> read = read(rows.snapshot(HISTORY.engine.jdbi(), snapshot()));
    assertThat(read).hasSize((int) screen).allMatch(row -> now.equals(row[0]));
    assertThat(read).noneMatch(row -> before.equals(row[1]));
    assertThat(
            rows(EVERYTHING, there, List.of()).snapshot(HISTORY.engine.jdbi(), snapshot()).count())
        .as("by the code alone")
        .isPositive()
        .isLessThan(screen);
  }

  @Test
  void R_441_2_6_aMunicipalityHasWhatWasRegisteredUnderTheNamesThatBecameItsOwn() {
    Scope partner =
        new Scope(-1, PartnerKind.LOCAL_AUTHORITY, true, List.of("44"), List.of("44184"));
    MunicipalityMergers mergers =
        new MunicipalityMergers(
            List.of(
                new MunicipalityMerger("44109", "44184", LocalDate.of(2025, 1, 1), null, false)));
    long without =
        rows(partner, Map.of(), List.of()).snapshot(HISTORY.engine.jdbi(), snapshot()).count();
    long nantes =
        rows(NANTES, Map.of(), List.of()).snapshot(HISTORY.engine.jdbi(), snapshot()).count();
    long with =
        new AnonymousRows(List.of(), Map.of(), partner, mergers, History.TODAY)
            .snapshot(HISTORY.engine.jdbi(), snapshot())
            .count();
    assertThat(with).isGreaterThan(without).isGreaterThanOrEqualTo(nantes);
  }

  private static LocalDate day() {
    return HISTORY.files.stream()
        .filter(file -> file.kind() == FileKind.STOCK)
        .map(ObservatoryFile::day)
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Test
  void nothingInThemLeadsToADemand() {
    List<Axis> axes = Axis.kept().stream().filter(axis -> !axis.isOfFactsOnly()).toList();
    List<String> numbers =
        HISTORY.live.withHandle(
            handle ->
                handle
                    .createQuery("select unique_number from demand where status = 'ACTIVE'")
                    .mapTo(String.class)
                    .list());
    List<Object[]> first = live(rows(EVERYTHING, Map.of(), axes));
    assertThat(first)
        .allMatch(
            row -> {
              for (Object value : row) {
                if (numbers.contains(String.valueOf(value))
                    || String.valueOf(value).matches("\\d{4}-\\d{2}-\\d{2}")) {
                  return false;
                }
              }
              return true;
            });
    // Nor does their order: it is drawn anew each time.
    List<Object[]> second = live(rows(EVERYTHING, Map.of(), axes));
    assertThat(Arrays.deepEquals(first.toArray(), second.toArray())).isFalse();
  }

  @Test
  void factsOfOpenAndClosedMonthsHaveTheSameShape() {
    AnonymousRows rows = rows(LOIRE_ATLANTIQUE, Map.of(), List.of(Axis.TYPE));
    LocalDate to = History.TODAY;
    List<Object[]> open =
        HISTORY.live.inTransaction(
            handle -> read(rows.liveFacts(handle, HISTORY.reference, to.minusMonths(2), to)));
    assertThat(open)
        .isNotEmpty()
        .allMatch(row -> row.length == 4 && Fact.valueOf(row[2].toString()) != null)
        .allMatch(row -> row[3].toString().matches("2026-(09|10|11)"));
    LocalDate month = LocalDate.of(2026, 3, 1);
    List<Object[]> closed =
        read(
            rows.frozenFacts(
                HISTORY.engine.jdbi(),
                List.of(HISTORY.folder.path(FileKind.FACTS, month)),
                month,
                month.plusDays(30)));
    assertThat(closed)
        .isNotEmpty()
        .allMatch(row -> row.length == 4 && Fact.valueOf(row[2].toString()) != null)
        .allMatch(row -> "2026-03".equals(row[3]));
  }

  @Test
  void aCodeIsAPlainWord() {
    assertThatThrownBy(
            () -> rows(EVERYTHING, Map.of(Axis.TYPE, Set.of("T2' or '1'='1")), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
