package fr.toitcommun.persistence.allocation.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.allocation.DueProposals;
import fr.toitcommun.persistence.allocation.LeaseReader;
import fr.toitcommun.persistence.job.DueCursor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Counters and nightly lists on the real database, against a recount. */
class CommitmentReaderTest {
  private static final int YEAR = TestDatabase.TODAY.getYear();
  private static final Function<String, Integer> PERCENT =
      Map.of(
              "FIRST_QUARTILE_PERCENT",
              25,
              "OTHER_QUARTILES_PERCENT",
              50,
              "PRIORITY_PUBLIC_PERCENT",
              25)
          ::get;

  private Jdbi jdbi;
  private Territory all;

  @BeforeEach
  void load() {
    jdbi = TestDatabase.loaded(600, 11);
    all = new Territory(YEAR, null, List.of("44", "49", "53", "56", "72", "85"), null, null);
  }

  @Test
  void L_441_1_theFactsOfALeaseAreFrozenWithTheThresholdOfItsTerritoryAndDay() {
    long lease =
        count(
            "select min(id) from lease where cancelled_at is null and not priority_district and"
                + " epci_siren is not null");
    String epci = text("select epci_siren from lease where id = " + lease);
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "insert into first_quartile_threshold (epci_siren, year, amount, source, assumed)"
                  + " values (?, 2021, 8000, 'test', true)",
              epci);
          handle.execute(
              "update demand set resources_per_unit = 8000 where id = (select demand_id from lease"
                  + " where id = ?)",
              lease);
        });
    new LeaseReader(jdbi).freeze(lease);
    assertThat(count("select quartile_threshold from lease where id = " + lease)).isEqualTo(8000);
    assertThat(count("select count(*) from lease where first_quartile and id = " + lease)).isOne();
    // What comes later changes nothing of it.
    jdbi.useHandle(handle -> handle.execute("update demand set resources_per_unit = 20000"));
    assertThat(count("select count(*) from lease where first_quartile and id = " + lease)).isOne();
  }

  @Test
  void countersEqualARecountAndLeaveCancelledLeasesOut() {
    Counter before = reservation("COLACT");
    assertThat(before.count())
        .isEqualTo(
            count(
                "select count(*) from lease where quota = 'COLACT' and cancelled_at is null and"
                    + " extract(year from signed_on) = "
                    + YEAR))
        .isPositive();
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update lease set cancelled_at = now() where id = (select min(id) from lease where"
                    + " quota = 'COLACT' and cancelled_at is null and extract(year from signed_on)"
                    + " = ?)",
                YEAR));
    assertThat(reservation("COLACT").count()).isEqualTo(before.count() - 1);
    assertThat(reservation("COLACT").total()).isEqualTo(before.total() - 1);
    long byLandlord =
        new CommitmentReader(jdbi)
            .tallies(all, CommitmentReader.By.LANDLORD).values().stream()
                .mapToLong(Tally::total)
                .sum();
    assertThat(byLandlord).isEqualTo(before.total() - 1);
  }

  @Test
  void targetsOfAgreementsAreThoseOfTheYearAndTheLandlord() {
    long landlord = count("select min(id) from partner where kind = 'LANDLORD'");
    jdbi.useHandle(
        handle -> {
          handle.execute("delete from collective_agreement");
          handle.execute(
              "insert into collective_agreement (kind, year, departement_code, landlord_id, target)"
                  + " values ('ACD', ?, '44', ?, 12), ('ACD', ?, '44', ?, 99)",
              YEAR,
              landlord,
              YEAR - 1,
              landlord);
        });
    CommitmentReader reader = new CommitmentReader(jdbi);
    assertThat(reader.targets(all)).containsExactly(Map.entry("ACD", 12));
    assertThat(reader.targets(new Territory(YEAR, landlord + 1, List.of("44"), null, null)))
        .isEmpty();
    assertThat(reader.targets(new Territory(YEAR, landlord, List.of("49"), null, null))).isEmpty();
  }

  @Test
  void aTargetIsThatOfTheVeryTerritoryCounted() {
    long landlord = count("select min(id) from partner where kind = 'LANDLORD'");
    String epci = "244400404";
    run("delete from collective_agreement");
    run(
        "insert into collective_agreement (kind, year, departement_code, epci_siren, landlord_id,"
            + " target) select 'ACD', y, '44', null, id, 12 from partner, (values ("
            + YEAR
            + ")) v (y) where kind = 'LANDLORD'");
    run(
        "insert into collective_agreement (kind, year, departement_code, epci_siren, landlord_id,"
            + " target) values ('ACI', "
            + YEAR
            + ", null, '"
            + epci
            + "', "
            + landlord
            + ", 7)");
    List<String> towns =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select code from municipality where epci_siren = :epci")
                    .bind("epci", epci)
                    .mapTo(String.class)
                    .list());
    CommitmentReader reader = new CommitmentReader(jdbi);
    List<String> here = List.of("44");
    // The EPCI has its own agreement, one of its towns has none.
    assertThat(reader.targets(new Territory(YEAR, null, here, towns, null)))
        .containsExactly(Map.entry("ACI", 7));
    assertThat(reader.targets(new Territory(YEAR, null, here, towns.subList(0, 1), null)))
        .isEmpty();
    assertThat(reader.targets(new Territory(YEAR, null, here, null, epci)))
        .containsExactly(Map.entry("ACI", 7));
    Territory departement = new Territory(YEAR, null, here, null, null);
    Map<String, Map<String, Integer>> each =
        reader.targets(departement, CommitmentReader.By.LANDLORD);
    assertThat(each.get(text("select name from partner where id = " + landlord)))
        .containsOnly(Map.entry("ACD", 12), Map.entry("ACI", 7));
    assertThat(each.values().stream().mapToInt(one -> one.get("ACD")).sum())
        .isEqualTo(reader.targets(departement).get("ACD"));
    assertThat(
            reader.targets(
                new Territory(YEAR, landlord, here, null, null), CommitmentReader.By.EPCI))
        .containsExactly(
            Map.entry(
                text("select name from epci where siren = '" + epci + "'"), Map.of("ACI", 7)));
  }

  @Test
  void theMeasureOfEfficiencyCountsEveryProposalUntilTheLease() {
    Effort whole = new EffortReader(jdbi).by(all, EffortReader.By.WHOLE, 1).get(0);
    assertThat(whole.proposals())
        .isEqualTo(
            count(
                "select count(*) from lease l join proposal r on r.demand_id = l.demand_id and"
                    + " r.made_on <= l.signed_on where l.cancelled_at is null and extract(year from"
                    + " l.signed_on) = "
                    + YEAR));
    assertThat(whole.steps().stream().mapToLong(Long::longValue).sum()).isEqualTo(whole.leases());
    assertThat(whole.mean()).isGreaterThanOrEqualTo(1);
  }

  @Test
  void aTerritoryKeepsLeasesOfItsYearLandlordPlaceAndDepartement() {
    String some = " from lease where cancelled_at is null and signed_on between date '" + YEAR;
    some += "-01-01' and date '" + YEAR + "-12-31'";
    run(
        "update lease set signed_on = date '"
            + YEAR
            + "-01-01' where id = (select min(id)"
            + some
            + ")");
    run(
        "update lease set signed_on = date '"
            + YEAR
            + "-12-31' where id = (select max(id)"
            + some
            + ")");
    long landlord =
        count("select landlord_id" + some + " group by 1 order by count(*) desc, 1 limit 1");
    String epci =
        text(
            "select epci_siren"
                + some
                + " and epci_siren is not null group by 1 order by count(*) desc, 1 limit 1");
    String town =
        text("select municipality_code" + some + " group by 1 order by count(*) desc, 1 limit 1");
    List<String> six = all.departements();
    assertThat(leases(all)).isEqualTo(count("select count(*)" + some)).isPositive();
    assertThat(leases(new Territory(YEAR - 1, null, six, null, null)))
        .isEqualTo(count("select count(*)" + some.replace("'" + YEAR, "'" + (YEAR - 1))));
    assertThat(leases(new Territory(YEAR, landlord, six, null, null)))
        .isEqualTo(count("select count(*)" + some + " and landlord_id = " + landlord))
        .isPositive();
    assertThat(leases(new Territory(YEAR, null, six, null, epci)))
        .isEqualTo(count("select count(*)" + some + " and epci_siren = '" + epci + "'"));
    assertThat(leases(new Territory(YEAR, null, six, List.of(town), null)))
        .isEqualTo(count("select count(*)" + some + " and municipality_code = '" + town + "'"));
    assertThat(leases(new Territory(YEAR, null, List.of("44"), null, null)))
        .isEqualTo(count("select count(*)" + some + " and departement_code = '44'"))
        .isPositive();
    assertThat(leases(new Territory(YEAR, null, List.of(), null, null))).isZero();
  }

  @Test
  void L_441_1_priorityIsDaloActiveOrRehousedAndEachCertifiedGround() {
    run("update lease set dalo_status = 'NON', priority_grounds = 0");
    assertThat(priority()).isZero();
    String one =
        " where id = (select min(id) from lease where quota = 'COLACT' and cancelled_at is";
    one += " null and extract(year from signed_on) = " + YEAR + ")";
    for (String change :
        List.of("dalo_status = 'ACTIF'", "dalo_status = 'ACTREL'", "priority_grounds = 4")) {
      run("update lease set dalo_status = 'NON', priority_grounds = 0");
      run("update lease set " + change + one);
      assertThat(priority()).as(change).isEqualTo(1);
    }
    run("update lease set dalo_status = 'CADUC', priority_grounds = 0");
    assertThat(priority()).isZero();
  }

  @Test
  void theStepsOfTheMeasureAreOneTwoThreeFourAndMore() {
    run("update lease set proposals_made = 1 + id % 7");
    Effort whole = new EffortReader(jdbi).by(all, EffortReader.By.WHOLE, 1).get(0);
    for (int step = 1; step <= 5; step++) {
      assertThat(whole.steps().get(step - 1))
          .isEqualTo(
              count(
                  "select count(*) from lease where cancelled_at is null and extract(year from"
                      + " signed_on) = "
                      + YEAR
                      + " and least(5, proposals_made) = "
                      + step))
          .isPositive();
    }
    assertThat(whole.hundredths())
        .isEqualTo((int) Math.round(whole.proposals() * 100.0 / whole.leases()));
  }

  @Test
  void aSessionsAllocationsCountWhoeverIsStillIn() {
    long session =
        count(
            "select min(i.session_id) from commission_item i join vacancy v on v.id = i.vacancy_id"
                + " join item_candidate c on c.item_id = i.id where v.status = 'OPEN'");
    CommitmentReader reader = new CommitmentReader(jdbi);
    CommitmentReader.Candidate first = reader.candidates(session).get(0);
    for (String status : List.of("ALLOCATED", "RANKED", "CONDITIONAL", "ON_AGENDA", "REFUSED")) {
      run(
          "update proposal set status = '"
              + status
              + "' where id = (select proposal_id from item_candidate where id = "
              + first.candidateId()
              + ")");
      assertThat(
              reader.candidates(session).stream()
                  .filter(one -> one.candidateId() == first.candidateId())
                  .findFirst()
                  .orElseThrow()
                  .allocated())
          .as(status)
          .isEqualTo(List.of("ALLOCATED", "RANKED", "CONDITIONAL").contains(status));
    }
  }

  private long leases(Territory territory) {
    long whole = new CommitmentReader(jdbi).tally(territory).total();
    List<Effort> efforts = new EffortReader(jdbi).by(territory, EffortReader.By.WHOLE, 1);
    assertThat(efforts.stream().mapToLong(Effort::leases).sum()).isEqualTo(whole);
    return whole;
  }

  private long priority() {
    return new CommitmentReader(jdbi)
        .counters(all, PERCENT).stream()
            .filter(one -> one.goal() == Goal.PRIORITY)
            .mapToLong(Counter::count)
            .sum();
  }

  private void run(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }

  @Test
  void R_441_10_onlySilenceAfterTheDelayIsDueAndOnlyOfThoseWhoWereTold() {
    DueProposals silence = new DueProposals(jdbi, DueProposals.Kind.SILENCE);
    LocalDate day = TestDatabase.TODAY;
    long id =
        count(
            "select min(id) from proposal where status = 'OPEN' and accepted_on is null and"
                + " notified_on is not null");
    long demand = count("select demand_id from proposal where id = " + id);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update proposal set reply_deadline = ? where id = ?", day.minusDays(1), id));
    assertThat(silence.ending(day, List.of(demand))).contains(id);
    assertThat(silence.ending(day.minusDays(1), List.of(demand))).doesNotContain(id);
    jdbi.useHandle(
        handle -> handle.execute("update proposal set accepted_on = made_on where id = ?", id));
    assertThat(silence.ending(day, List.of(demand))).doesNotContain(id);
    jdbi.useHandle(
        handle ->
            handle.execute(
                "update proposal set accepted_on = null, reply_deadline = null, notified_on = null"
                    + " where id = ?",
                id));
    assertThat(silence.ending(day.plusYears(1), List.of(demand))).doesNotContain(id);
    LocalDate later = day.plusDays(30);
    long listed =
        silence.count(later).keySet().stream()
            .mapToLong(one -> silence.due(later, DueCursor.start(one), 10_000).size())
            .sum();
    assertThat(listed)
        .isEqualTo(silence.count(later).values().stream().mapToLong(Long::longValue).sum())
        .isPositive();
  }

  private Counter reservation(String quota) {
    return new CommitmentReader(jdbi)
        .counters(all, PERCENT).stream()
            .filter(one -> one.goal() == Goal.RESERVATION && quota.equals(one.item()))
            .findFirst()
            .orElseThrow();
  }

  private long count(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private String text(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
