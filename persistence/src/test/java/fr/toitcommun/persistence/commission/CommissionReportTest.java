package fr.toitcommun.persistence.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.registration.erasure.Erasure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The report of a past year stays what it was, whatever becomes of the demands (R.441-9 IV). */
class CommissionReportTest {
  private static final String ALLOCATED =
      "c.decision in ('ALLOCATION', 'RANKED_ALLOCATION', 'CONDITIONAL_ALLOCATION')";

  private static Jdbi jdbi;
  private static long landlord;
  private static int year;

  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(2000, 11);
    jdbi.useHandle(
        handle -> {
          handle
              .createQuery(
                  "select k.landlord_id, cast(extract(year from s.held_at) as int) as year from"
                      + " item_candidate c join commission_item i on i.id = c.item_id join"
                      + " commission_session s on s.id = i.session_id join commission k on k.id ="
                      + " s.commission_id where s.status = 'CLOSED' and c.first_quartile and not"
                      + " c.in_priority_district and "
                      + ALLOCATED
                      + " group by 1, 2 order by count(*) desc, 1, 2 limit 1")
              .map(
                  (row, context) -> {
                    landlord = row.getLong(1);
                    year = row.getInt(2);
                    return landlord;
                  })
              .one();
        });
  }

  private static CommissionReport report() {
    return new CommissionReportReader(jdbi).read(landlord, "L", null, null, year);
  }

  @Test
  void R_441_9_neitherALaterChangeNorErasureChangesAPastYear() {
    CommissionReport before = report();
    assertThat(before.shares())
        .filteredOn(share -> "QUARTILE".equals(share.code()))
        .allMatch(share -> share.number() > 0);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update demand set annual_resources = 90000, consumption_units = 1,"
                    + " resources_per_unit = 90000, priority_grounds = priority_grounds # 7,"
                    + " dalo_status = 'ACTIF', transfer = not transfer, initial_deposit_date ="
                    + " initial_deposit_date - 100"));
    jdbi.useHandle(
        handle -> handle.execute("update dwelling set priority_district = not priority_district"));
    assertThat(report()).isEqualTo(before);

    jdbi.useHandle(
        handle -> {
          List<Long> cancelled =
              handle
                  .createQuery(
                      "select distinct r.demand_id from proposal r join item_candidate c on"
                          + " c.proposal_id = r.id join demand d on d.id = r.demand_id where"
                          + " d.status = 'CANCELLED' and "
                          + ALLOCATED)
                  .mapTo(Long.class)
                  .list();
          LocalDate later = LocalDate.of(2100, 1, 1);
          assertThat(Erasure.erase(handle, cancelled, later, later)).isPositive();
          assertThat(
                  handle
                      .createQuery(
                          "select count(*) from item_candidate c join proposal r on r.id ="
                              + " c.proposal_id join demand d on d.id = r.demand_id where d.erased"
                              + " and c.resources_per_unit % 1000 <> 0")
                      .mapTo(Long.class)
                      .one())
              .isZero();
        });
    assertThat(report()).isEqualTo(before);
  }

  /** Whoever left undecided was not examined, and an exception nobody needed is none (R.441-3). */
  @Test
  void R_441_9_demandsAreCountedByWhatWasDecidedAndExceptionsByWhatTheyWereNeededFor() {
    CommissionReport before = report();
    long item =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select i.id from commission_item i join commission_session s on s.id ="
                            + " i.session_id join commission k on k.id = s.commission_id join"
                            + " item_candidate c on c.item_id = i.id where s.status = 'CLOSED' and"
                            + " i.exception = 'NONE' and c.decision is not null and k.landlord_id ="
                            + " :landlord and extract(year from s.held_at) = :year group by i.id"
                            + " having count(*) >= 3 order by count(*), i.id limit 1")
                    .bind("landlord", landlord)
                    .bind("year", year)
                    .mapTo(Long.class)
                    .one());
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update commission_item set exception = 'TOO_FEW_CANDIDATES', exception_detail ="
                    + " 'x' where id = ?",
                item));
    assertThat(report()).isEqualTo(before);

    int decided =
        jdbi.withHandle(
            handle ->
                handle.execute(
                    "update item_candidate set decision = null, days_waited = null where item_id ="
                        + " ? and position > 1",
                    item));
    assertThat(report().candidates()).isEqualTo(before.candidates() - decided);
    assertThat(report().belowMinimum()).isEqualTo(before.belowMinimum() + 1);
  }

  @Test
  void R_441_9_everyDecisionKeepsItsFacts() {
    jdbi.useHandle(
        handle ->
            assertThat(
                    handle
                        .createQuery(
                            "select count(*) from item_candidate where (decision is not null) <>"
                                + " (days_waited is not null)")
                        .mapTo(Long.class)
                        .one())
                .isZero());
  }

  @Test
  void R_441_9_theFactsOfSignedMinutesAreFinal() {
    jdbi.useHandle(
        handle -> {
          long candidate =
              handle
                  .createQuery(
                      "select min(c.id) from item_candidate c join commission_item i on i.id ="
                          + " c.item_id join commission_session s on s.id = i.session_id where"
                          + " s.status = 'CLOSED' and c.resources_per_unit is not null and not"
                          + " exists (select 1 from session_minutes m where m.session_id = s.id)")
                  .mapTo(Long.class)
                  .one();
          long session =
              handle
                  .createQuery(
                      "select i.session_id from commission_item i join item_candidate c on"
                          + " c.item_id = i.id where c.id = "
                          + candidate)
                  .mapTo(Long.class)
                  .one();
          MinutesStore.keep(
              handle,
              session,
              null,
              "minutes".getBytes(StandardCharsets.UTF_8),
              "X",
              Instant.EPOCH,
              null);
          assertThatThrownBy(
                  () ->
                      handle.execute(
                          "update item_candidate set first_quartile = not first_quartile where id ="
                              + " ?",
                          candidate))
              .hasMessageContaining("The minutes of this session are signed");
          handle.execute(
              "update item_candidate set resources_per_unit = resources_per_unit / 1000 * 1000"
                  + " where id = ?",
              candidate);
        });
  }
}
