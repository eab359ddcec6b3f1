package fr.toitcommun.persistence.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * The same settings give the same rows; another seed gives others; the schema comes out unharmed.
 */
class DeterminismTest {
  private static final int DEMANDS = 600;

  @Test
  void twoLoadsOfTheSameSeedAreTheSameRowForRow() {
    Map<String, String> first = digests(loaded(7));
    Map<String, String> second = digests(loaded(7));
    assertThat(second).isEqualTo(first);
    assertThat(first).hasSizeGreaterThan(20);
  }

  /**
   * A large file is sent in many pieces, in whatever order its tables fill; here every row is sent
   * as it ends, so that each table is there before those it refers to if ever it can be.
   */
  @Test
  void howManyRowsAreSentAtOnceChangesNothing() {
    Map<String, String> usual = digests(loaded(7));
    Map<String, String> rowByRow;
    CopyTable.holdAtMost(1);
    try {
      rowByRow = digests(loaded(7));
    } finally {
      CopyTable.holdUsual();
    }
    assertThat(rowByRow).isEqualTo(usual);
  }

  @Test
  void anotherSeedGivesOtherHouseholds() {
    String query =
        "select md5(string_agg(surname || given_name, ',' order by id)) from household_member";
    assertThat(Sql.texts(loaded(7), query)).isNotEqualTo(Sql.texts(loaded(8), query));
  }

  @Test
  void indexesAndConstraintsAreBackAfterALoad() {
    String indexes = "select indexdef from pg_indexes where schemaname = 'public' order by 1";
    String constraints =
        "select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)"
            + " || convalidated from pg_constraint where connamespace = 'public'::regnamespace"
            + " order by 1";
    DataSource empty = TestDatabase.empty();
    DataSource full = TestDatabase.demonstration();
    assertThat(Sql.texts(full, indexes)).isEqualTo(Sql.texts(empty, indexes));
    assertThat(Sql.texts(full, constraints)).isEqualTo(Sql.texts(empty, constraints));
  }

  private static DataSource loaded(long seed) {
    DataSource database = TestDatabase.empty();
    TestDatabase.load(database, DEMANDS, seed);
    return database;
  }

  private static Map<String, String> digests(DataSource database) {
    Map<String, String> digests = new LinkedHashMap<>();
    List<String> tables =
        Sql.texts(
            database,
            "select relname from pg_class where relkind = 'r' and relnamespace ="
                + " 'public'::regnamespace and relname not in ('installation',"
                + " 'flyway_schema_history') order by 1");
    for (String table : tables) {
      digests.put(
          table,
          Sql.texts(
                  database,
                  "select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from "
                      + table
                      + " t")
              .get(0));
    }
    digests.put(
        "sequences",
        String.join(
            " ", Sql.texts(database, "select s::text from pg_sequences s order by sequencename")));
    return digests;
  }
}
