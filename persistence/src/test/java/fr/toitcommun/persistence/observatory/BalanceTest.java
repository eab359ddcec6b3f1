package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What stands is what came, less what left: no demand enters or leaves the file without being
 * counted, also where it goes into another one.
 */
class BalanceTest {
  private static final LocalDate TODAY = TestDatabase.TODAY;
  private static final LocalDate MONTH = TODAY.withDayOfMonth(1);
  private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);

  @TempDir private static Path folder;
  private static Jdbi jdbi;
  private static Reference reference;
  private static List<String> all;
  private static ColumnEngine engine;

  @BeforeAll
  static void fourGoIntoOthersAndOneComesBack() {
    jdbi = TestDatabase.loaded(600, 19);
    reference = Reference.load(jdbi);
    all = List.copyOf(reference.departements().keySet());
    engine = new ColumnEngine();
    jdbi.useTransaction(
        handle -> {
          List<Long> some =
              handle
                  .createQuery("select id from demand where status = 'ACTIVE' order by id limit 6")
                  .mapTo(Long.class)
                  .list();
          merge(handle, some.get(0), some.get(1));
          // What another went into goes into a third one on the same day.
          merge(handle, some.get(1), some.get(2));
          merge(handle, some.get(3), some.get(2));
          merge(handle, some.get(4), some.get(5));
          handle.execute(
              "update demand_merge set undone_at = merged_at + interval '1 hour', undone_by ="
                  + " merged_by where merged_id = ?",
              some.get(4));
          handle.execute(
              "update demand set status = 'ACTIVE', merged_into = null, merged_on = null where id ="
                  + " ?",
              some.get(4));
          both(handle, "UNMERGED", some.get(5), some.get(4));
          ObservedRows.keep(handle, some);
        });
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  /** As an act of the file's manager leaves it. */
  private static void merge(Handle handle, long merged, long survivor) {
    handle.execute(
        "update demand set status = 'MERGED', merged_into = ?, merged_on = ? where id = ?",
        survivor,
        TODAY,
        merged);
    handle.execute(
        "insert into demand_merge (survivor_id, merged_id, merged_at, merged_by, deposit_before,"
            + " valid_before) select id, ?, cast(? as date) + time '10:00', (select min(id) from"
            + " agent), initial_deposit_date, valid_until from demand where id = ?",
        merged,
        TODAY,
        survivor);
    both(handle, "MERGED", survivor, merged);
  }

  /** Only the one that stands for both is told how it stood after. */
  private static void both(Handle handle, String kind, long survivor, long merged) {
    handle.execute(
        "insert into demand_event (id, demand_id, kind, occurred_at, effective_on,"
            + " departement_code, deposit_after, renewal_after, valid_after) select (select max(id)"
            + " from demand_event) + row_number() over (order by d.id), d.id, ?, cast(? as date) +"
            + " time '10:00', ?, d.departement_code, s.initial_deposit_date, s.last_renewal_date,"
            + " s.valid_until from demand d left join demand s on s.id = d.id and s.id = ? where"
            + " d.id in (?, ?)",
        kind,
        TODAY,
        TODAY,
        survivor,
        survivor,
        merged);
  }

  private static Tally tally(Fact fact, LocalDate from, List<Axis> by) {
    return new Tally(fact, from, TODAY, List.of(), by, Map.of(), Counting.FIRST, all, false);
  }

  private static LiveStore live() {
    return new LiveStore(LiveBase.in(jdbi), reference, TODAY);
  }

  private static long live(Fact fact) {
    return live().count(tally(fact, FIRST, List.of())).get(0).count();
  }

  @Test
  void whatStandsIsWhatCameLessWhatLeft() {
    assertThat(live(Fact.REINSTATED)).isPositive();
    assertThat(
            live(Fact.REGISTERED)
                + live(Fact.REINSTATED)
                - live(Fact.CANCELLED)
                - live(Fact.SATISFIED))
        .isEqualTo(live(null))
        .isPositive();
  }

  @Test
  void mergedIsWhatAReasonOfCancellationsSaysInTheBaseAndInTheFile() throws SQLException {
    Tally byReason = tally(Fact.CANCELLED, MONTH, List.of(Axis.CANCELLATION_REASON));
    List<Group> told = live().count(byReason);
    assertThat(told)
        .filteredOn(group -> group.keys().equals(List.of(Fact.MERGED)))
        .singleElement()
        .satisfies(group -> assertThat(group.count()).isEqualTo(4));
    ObservatoryFiles files = new ObservatoryFiles(folder);
    jdbi.useTransaction(
        handle -> {
          try (DuckDBConnection connection = engine.connection()) {
            new SnapshotWriter(handle, connection, files, reference, TODAY).facts(MONTH);
          }
        });
    FrozenStore frozen =
        new FrozenStore(
            engine.jdbi(),
            files,
            List.of(
                new ObservatoryFile(
                    FileKind.FACTS, MONTH, 1, 1, "", FileOrigin.TAKEN, Instant.now())));
    assertThat(counts(frozen.count(byReason))).isEqualTo(counts(told));
  }

  /** A file keeps the month of a deposit, not its day. */
  private static Map<List<String>, Long> counts(List<Group> groups) {
    return groups.stream().collect(java.util.stream.Collectors.toMap(Group::keys, Group::count));
  }

  @Test
  void rowsOfWhatHappenedHaveThemToo() {
    Scope manager = new Scope(1, PartnerKind.FILE_MANAGER, true, all, List.of());
    AnonymousRows rows =
        new AnonymousRows(
            List.of(Axis.CANCELLATION_REASON),
            Map.of(Axis.CANCELLATION_REASON, Set.of(Fact.MERGED)),
            manager,
            new MunicipalityMergers(List.of()),
            TODAY);
    assertThat(
            jdbi.<Long, RuntimeException>withHandle(
                handle -> rows.liveFacts(handle, reference, MONTH, TODAY).count()))
        .isEqualTo(4);
  }

  @Test
  void theCountersOfTheHomePageSayTheSame() {
    double cancelled = live().count(tally(Fact.CANCELLED, MONTH, List.of())).get(0).count();
    Viewer viewer = new Viewer(null, null, List.of(), all, all);
    assertThat(
            new CounterReader(reference, LiveBase.in(jdbi), viewer, 0)
                .count(TODAY)
                .cancelledThisMonth())
        .isEqualTo((long) cancelled);
    assertThat(
            new ActivityReader(LiveBase.in(jdbi), viewer, 0)
                .count(ActivityLevel.FILE, TODAY).stream()
                    .filter(one -> one.what() == Indicator.CANCELLED)
                    .map(one -> one.month().value()))
        .containsExactly(cancelled);
  }
}
