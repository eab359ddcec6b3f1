package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.reference.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Columns tell what the base tells, whatever was done to it and however it ended. */
class LiveColumnsTest {
  private static final LocalDate TODAY = TestDatabase.TODAY;
  private static final LocalDate FROM = LocalDate.of(2026, 8, 1);
  private static final LiveBase.Since SINCE = new LiveBase.Since(FROM, LocalDate.of(2026, 1, 1));
  @TempDir private static Path folder;
  private static Jdbi base;
  private static Reference reference;
  private static ColumnEngine engine;
  private static LiveColumns columns;

  @BeforeAll
  static void fill() {
    base = TestDatabase.loaded(600, 31);
    reference = Reference.load(base);
    engine = new ColumnEngine();
    columns = new LiveColumns(base, engine, folder);
    assertThat(columns.bringInStep()).isFalse();
    columns.fill(SINCE);
  }

  @AfterAll
  static void end() {
    columns.close();
    engine.close();
    assertThat(filesLeft()).isEmpty();
  }

  private static List<Path> filesLeft() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Tally tally(Fact fact, LocalDate from, Axis axis, Counting counting) {
    return new Tally(
        fact,
        fact == null ? TODAY : from,
        TODAY,
        List.of(),
        List.of(axis),
        Map.of(Axis.DEPARTEMENT, Set.of("44", "49")),
        counting,
        List.copyOf(reference.departements().keySet()),
        axis == Axis.TYPE);
  }

  /** Enough to see any change that the tests make. */
  private static List<Tally> few(LocalDate from) {
    return List.of(
        tally(null, TODAY, Axis.HOUSEHOLD_SIZE, Counting.FIRST),
        tally(null, TODAY, Axis.EPCI, Counting.ANY),
        tally(Fact.RENEWED, from, Axis.TYPE, Counting.FIRST),
        tally(Fact.SATISFIED, from, Axis.SOUGHT_CATEGORY, Counting.FIRST));
  }

  private static List<Tally> every() {
    return Stream.concat(Stream.of((Fact) null), Stream.of(Fact.values()))
        .flatMap(
            fact ->
                Stream.of(Axis.values())
                    .filter(axis -> fact != null || !axis.isOfFactsOnly() && !axis.isTime())
                    .flatMap(
                        axis ->
                            Stream.of(Counting.values())
                                .map(counting -> tally(fact, FROM, axis, counting))))
        .toList();
  }

  private static List<Group> counted(ObservedStore store, List<Tally> tallies) {
    return tallies.stream()
        .flatMap(
            tally ->
                store.count(tally).stream()
                    .map(
                        group -> {
                          List<String> keys = new ArrayList<>(group.keys());
                          keys.add(tally.fact() + " " + tally.by() + " " + tally.counting());
                          return new Group(keys, group.count(), group.days());
                        }))
        .toList();
  }

  /** Asking the base itself fails. */
  private static final LiveBase NOT_THE_BASE =
      new LiveBase() {
        @Override
        public <T> T read(Since facts, Function<Tables, T> reading) {
          throw new AssertionError("The base was asked");
        }
      };

  private static ObservedStore asked(LiveBase otherwise) {
    return new LiveStore(columns.asOfNow(otherwise), reference, TODAY);
  }

  private static List<Group> inColumns() {
    return counted(asked(NOT_THE_BASE), few(FROM));
  }

  private static List<Group> inBase() {
    return counted(new LiveStore(LiveBase.in(base), reference, TODAY), few(FROM));
  }

  private static void assertInStep() {
    assertThat(inColumns()).containsExactlyInAnyOrderElementsOf(inBase());
  }

  /** Does something that is seen, and asserts that it is. */
  private static void seen(Consumer<Handle> change) {
    List<Group> before = inBase();
    base.useTransaction(change::accept);
    assertThat(inBase()).as("the change is one that is counted").isNotEqualTo(before);
    assertInStep();
  }

  private static long demand(String where) {
    return base.withHandle(
        handle ->
            handle
                .createQuery(
                    "select min(d.id) from demand d where d.departement_code in ('44', '49') and "
                        + where)
                .mapTo(Long.class)
                .one());
  }

  private static void grow(Handle handle, long demand) {
    handle.execute("update demand set household_size = household_size + 1 where id = ?", demand);
    ObservedRows.keep(handle, demand);
  }

