package fr.toitcommun.persistence.registration.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sweep against the duplicates that the generator planted, on several files. */
class DuplicateSweepTest {
  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-24T01:00:00Z");
  private static final long[] SEEDS = {1850, 1968, 1977, 2017};
  private static final String PLANTED =
      "select string_agg(unique_number, ' ' order by unique_number) from planted_duplicate where"
          + " kind %s ('TWINS', 'HOMONYM') group by set_number";

  private static DataSource source;
  private static Jdbi jdbi;

  @BeforeAll
  static void load() {
    source = TestDatabase.empty();
    TestDatabase.load(source, TestDatabase.DEMANDS, TestDatabase.SEED);
    jdbi = Reads.over(source);
  }

  @Test
  void almostAllPlantedDuplicatesAreFoundAndAlmostNothingElse() {
    int planted = 0;
    int found = 0;
    int right = 0;
    Set<String> wrong = new TreeSet<>();
    Set<String> missed = new TreeSet<>();
    for (long seed : SEEDS) {
      DataSource file = TestDatabase.empty();
      TestDatabase.load(file, TestDatabase.DEMANDS, seed);
      Jdbi other = Reads.over(file);
      Set<String> duplicates = texts(other, PLANTED.formatted("not in"));
      Set<String> alike = texts(other, PLANTED.formatted("in"));
      Set<String> sets = planned(other);
      Set<String> byApplicants = planned(other, LikenessReason.CO_APPLICANT);
      assertThat(sets).as("twins and homonyms, seed %d", seed).doesNotContainAnyElementsOf(alike);
      planted += duplicates.size();
      found += sets.size();
      // What was varied is the applicant: that a co-applicant is the same would hide a weak rule.
      right += (int) byApplicants.stream().filter(duplicates::contains).count();
      sets.stream().filter(set -> !duplicates.contains(set)).forEach(wrong::add);
      duplicates.stream().filter(set -> !byApplicants.contains(set)).forEach(missed::add);
    }
    double recall = right / (double) planted;
    double precision = right / (double) found;
    String counts =
        "%d planted, %d found, %d of them planted; missed %s, wrong %s"
            .formatted(planted, found, right, missed, wrong);
    System.out.println("Duplicate sweep over " + SEEDS.length + " files: " + counts);
    assertThat(planted).isGreaterThan(50);
    assertThat(recall).as(counts).isGreaterThanOrEqualTo(0.98);
    assertThat(precision).as(counts).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void whatIsFoundIsKeptOnceAndWhatWasToldApartStaysApart() {
    int planned = planned(jdbi).size();
    int first = jdbi.inTransaction(handle -> Sweeps.run(handle, NOW));
    assertThat(first).isEqualTo(planned).isGreaterThan(10);
    assertThat(planned(jdbi)).isEmpty();
    int again = jdbi.inTransaction(handle -> Sweeps.run(handle, LATER));
    assertThat(again).isZero();

    DuplicateSetReader reader = new DuplicateSetReader(jdbi);
    DuplicateSetPage all = reader.list(null, scope("gestionnaire"), 0, 100);
    assertThat(all.total()).isEqualTo(planned);
    assertThat(all.rows())
        .isSortedAccordingTo((a, b) -> Double.compare(b.likelihood(), a.likelihood()));
    DuplicateSetRow told = all.rows().get(0);
    long agent = number("select id from agent where login = 'gestionnaire'");
    jdbi.useTransaction(
        handle ->
            DuplicateSets.notSame(
                handle,
                told.id(),
                told.members().get(0).demandId(),
                List.of(told.members().get(1).demandId()),
                new DuplicateSets.Closing(agent, NOW, "Deux cousines")));
    assertThat(reader.find(told.id(), scope("gestionnaire"))).isEmpty();
    assertThat(planned(jdbi)).isEmpty();

    DuplicateSetRow gone = all.rows().get(1);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update demand set status = 'CANCELLED', cancellation_reason = 'RADABA',"
                    + " cancelled_on = '2026-11-23' where id = ?",
                gone.members().get(0).demandId()));
    assertThat(reader.find(gone.id(), scope("gestionnaire"))).isEmpty();
    jdbi.useTransaction(
        handle -> DuplicateSets.left(handle, List.of(gone.members().get(0).demandId()), LATER));
    int last = jdbi.inTransaction(handle -> Sweeps.run(handle, LATER));
    assertThat(last).isZero();
    assertThat(number("select count(*) from duplicate_set where state = 'OPEN'"))
        .isEqualTo(planned - 2);
  }

  @Test
  void aDayGivenByThousandsIsComparedByLikeNames() {
    Jdbi crowd = TestDatabase.loaded(4_000, 13);
    Set<String> before = planned(crowd);
    crowd.useHandle(
        handle ->
            handle.execute(
                "update household_member set birth_date = '1980-01-01' where role = 'APPLICANT' and"
                    + " demand_id in (select id from demand where departement_code = '44' and id"
                    + " not in (select d.id from planted_duplicate p join demand d on"
                    + " d.unique_number = p.unique_number))"));
    assertThat(
            crowd.<Long, RuntimeException>withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select count(*) from household_member m join demand d on d.id ="
                                + " m.demand_id where m.birth_date = '1980-01-01' and d.status ="
                                + " 'ACTIVE'")
                        .mapTo(Long.class)
                        .one()))
        .isGreaterThan(1_000);
    // In the crowd, only like names are compared: the two of one name are found all the same.
    List<String> pair =
        crowd.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select d.unique_number from demand d join household_member m on"
                            + " m.demand_id = d.id where m.role = 'APPLICANT' and m.birth_date ="
                            + " '1980-01-01' and d.status = 'ACTIVE' and d.legal_name is null"
                            + " order by md5(d.unique_number) limit 2")
                    .mapTo(String.class)
                    .list());
    crowd.useHandle(
        handle ->
            handle.execute(
                "update household_member set surname = 'Foulon-Retrouvé', given_name = 'Anne',"
                    + " birth_name = null where role = 'APPLICANT' and demand_id in (select id from"
                    + " demand where unique_number = any(?))",
                (Object) pair.toArray(String[]::new)));
    assertThat(planned(crowd))
        .containsAll(before)
        .anySatisfy(set -> assertThat(set.split(" ")).containsAll(pair));
  }

  @Test
  void twoServersAtOnceOpenNothingTwice() throws Exception {
    Jdbi shared = TestDatabase.loaded(1_500, 7);
    int planned = planned(shared).size();
    ExecutorService servers = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> runs =
          servers.invokeAll(
              List.of(
                  () -> shared.inTransaction(handle -> Sweeps.run(handle, NOW)),
                  () -> shared.inTransaction(handle -> Sweeps.run(handle, NOW))));
      assertThat(runs.get(0).get() + runs.get(1).get()).isEqualTo(planned);
      assertThat(planned(shared)).isEmpty();
    } finally {
      servers.shutdown();
    }
  }

  @Test
  void R_441_2_6_demandsOutOfScopeAreCountedAndNotNamed() {
    Jdbi own = TestDatabase.loaded(1_500, 11);
    own.useTransaction(handle -> Sweeps.run(handle, NOW));
    DuplicateSetReader reader = new DuplicateSetReader(own);
    DuplicateSetPage state = reader.list(null, scope(own, "prefecture.44"), 0, 100);
    assertThat(state.rows()).isNotEmpty();
    DuplicateSetPage town = reader.list(null, scope(own, "commune.saint-nazaire"), 0, 100);
    assertThat(town.total()).isLessThan(state.total());
    assertThat(reader.list(null, scope(own, "adil.44"), 0, 100).total()).isZero();
    // Of one of the two, this municipality knows nothing.
    DuplicateSetRow set = state.rows().get(0);
    own.useHandle(
        handle -> {
          handle.execute(
              "delete from wished_location where demand_id = ?", set.members().get(0).demandId());
          handle.execute(
              "update demand set desk_id = (select min(id) from registration_desk where"
                  + " municipality_code like '56%') where id = ?",
              set.members().get(0).demandId());
          handle.execute(
              "update wished_location set municipality_code = '44184' where demand_id = ? and rank"
                  + " = 1",
              set.members().get(1).demandId());
        });
    DuplicateSetRow partly =
        reader.find(set.id(), scope(own, "commune.saint-nazaire")).orElseThrow();
    assertThat(partly.members()).hasSize(1);
    assertThat(partly.hidden()).isEqualTo(1);
    assertThat(partly.uniqueNumbers()).containsExactly(set.members().get(1).uniqueNumber());
  }

  /** Each set as its numbers in order; without those for which one of these reasons speaks. */
  private static Set<String> planned(Jdbi of, LikenessReason... without) {
    return of.inTransaction(Sweeps::plan).stream()
        .filter(set -> Collections.disjoint(set.reasons(), List.of(without)))
        .map(set -> set.uniqueNumbers().stream().sorted().collect(Collectors.joining(" ")))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> texts(Jdbi of, String sql) {
    List<String> texts =
        of.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    return new TreeSet<>(texts);
  }

  private static long number(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private static Scope scope(String login) {
    return scope(jdbi, login);
  }

  private static Scope scope(Jdbi of, String login) {
    return new AgentReader(of).find(login).orElseThrow().scope();
  }
}
