package fr.toitcommun.persistence.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a dwelling fell vacant again after a lease: another vacancy of it, in each case. */
class LeaseReaderTest {
  private static Jdbi jdbi;
  private static long let;

  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(600, 11);
    let =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select min(v.id) from vacancy v where v.status = 'LET' and (select"
                            + " count(*) from vacancy o where o.dwelling_id = v.dwelling_id) = 1")
                    .mapTo(Long.class)
                    .one());
  }

  /** Two servers take identities fifty at a time: a later vacancy may have a smaller one. */
  @ParameterizedTest(name = "identity {0}, declared {1} days after, {2}: {3}")
  @CsvSource({
    "smaller, 30, LET, true",
    "greater, 30, LET, true",
    "smaller, 0, LET, true",
    "smaller, -30, LET, false",
    "greater, -30, LET, false",
    "greater, -30, OPEN, true",
    "smaller, 30, WITHDRAWN, false"
  })
  void R_441_2_8_aDwellingIsVacantSinceByDaysNotByIdentity(
      String identity, int days, String status, boolean since) {
    long other = identity.equals("smaller") ? -let : let + 1_000_000;
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into vacancy (id, version, dwelling_id, available_from, declared_on,"
                        + " quota, status) select :other, 1, dwelling_id, available_from,"
                        + " declared_on + :days, quota, :status from vacancy where id = :let")
                .bind("other", other)
                .bind("days", days)
                .bind("status", status)
                .bind("let", let)
                .execute());
    assertThat(new LeaseReader(jdbi).declaredVacantSince(let)).isEqualTo(since);
    jdbi.useHandle(handle -> handle.execute("delete from vacancy where id = ?", other));
  }
}
