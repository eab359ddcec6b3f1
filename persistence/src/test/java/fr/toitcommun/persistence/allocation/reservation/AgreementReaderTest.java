package fr.toitcommun.persistence.allocation.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The balance of agreements in the demonstration, against a slow and obvious recount. */
class AgreementReaderTest {
  private static final LocalDate TODAY = TestDatabase.TODAY;
  private static final int YEAR = TODAY.getYear();
  private final Jdbi jdbi = Reads.over(TestDatabase.demonstration());
  private final AgreementReader reader = new AgreementReader(jdbi);

  @Test
  void R_441_5_theBalanceOfEveryAgreementEqualsARecount() {
    List<AgreementRow> rows = all(YEAR);
    assertThat(rows).hasSizeGreaterThan(150);
    for (AgreementRow row : rows) {
      Balance recount = recount(row);
      assertThat(row.balance()).as(row.landlord() + " / " + row.holder()).isEqualTo(recount);
    }
    assertThat(rows.stream().mapToLong(row -> row.balance().offered()).sum()).isPositive();
    assertThat(rows.stream().mapToLong(row -> row.balance().awaited()).sum()).isPositive();
    assertThat(rows.stream().mapToLong(row -> row.balance().lapsed()).sum()).isPositive();
    assertThat(rows.stream().mapToLong(row -> row.balance().let()).sum()).isPositive();
  }

  @Test
  void theMonthsOfAnAgreementAddUpToItsYear() {
    for (AgreementRow row : all(YEAR).subList(0, 20)) {
      Map<Integer, Balance> months = reader.months(row.id(), YEAR, TODAY);
      assertThat(months.values().stream().mapToLong(Balance::flow).sum())
          .isEqualTo(row.balance().flow());
      assertThat(months.values().stream().mapToLong(Balance::offered).sum())
          .isEqualTo(row.balance().offered());
      assertThat(months.values().stream().mapToLong(Balance::let).sum())
          .isEqualTo(row.balance().let());
    }
  }

  @Test
  void R_441_5_2_inTheDemonstrationTheStateHasAtMostThirtyPercentOfEachLandlord() {
    assertThat(all(YEAR))
        .filteredOn(row -> row.quota().equals("PPRIOR"))
        // A lease with the landlord's own tenant leaves the flow after the others were offered.
        .allSatisfy(
            row ->
                assertThat(row.balance().offered())
                    .isLessThanOrEqualTo(row.balance().due().longValue() + 1));
  }