  @Test
  void everyAxisOfEveryFactIsCountedAsInTheBase() {
    List<Group> expected = counted(new LiveStore(LiveBase.in(base), reference, TODAY), every());
    assertThat(expected).hasSizeGreaterThan(500);
    assertThat(counted(asked(NOT_THE_BASE), every())).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void activityAndHomeAreCountedAsInTheBase() {
    List<String> all = List.copyOf(reference.departements().keySet());
    for (String desk :
        List.of(
            "select desk_id from observed_active group by 1 order by count(*) desc, 1 limit 1",
            "select desk_id from observed_active where departement_code = '85' limit 1")) {
      long deskId = base.withHandle(handle -> handle.createQuery(desk).mapTo(Long.class).one());
      long partner =
          base.withHandle(
              handle ->
                  handle
                      .createQuery(
                          "select landlord_id from lease where cancelled_at is null and signed_on"
                              + " >= date '2026-06-01' order by id limit 1")
                      .mapTo(Long.class)
                      .one());
      for (Viewer viewer :
          List.of(
              new Viewer(deskId, partner, List.of(), List.of("44", "49"), all),
              new Viewer(null, null, List.of("244400404"), List.of("44"), all))) {
        LiveBase fast = columns.asOfNow(NOT_THE_BASE);
        LiveBase slow = LiveBase.in(base);
        for (ActivityLevel level : ActivityLevel.values()) {
          assertThat(new ActivityReader(fast, viewer, 5).count(level, TODAY))
              .isEqualTo(new ActivityReader(slow, viewer, 5).count(level, TODAY))
              .isNotEmpty();
          assertThat(new StandingReader(fast, viewer, 5).at(level))
              .isEqualTo(new StandingReader(slow, viewer, 5).at(level));
        }
        assertThat(new CounterReader(reference, fast, viewer, 5).count(TODAY))
            .isEqualTo(new CounterReader(reference, slow, viewer, 5).count(TODAY));
      }
    }
  }

  @Test
  void aDemandThatIsChangedLeavesOrIsErasedIsCountedAnew() {
    seen(handle -> grow(handle, demand("d.status = 'ACTIVE'")));
    long gone = demand("d.status = 'ACTIVE' and d.id > 20");
    seen(
        handle -> {
          handle.execute(
              "update demand set status = 'CANCELLED', cancelled_on = ?, cancellation_reason ="
                  + " 'WITHDRAWN' where id = ?",
              TODAY,
              gone);
          ObservedRows.keep(handle, gone);
        });
    seen(
        handle ->
            handle.execute(
                "delete from observed_demand where demand_id = ?", demand("d.status = 'ACTIVE'")));
  }

  @Test
  void anEpciThatTheLastDemandLeavesHasNoLineAnyMore() {
    String epci =
        base.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select epci from observed_active o where epci is not null and"
                            + " departement_code = '44' and not exists (select from observed_fact"
                            + " f where f.fact = 'HOUSED' and f.epci = o.epci) group by 1 order by"
                            + " count(*), 1 limit 1")
                    .mapTo(String.class)
                    .one());
    Viewer viewer = new Viewer(null, null, List.of(), List.of("44"), List.of("44"));
    int before = inColumns(viewer).byInterMunicipality().size();
    base.useHandle(
        handle ->
            handle.execute(
                "delete from observed_demand where active and epci = ? and departement_code = '44'",
                epci));
    assertThat(inColumns(viewer).byInterMunicipality()).hasSize(before - 1);
    assertThat(inColumns(viewer))
        .isEqualTo(new CounterReader(reference, LiveBase.in(base), viewer, 0).count(TODAY));
  }

  private static Counters inColumns(Viewer viewer) {
    return new CounterReader(reference, columns.asOfNow(NOT_THE_BASE), viewer, 0).count(TODAY);
  }

  @Test
  void aProposalUnderWayEndedBegunAnewTakenOutOrOfAnotherLandlordIsCountedAnew() {
    long proposal =
        base.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select max(r.id) from proposal r join demand d on d.id = r.demand_id where"
                            + " r.status = 'OPEN' and d.departement_code = '44'")
                    .mapTo(Long.class)
                    .one());
    String the = " where id = " + proposal;
    String landlord =
        "select w.landlord_id from proposal r join vacancy v on v.id = r.vacancy_id"
            + " join dwelling w on w.id = v.dwelling_id where r.id = "
            + proposal;
    long first = number(landlord);
    long other = number("select min(id) from partner where kind = 'LANDLORD' and id <> " + first);
    proposalsSeen(first, "update proposal set status = 'REFUSED'" + the);
    proposalsSeen(first, "update proposal set status = 'ON_AGENDA'" + the);
    proposalsSeen(
        first,
        "update dwelling set landlord_id = "
            + other
            + " where id = (select v.dwelling_id from proposal r join vacancy v on v.id ="
            + " r.vacancy_id where r.id = "
            + proposal
            + ")");
    base.useHandle(
        handle -> handle.execute("create table proposal_kept as select * from proposal" + the));
    proposalsSeen(other, "delete from proposal" + the);
    proposalsSeen(other, "insert into proposal select * from proposal_kept");
    base.useHandle(handle -> handle.execute("drop table proposal_kept"));
  }

  /** Other proposals are counted of the landlord then, and as in the base. */
  private static void proposalsSeen(long landlord, String change) {
    String own = "select coalesce(sum(n), 0) from %s where o.actor = " + landlord;
    String inBase =
        own.formatted(LiveBase.in(base).read(LiveBase.Since.NOTHING, LiveBase.Tables::openCounts));
    long before = number(inBase);
    base.useHandle(handle -> handle.execute(change));
    long told =
        columns
            .asOfNow(NOT_THE_BASE)
            .read(
                LiveBase.Since.NOTHING,
                tables ->
                    tables
                        .jdbi()
                        .withHandle(
                            handle ->
                                handle
                                    .createQuery(own.formatted(tables.openCounts()))
                                    .mapTo(Long.class)
                                    .one()));
    assertThat(told).as(change).isNotEqualTo(before).isEqualTo(number(inBase));
  }

  private static long number(String sql) {
    return base.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  @Test
  void whatHappensAndWhatTheDwellingOfALeaseIsAreCountedAnew() {
    long demand = demand("d.status = 'ACTIVE' and d.id > 40");
    seen(
        handle ->
            handle.execute(
                "insert into demand_event (id, demand_id, kind, occurred_at, effective_on,"
                    + " departement_code) select 999999001, id, 'RENEWED', now(), ?,"
                    + " departement_code from demand where id = ?",
                TODAY,
                demand));
    String lease =
        "(select min(id) from lease where cancelled_at is null and departement_code in ('44', '49')"
            + " and signed_on >= date '"
            + FROM
            + "')";
    seen(
        handle ->
            handle.execute(
                "update dwelling set category = case category when 'A' then 'M' else 'A' end where"
                    + " id = (select v.dwelling_id from vacancy v join lease l on l.vacancy_id ="
                    + " v.id where l.id = "
                    + lease
                    + ")"));
    seen(handle -> handle.execute("update lease set cancelled_at = now() where id = " + lease));
    seen(
        handle ->
            handle.execute(
                "update demand_event set effective_on = ? where id = 999999001",
                TODAY.minusYears(1)));
    seen(
        handle ->
            handle.execute(
                "update demand_event set effective_on = ? where id = 999999001",
                TODAY.minusDays(1)));
    seen(handle -> handle.execute("delete from demand_event where id = 999999001"));
  }

  @Test
  void aLeaseTakenOutAndOneMoreAreCountedAnew() {
    long lease =
        base.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select max(id) from lease l where cancelled_at is null and"
                            + " departement_code in ('44', '49') and signed_on >= ? and not exists"
                            + " (select from lease_release r where r.lease_id = l.id)")
                    .bind(0, FROM)
                    .mapTo(Long.class)
                    .one());
    base.useHandle(
        handle -> {
          handle.execute("create table lease_kept as select * from lease where id = ?", lease);
        });
    seen(handle -> handle.execute("delete from lease where id = ?", lease));
    seen(handle -> handle.execute("insert into lease select * from lease_kept"));
    base.useHandle(handle -> handle.execute("drop table lease_kept"));
  }

  @Test
  void whatIsUndoneIsNeverCountedAndWhatTakesLongIsCountedAtItsEnd() throws SQLException {
    long demand = demand("d.status = 'ACTIVE' and d.id > 60");
    List<Group> before = inBase();
    try (Handle undone = base.open()) {
      undone.begin();
      grow(undone, demand);
      assertThat(inColumns()).containsExactlyInAnyOrderElementsOf(before);
      undone.rollback();
    }
    assertThat(inColumns()).containsExactlyInAnyOrderElementsOf(before);
    try (Handle slow = base.open()) {
      slow.begin();
      grow(slow, demand);
      // Others begin and end after it has begun: they must not hide it.
      base.useTransaction(handle -> grow(handle, demand("d.status = 'ACTIVE' and d.id > 80")));
      assertThat(inColumns()).containsExactlyInAnyOrderElementsOf(inBase());
      slow.commit();
    }
    assertThat(inBase()).isNotEqualTo(before);
    assertInStep();
  }

  @Test
  void ofEarlierDaysAndAsLongAsItIsFarBehindTheBaseItselfTells() {
    LocalDate earlier = FROM.minusMonths(3);
    assertThat(counted(asked(LiveBase.in(base)), few(earlier)))
        .containsExactlyInAnyOrderElementsOf(
            counted(new LiveStore(LiveBase.in(base), reference, TODAY), few(earlier)));
    base.useHandle(
        handle ->
            handle.execute(
                "insert into observed_change (demand_id) select -n from generate_series(1,"
                    + " 50001) n"));
    assertThat(columns.bringInStep()).isFalse();
    assertThat(columns.isFilled()).isFalse();
    base.useTransaction(handle -> grow(handle, demand("d.status = 'ACTIVE' and d.id > 100")));
    assertThat(counted(asked(LiveBase.in(base)), few(FROM)))
        .containsExactlyInAnyOrderElementsOf(inBase());
    columns.fill(SINCE);
    base.useHandle(handle -> handle.execute("delete from observed_change where demand_id < 0"));
    assertInStep();
  }

  /** Who has changed something while columns are filled finds it counted, each time. */
  @Test
  void whatChangesWhileItIsFilledIsCountedAndOneFileIsLeft() {
    AtomicBoolean enough = new AtomicBoolean();
    long demand = demand("d.status = 'ACTIVE' and d.id > 120");
    CompletableFuture<Integer> changing =
        CompletableFuture.supplyAsync(
            () -> {
              int changes = 0;
              while (!enough.get()) {
                int size = changes++ % 4 + 1;
                base.useTransaction(
                    handle -> {
                      handle.execute(
                          "update demand set household_size = ? where id = ?", size, demand);
                      ObservedRows.keep(handle, demand);
                    });
                assertInStep();
              }
              return changes;
            });
    List<CompletableFuture<Integer>> askers =
        Stream.generate(
                () ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          int asked = 0;
                          while (!enough.get()) {
                            assertThat(inColumns()).isNotEmpty();
                            asked++;
                          }
                          return asked;
                        }))
            .limit(2)
            .toList();
    try {
      for (int i = 0; i < 5; i++) {
        assertThat(columns.fill(SINCE)).isTrue();
      }
    } finally {
      enough.set(true);
    }
    assertThat(changing.join()).isGreaterThan(1);
    assertThat(askers).allMatch(asker -> asker.join() > 0);
    assertThat(filesLeft()).filteredOn(file -> !("" + file).endsWith(".wal")).hasSize(1);
  }

  @Test
  void whereTheBaseCannotBeReachedNothingIsLostAndNothingHalfBroughtOver(@TempDir Path other) {
    AtomicBoolean broken = new AtomicBoolean();
    Jdbi shaky =
        Jdbi.create(
            () -> {
              if (broken.get()) {
                throw new SQLException("The base cannot be reached");
              }
              return base.open().getConnection();
            });
    try (LiveColumns own = new LiveColumns(shaky, engine, other)) {
      broken.set(true);
      assertThatThrownBy(() -> own.fill(SINCE)).isInstanceOf(IllegalStateException.class);
      assertThat(own.isFilled()).isFalse();
      broken.set(false);
      own.fill(SINCE);
      base.useTransaction(handle -> grow(handle, demand("d.status = 'ACTIVE' and d.id > 140")));
      broken.set(true);
      assertThat(own.bringInStep()).isFalse();
      assertThatThrownBy(() -> own.fill(SINCE)).isInstanceOf(IllegalStateException.class);
      broken.set(false);
      assertThat(counted(new LiveStore(own.asOfNow(NOT_THE_BASE), reference, TODAY), few(FROM)))
          .containsExactlyInAnyOrderElementsOf(inBase());
    }
    assertThat(other).isEmptyDirectory();
  }

  @Test
  void changesAreForgottenAfterTwoDaysAndThoseOfAnotherPostgreSqlAtOnce() {
    base.useHandle(
        handle -> {
          handle.execute(
              "insert into observed_change (demand_id, made_at) values (-1, now() - interval '49"
                  + " hours'), (-2, now() - interval '47 hours')");
          // Of another PostgreSQL, whose dump this base was made from.
          handle.execute(
              "insert into observed_change (demand_id, made_by) values (-3,"
                  + " '9000000000000000000')");
          columns.forgetOld();
          assertThat(
                  handle
                      .createQuery("select demand_id from observed_change where demand_id < 0")
                      .mapTo(Long.class)
                      .list())
              .containsExactly(-2L);
          handle.execute("delete from observed_change where demand_id < 0");
        });
  }
}
