package fr.toitcommun.persistence.registration.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSets;
import fr.toitcommun.persistence.registration.duplicate.Sweeps;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What was said of duplicates goes with the names, and a merged demand with the other. */
class ErasureOfMergedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
  private static final String MARK = "Cousine de Zébulon";

  @Test
  void D_2017_917_4_aMergedDemandIsErasedWithTheOneItWentInto() {
    Jdbi jdbi = TestDatabase.loaded(1_500, 7);
    jdbi.useTransaction(handle -> Sweeps.run(handle, NOW));
    jdbi.useTransaction(
        handle -> {
          List<Long> pair =
              handle
                  .createQuery(
                      "select demand_id from duplicate_member where set_id = (select min(id) from"
                          + " duplicate_set) order by 1")
                  .mapTo(Long.class)
                  .list();
          long agent = number(handle, "select min(id) from agent");
          long set = number(handle, "select min(id) from duplicate_set");
          DuplicateSets.notSame(
              handle,
              set,
              pair.get(0),
              List.of(pair.get(1)),
              new DuplicateSets.Closing(agent, NOW, MARK));
          merge(handle, pair.get(1), pair.get(0), agent);
          handle.execute(
              "update demand set status = 'CANCELLED', cancellation_reason = 'RADABA',"
                  + " cancelled_on = ? where id = ?",
              TODAY.minusYears(2),
              pair.get(0));
          String survivor = text(handle, pair.get(0));
          String merged = text(handle, pair.get(1));
          assertThat(Erasure.erase(handle, pair, TODAY.minusYears(1), TODAY)).isEqualTo(1);
          assertThat(
                  number(
                      handle,
                      "select count(*) from household_member where surname = '(effacé)' and"
                          + " demand_id in ("
                          + pair.get(0)
                          + ", "
                          + pair.get(1)
                          + ")"))
              .isEqualTo(2);
          for (String table :
              List.of("demand_merge", "not_same_person", "duplicate_set", "demand_event")) {
            for (String left : List.of(MARK, survivor, merged)) {
              assertThat(
                      handle
                          .createQuery(
                              "select count(*) from " + table + " t where t::text like :left")
                          .bind("left", "%" + left + "%")
                          .mapTo(Long.class)
                          .one())
                  .as("%s in %s", left, table)
                  .isZero();
            }
          }
          assertThat(
                  handle
                      .createQuery("select unique_number from erasure_proof order by 1")
                      .mapTo(String.class)
                      .list())
              .containsExactlyInAnyOrder(survivor, merged);
        });
  }

  private static void merge(Handle handle, long merged, long survivor, long agent) {
    handle.execute(
        "update demand set status = 'MERGED', merged_into = ?, merged_on = ? where id = ?",
        survivor,
        TODAY.minusYears(2),
        merged);
    handle.execute(
        "insert into demand_merge (survivor_id, merged_id, merged_at, merged_by, word,"
            + " deposit_before, valid_before) values (?, ?, now(), ?, ?, ?, ?)",
        survivor,
        merged,
        agent,
        MARK,
        TODAY,
        TODAY);
    handle.execute(
        "update demand_event set kind = 'MERGED', detail = ? where demand_id = ?",
        text(handle, merged),
        survivor);
  }

  private static String text(Handle handle, long demand) {
    return handle
        .createQuery("select unique_number from demand where id = :id")
        .bind("id", demand)
        .mapTo(String.class)
        .one();
  }

  private static long number(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(Long.class).one();
  }
}