  @Test
  void theListHasAnExactTotalAndGoesByPages() {
    AgreementSearch search = new AgreementSearch(null, null, "44", YEAR);
    AgreementPage first = reader.list(search, TODAY, 0, 5);
    AgreementPage second = reader.list(search, TODAY, 5, 5);
    assertThat(first.rows()).hasSize(5).doesNotContainAnyElementsOf(second.rows());
    assertThat(first.total())
        .isEqualTo(
            jdbi.withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select count(*) from reservation_agreement where departement_code ="
                                + " '44'")
                        .mapTo(Long.class)
                        .one()));
  }

  @Test
  void R_441_5_theReachOfEveryOtherHolderIsWhereItGetsDwellings() {
    HolderReader partners = new HolderReader(jdbi);
    List<Reach> told = new ArrayList<>();
    for (AgreementRow row : all(YEAR)) {
      Reach recounted = recountedReach(row.holderId(), row.departementCode());
      assertThat(reader.others(row.landlordId(), row.departementCode(), null))
          .filteredOn(other -> other.holderId() == row.holderId())
          .isNotEmpty()
          .extracting(AgreementRules.Other::reach)
          .as(row.landlord() + " / " + row.holder())
          .containsOnly(recounted);
      assertThat(partners.reach(row.holderId(), row.departementCode())).isEqualTo(recounted);
      told.add(recounted);
    }
    assertThat(told).anyMatch(Reach::everywhere);
    assertThat(told).anyMatch(reach -> reach.municipalities().size() > 1);
    assertThat(told).as("of a town").anyMatch(reach -> reach.municipalities().size() == 1);
  }

  /** From the tables alone: which of the département's municipalities the holder's levels name. */
  private Reach recountedReach(long holder, String departement) {
    return jdbi.withHandle(
        handle -> {
          Set<String> territory =
              handle
                  .createQuery(
                      "select level || code from partner_territory where partner_id = :holder")
                  .bind("holder", holder)
                  .mapTo(String.class)
                  .set();
          Set<String> municipalities = new HashSet<>();
          handle
              .createQuery(
                  "select code, coalesce(epci_siren, '') as epci from municipality where"
                      + " departement_code = :departement")
              .bind("departement", departement)
              .mapToMap(String.class)
              .forEach(
                  row -> {
                    if (territory.contains("MUNICIPALITY" + row.get("code"))
                        || territory.contains("EPCI" + row.get("epci"))) {
                      municipalities.add(row.get("code"));
                    }
                  });
          return new Reach(territory.contains("DEPARTEMENT" + departement), municipalities);
        });
  }

  private List<AgreementRow> all(int year) {
    return reader.list(new AgreementSearch(null, null, null, year), TODAY, 0, 1_000).rows();
  }

  /** Row after row in plain Java, from the tables alone. */
  private Balance recount(AgreementRow agreement) {
    long[] count = new long[7];
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select v.*, m.code, m.epci_siren, m.departement_code,"
                        + " l.was_tenant_of_landlord, l.renewal_rehousing, l.id as lease_id,"
                        + " (select array_agg(t.level || t.code) from partner_territory t where"
                        + " t.partner_id = :holder) as territory from vacancy v join dwelling w on"
                        + " w.id = v.dwelling_id join municipality m on m.code ="
                        + " w.municipality_code left join lease l on l.vacancy_id = v.id and"
                        + " l.cancelled_at is null where w.landlord_id = :landlord and"
                        + " m.departement_code = :dep")
                .bind("holder", agreement.holderId())
                .bind("landlord", agreement.landlordId())
                .bind("dep", agreement.departementCode())
                .map(
                    (row, context) -> {
                      LocalDate on = row.getObject("declared_on", LocalDate.class);
                      List<String> territory =
                          List.of((String[]) row.getArray("territory").getArray());
                      boolean there =
                          territory.contains("DEPARTEMENT" + row.getString("departement_code"))
                              || territory.contains("EPCI" + row.getString("epci_siren"))
                              || territory.contains("MUNICIPALITY" + row.getString("code"));
                      Long offered = row.getObject("agreement_id", Long.class);
                      boolean transfer =
                          offered == null && row.getBoolean("was_tenant_of_landlord");
                      boolean flows =
                          there
                              && !row.getString("status").equals("WITHDRAWN")
                              && row.getString("flow_exclusion") == null
                              && !transfer
                              && !row.getBoolean("renewal_rehousing")
                              && !row.getBoolean("identified")
                              && on.getYear() == YEAR
                              && !on.isBefore(agreement.validFrom());
                      if (flows) {
                        count[0]++;
                        if (offered != null && offered == agreement.id()) {
                          count[1]++;
                          count[2] += row.getString("offered_quota").equals("PFONCT") ? 1 : 0;
                          String state = row.getString("designation");
                          boolean past =
                              row.getObject("designation_deadline", LocalDate.class)
                                  .isBefore(TODAY);
                          if (state.equals("AWAITED")) {
                            count[past ? 5 : 3]++;
                          } else {
                            count[state.equals("DESIGNATED") ? 4 : 5]++;
                          }
                          count[6] += row.getObject("lease_id") == null ? 0 : 1;
                        }
                      }
                      return flows;
                    })
                .list());
    return new Balance(
        count[0],
        agreement
            .percent()
            .multiply(java.math.BigDecimal.valueOf(count[0]))
            .divide(java.math.BigDecimal.valueOf(100), 1, java.math.RoundingMode.HALF_UP),
        count[1],
        count[2],
        count[3],
        count[4],
        count[5],
        count[6]);
  }
}
