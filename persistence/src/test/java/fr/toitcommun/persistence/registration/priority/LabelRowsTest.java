package fr.toitcommun.persistence.registration.priority;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LabelRowsTest {
  private static final LocalDate TODAY = TestDatabase.TODAY;

  private static Jdbi jdbi;
  private static long demand;

  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(500, 7);
    demand =
        number(
            "select min(d.id) from demand d where d.status = 'ACTIVE' and d.legal_name is null"
                + " and not exists (select 1 from priority_label l where l.demand_id = d.id)");
  }

  @Test
  void theGeneratedFileSaysWhatItsLabelsSay() {
    jdbi.useTransaction(
        handle -> {
          List<Long> all = handle.createQuery("select id from demand").mapTo(Long.class).list();
          assertThat(LabelRows.settle(handle, all, TODAY)).isZero();
          handle.rollback();
        });
  }

  @Test
  void theGeneratedFileHasPrioritiesInSharesThatOccur() {
    Jdbi file = Jdbi.create(TestDatabase.demonstration());
    assertThat(share(file, "dalo_status = 'ACTIF'")).isBetween(1.0, 4.0);
    assertThat(share(file, "priority_grounds <> 0")).isBetween(8.0, 25.0);
    assertThat(share(file, "collective_agreement in ('ACD', 'ACI')")).isBetween(2.0, 4.0);
    int states =
        file.withHandle(
            handle ->
                handle
                    .createQuery("select count(distinct state) from priority_label")
                    .mapTo(Integer.class)
                    .one());
    assertThat(states).isGreaterThanOrEqualTo(4);
  }

  private static double share(Jdbi file, String condition) {
    return file.withHandle(
        handle ->
            handle
                .createQuery(
                    "select 100.0 * count(*) filter (where "
                        + condition
                        + ") / count(*) from demand where status = 'ACTIVE'")
                .mapTo(Double.class)
                .one());
  }

  @Test
  void L_441_1_aGroundCountsFromItsCertificationToItsLastDay() {
    jdbi.useTransaction(
        handle -> {
          label(handle, "GROUND", "J", "PROPOSED", null);
          assertThat(said(handle, TODAY)).startsWith("0 ");
          handle.execute(
              "update priority_label set state = 'CERTIFIED', decided_on = ?, valid_until = ? where"
                  + " demand_id = ?",
              TODAY,
              TODAY.plusDays(10),
              demand);
          assertThat(said(handle, TODAY)).startsWith(PriorityGround.J.bit() + " ");
          assertThat(
                  handle
                      .createQuery("select figures_until <= :day from demand where id = :id")
                      .bind("day", TODAY.plusDays(11))
                      .bind("id", demand)
                      .mapTo(Boolean.class)
                      .one())
              .isTrue();
          assertThat(said(handle, TODAY.plusDays(11))).as("before the night").startsWith("0 ");
          assertThat(LabelRows.end(handle, List.of(demand), TODAY.plusDays(10))).isEmpty();
          assertThat(LabelRows.end(handle, List.of(demand), TODAY.plusDays(11)))
              .containsExactly(demand);
          assertThat(said(handle, TODAY.plusDays(11))).startsWith("0 ");
          handle.rollback();
        });
  }

  @Test
  void R_441_5_aPriorityPersonMayHaveADwellingOfThePrefetsContingent() {
    jdbi.useTransaction(
        handle -> {
          assertThat(quotas(handle) & 4).isZero();
          label(handle, "GROUND", "K", "CERTIFIED", null);
          said(handle, TODAY);
          assertThat(quotas(handle) & 4).isEqualTo(4);
          label(handle, "QUOTA", "PFONCT", "CERTIFIED", null);
          said(handle, TODAY);
          assertThat(quotas(handle) & 8).isEqualTo(8);
          handle.rollback();
        });
  }

  @Test
  void L_441_2_3_theDaloStatusFollowsItsLabel() {
    jdbi.useTransaction(
        handle -> {
          label(handle, "GROUND", "DALO", "CERTIFIED", null);
          assertThat(said(handle, TODAY)).endsWith(" ACTIF");
          handle.execute(
              "update priority_label set rehoused_on = ? where demand_id = ?", TODAY, demand);
          assertThat(said(handle, TODAY)).isEqualTo("0 ACTREL");
          handle.execute(
              "update priority_label set rehoused_on = null, state = 'WITHDRAWN' where demand_id ="
                  + " ?",
              demand);
          assertThat(said(handle, TODAY)).isEqualTo("0 CADUC");
          handle.rollback();
        });
  }

  @Test
  void aLabelOfADemandThatWasMergedCountsForTheOneThatStandsForIt() {
    jdbi.useTransaction(
        handle -> {
          label(handle, "AGREEMENT", "ACD", "CERTIFIED", null);
          long other =
              handle
                  .createQuery(
                      "select min(id) from demand where status = 'ACTIVE' and id <> :id and"
                          + " collective_agreement = 'AUCUN'")
                  .bind("id", demand)
                  .mapTo(Long.class)
                  .one();
          handle.execute(
              "update demand set status = 'MERGED', merged_into = ?, merged_on = ? where id = ?",
              other,
              TODAY,
              demand);
          LabelRows.settle(handle, List.of(other), TODAY);
          assertThat(
                  handle
                      .createQuery("select collective_agreement from demand where id = :id")
                      .bind("id", other)
                      .mapTo(String.class)
                      .one())
              .isEqualTo("ACD");
          assertThat(new LabelReader(jdbi).of(List.of(other), TODAY)).isNotNull();
          handle.rollback();
        });
  }

  @Test
  void L_441_2_3_aHouseholdThatWasRehousedMayBeRecognisedAgain() {
    jdbi.useTransaction(
        handle -> {
          label(handle, "GROUND", "DALO", "CERTIFIED", null);
          LabelRows.rehoused(handle, demand, TODAY.minusYears(3));
          assertThat(said(handle, TODAY)).isEqualTo("0 ACTREL");
          label(handle, "GROUND", "DALO", "PROPOSED", null);
          handle.execute(
              "update priority_label set state = 'CERTIFIED', decided_on = ? where demand_id = ?"
                  + " and state = 'PROPOSED'",
              TODAY,
              demand);
          assertThat(said(handle, TODAY)).isEqualTo(PriorityGround.DALO.bit() + " ACTIF");
          // The lease that fulfilled the first one is undone: the second one stands.
          LabelRows.notRehoused(handle, demand, TODAY.minusYears(3));
          assertThat(said(handle, TODAY)).isEqualTo(PriorityGround.DALO.bit() + " ACTIF");
          handle.rollback();
        });
  }

  private static void label(
      Handle handle, String kind, String code, String state, LocalDate until) {
    handle.execute(
        "insert into priority_label (id, version, demand_id, kind, code, state, asked_on,"
            + " decided_on, valid_until) values (nextval('priority_label_seq'), 1, ?, ?, ?, ?, ?,"
            + " ?, ?)",
        demand,
        kind,
        code,
        state,
        TODAY,
        "PROPOSED".equals(state) ? null : TODAY,
        until);
  }

  private static String said(Handle handle, LocalDate day) {
    LabelRows.settle(handle, List.of(demand), day);
    return handle
        .createQuery("select priority_grounds || ' ' || dalo_status from demand where id = :id")
        .bind("id", demand)
        .mapTo(String.class)
        .one();
  }

  private static int quotas(Handle handle) {
    return handle
        .createQuery("select eligible_quotas from demand where id = :demand")
        .bind("demand", demand)
        .mapTo(Integer.class)
        .one();
  }

  private static long number(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
