package fr.toitcommun.persistence.allocation.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Where holders stand when a dwelling is offered, held to the balance that they are shown. */
class FlowReaderTest {
  private static final LocalDate TODAY = TestDatabase.TODAY;
  private final Jdbi jdbi = Reads.over(TestDatabase.demonstration());
  private final FlowReader flow = new FlowReader(jdbi);
  private final AgreementReader balances = new AgreementReader(jdbi);

  /** A vacancy that was offered to a holder and counts in its flow. */
  private record Offered(long vacancy, long dwelling, long agreement) {}

  @Test
  void R_441_5_whatTheRuleChoosesByIsTheBalanceOfEachAgreement() {
    for (Offered one : offered()) {
      List<FlowShare> shares = flow.shares(one.dwelling(), null, TODAY);
      assertThat(shares).extracting(FlowShare::agreementId).contains(one.agreement());
      for (FlowShare share : shares) {
        AgreementRow row = balances.find(share.agreementId(), TODAY.getYear(), TODAY).orElseThrow();
        assertThat(share.flow()).as(row.holder()).isEqualTo(row.balance().flow());
        assertThat(share.offered()).as(row.holder()).isEqualTo(row.balance().offered());
        assertThat(share.agentsOffered()).as(row.holder()).isEqualTo(row.balance().agents());
        assertThat(share.percent()).isEqualTo(row.percent());
      }
    }
  }

  @Test
  void R_441_5_theVacancyInQuestionCountsForNobody() {
    for (Offered one : offered()) {
      FlowShare all = of(one, flow.shares(one.dwelling(), null, TODAY));
      FlowShare without = of(one, flow.shares(one.dwelling(), one.vacancy(), TODAY));
      assertThat(without.flow()).isEqualTo(all.flow() - 1);
      assertThat(without.offered()).isEqualTo(all.offered() - 1);
    }
  }

  @Test
  void R_441_5_theFlowIsThatOfTheYearUntilTheDay() {
    Offered one = offered().get(0);
    long declaredLater =
        number(
            "select count(*) from flow_vacancy f join vacancy v on v.id = f.vacancy_id where"
                + " f.declared_on > '2026-06-30' and f.agreement_id = "
                + one.agreement()
                + " and f.exclusion is null and not f.identified");
    FlowShare june = of(one, flow.shares(one.dwelling(), null, LocalDate.of(2026, 6, 30)));
    FlowShare today = of(one, flow.shares(one.dwelling(), null, TODAY));
    assertThat(today.offered() - june.offered()).isEqualTo(declaredLater).isPositive();
    FlowShare newYear = of(one, flow.shares(one.dwelling(), null, LocalDate.of(2027, 1, 1)));
    assertThat(newYear.flow()).isZero();
    assertThat(newYear.offered()).isZero();
  }

  @Test
  void R_441_5_onlyAgreementsInForceWhereTheDwellingStandsAreAsked() {
    for (Offered one : offered()) {
      assertThat(flow.shares(one.dwelling(), null, TODAY))
          .extracting(FlowShare::agreementId)
          .containsExactlyElementsOf(
              jdbi.withHandle(
                  handle ->
                      handle
                          .createQuery(
                              "select distinct a.id from dwelling w join municipality m on m.code ="
                                  + " w.municipality_code join reservation_agreement a on"
                                  + " a.landlord_id = w.landlord_id and a.departement_code ="
                                  + " m.departement_code join partner_territory t on t.partner_id ="
                                  + " a.holder_id and t.code in (m.code, m.epci_siren,"
                                  + " m.departement_code) where w.id = :dwelling and a.valid_from"
                                  + " <= :day and coalesce(a.valid_to, :day) >= :day order by 1")
                          .bind("dwelling", one.dwelling())
                          .bind("day", TODAY)
                          .mapTo(Long.class)
                          .list()));
      assertThat(flow.shares(one.dwelling(), null, LocalDate.of(2000, 1, 1))).isEmpty();
    }
  }

  /** One of each holder's of one landlord, so that every kind of holder is among them. */
  private List<Offered> offered() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct on (v.agreement_id) v.id, v.dwelling_id, v.agreement_id from"
                        + " vacancy v join flow_vacancy f on f.vacancy_id = v.id where f.exclusion"
                        + " is null and not f.identified and v.agreement_id is not null and"
                        + " v.declared_on > '2026-06-30' order by v.agreement_id, v.id limit 12")
                .map(
                    (row, context) ->
                        new Offered(
                            row.getLong("id"),
                            row.getLong("dwelling_id"),
                            row.getLong("agreement_id")))
                .list());
  }

  private static FlowShare of(Offered one, List<FlowShare> shares) {
    return shares.stream()
        .filter(share -> share.agreementId() == one.agreement())
        .findFirst()
        .orElseThrow();
  }

  private long number(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
