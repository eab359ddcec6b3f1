package fr.toitcommun.persistence.observatory.quality;

import static fr.toitcommun.persistence.observatory.quality.QualityIndicator.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each indicator finds what is planted for it and nothing that stops just short of it: one demand,
 * changed for each case.
 */
class QualityIndicatorTest {
  private static final LocalDate TODAY = TestDatabase.TODAY;
  private static Jdbi jdbi;
  private static Scope manager;
  private static QualityRules rules;
  private static long demand;
  private static long other;
  private static long applicant;

  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(600, 23);
    manager = new AgentReader(jdbi).find("gestionnaire").orElseThrow().scope();
    rules = QualityRules.on(Reference.load(jdbi), TODAY);
    demand =
        number(
            "select min(d.id) from demand d where d.status = 'ACTIVE' and d.legal_name is null and"
                + " not exists (select from proposal r where r.demand_id = d.id) and not exists"
                + " (select from duplicate_member x where x.demand_id = d.id) and (select count(*)"
                + " from household_member m where m.demand_id = d.id and m.role = 'CO_APPLICANT') ="
                + " 0");
    other =
        number(
            "select min(demand_id) from lease l where cancelled_at is null and signed_on > date '"
                + TODAY
                + "' - 300");
    applicant =
        number(
            "select id from household_member where role = 'APPLICANT' and demand_id = " + demand);
    run(
        "delete from demand_event where kind in ('MERGED', 'SEPARATED', 'PERSON_LEFT') and"
            + " demand_id = "
            + demand);
  }

  /** A demand of which no indicator finds anything. */
  @BeforeEach
  void flawless() {
    run("delete from letter where demand_id = " + demand);
    run("delete from demand_event where kind <> 'REGISTERED' and demand_id = " + demand);
    run("delete from proposal where demand_id = " + demand);
    run(
        "delete from duplicate_set s using duplicate_member x where x.set_id = s.id and x.demand_id"
            + " = "
            + demand);
    run(
        "update demand set complete = true, annual_income = 15000, annual_resources = 16000,"
            + " registered_at = (initial_deposit_date + 3) + time '10:00', initial_deposit_date ="
            + " date '"
            + day(-200)
            + "', valid_until = date '"
            + day(165)
            + "', email_agreed = true where id = "
            + demand);
    run(
        "update demand set registered_at = (initial_deposit_date + 3) + time '10:00' where id = "
            + demand);
    run("update household_member set work_contract = 'CDI' where id = " + applicant);
    look("'{}'", 0, 0, false);
    assertThat(foundBy()).isEmpty();
  }

  @Test
  void R_441_2_2_e_aTaxIncomeIsMissingWhenWhatCeilingsAreComparedWithIsUnknown() {
    set("annual_income = null");
    assertThat(foundBy()).containsExactly(INCOME_MISSING);
    set("annual_income = 0");
    assertThat(foundBy()).containsExactly(NO_INCOME_AT_WORK);
    set("annual_income = null, legal_name = 'Association'");
    assertThat(foundBy()).isEmpty();
    set("legal_name = null");
  }

  @Test
  void aFormIsIncompleteWhenItsControlsSaySo() {
    set("complete = false");
    assertThat(foundBy()).containsExactly(FORM_INCOMPLETE);
  }

  @Test
  void L_441_2_1_documentsCountAsTheDossierSaysAndOnlyOfTheVersionLookedAt() {
    look("'{}'", 2, 0, false);
    assertThat(foundBy()).containsExactly(DOCUMENTS_MISSING);
    assertThat(row(DOCUMENTS_MISSING).number()).isEqualTo(2);
    look("'{}'", 0, 1, false);
    assertThat(foundBy()).containsExactly(DOCUMENTS_LATE);
    set("version = version + 1");
    assertThat(foundBy()).isEmpty();
    set("version = version - 1");
    assertThat(foundBy()).containsExactly(DOCUMENTS_LATE);
    run(
        "insert into paper_received (demand_id, kind, received_on, noted_at, partner_id) values ("
            + demand
            + ", 'AVIS', '2026-11-01', now(), (select min(id) from partner))");
    assertThat(foundBy()).isEmpty();
  }

  @Test
  void doubtsAndTypesAreThoseThatTheRulesFound() {
    look("'{TC-0619,TC-0809}'", 0, 0, false);
    assertThat(foundBy()).containsExactly(DOUBTFUL_VALUES);
    assertThat(row(DOUBTFUL_VALUES).doubts()).containsExactly("TC-0619", "TC-0809");
    look("'{}'", 0, 0, true);
    assertThat(foundBy()).containsExactly(TYPES_UNFIT);
  }

  @Test
  void L_441_2_1_aDemandIsEnteredLateFromTheDayAfterTheDelayUnlessItBearsAnothersSeniority() {
    set("registered_at = ((initial_deposit_date + 3) + time '23:59') at time zone 'Europe/Paris'");
    assertThat(foundBy()).isEmpty();
    set("registered_at = ((initial_deposit_date + 4) + time '23:59') at time zone 'Europe/Paris'");
    assertThat(foundBy()).containsExactly(ENTRY_LATE);
    assertThat(row(ENTRY_LATE).number()).isEqualTo(4);
    event("MERGED", -10);
    assertThat(foundBy()).isEmpty();
  }

  @Test
  void R_441_2_7_aNoticeIsLateWhenTheMonthHasBegunAndItHasNotLeft() {
    LocalDate end = TODAY.plusMonths(1);
    set("valid_until = date '" + end.plusDays(1) + "'");
    assertThat(foundBy()).isEmpty();
    set("valid_until = date '" + end + "'");
    assertThat(foundBy()).containsExactly(NOTICE_LATE);
    letter("RENEWAL_NOTICE", end, "null");
    assertThat(foundBy()).containsExactly(NOTICE_LATE);
    run("update letter set posted_on = date '" + day(-1) + "' where demand_id = " + demand);
    assertThat(foundBy()).isEmpty();
  }

  @Test
  void noIncomeAndAContractDoNotGoTogether() {
    set("annual_income = 0");
    assertThat(foundBy()).containsExactly(NO_INCOME_AT_WORK);
    run("update household_member set work_contract = 'CHO' where id = " + applicant);
    assertThat(foundBy()).isEmpty();
  }

  @Test
  void incomesLieApartBeyondThreeTimesEitherWay() {
    set("annual_income = 10000, annual_resources = 30000");
    assertThat(foundBy()).isEmpty();
    set("annual_income = 10000, annual_resources = 30001");
    assertThat(foundBy()).containsExactly(INCOMES_APART);
    set("annual_income = 30001, annual_resources = 10000");
    assertThat(foundBy()).containsExactly(INCOMES_APART);
    set("annual_income = 30001, annual_resources = null");
    assertThat(foundBy()).isEmpty();
  }

  @Test
  void onlyAnOpenSetOfDuplicatesCounts() {
    long set =
        number(
            "insert into duplicate_set (departement_code, state, likelihood, reasons, found_at)"
                + " values ('44', 'OPEN', 0.9, '{SAME_NAMES}', now()) returning id");
    run("insert into duplicate_member values (" + set + ", " + demand + ")");
    assertThat(foundBy()).containsExactly(DUPLICATE);
    run("update duplicate_set set state = 'NOT_SAME', closed_at = now() where id = " + set);
    assertThat(foundBy()).isEmpty();
  }

  @Test
  void R_441_2_8_a_whoSignedALeaseOnAnotherNumberSinceTheDepositIsPerhapsHoused() {
    run("delete from person_name where demand_id = " + demand);
    run(
        "insert into person_name (demand_id, member_id, name_key, birth_date) select "
            + demand
            + ", "
            + applicant
            + ", name_key, birth_date from person_name where demand_id = "
            + other
            + " limit 1");
    run("update lease set signed_on = date '" + day(-100) + "' where demand_id = " + other);
    assertThat(foundBy()).containsExactly(HOUSED);
    run("update lease set signed_on = date '" + day(-201) + "' where demand_id = " + other);
    assertThat(foundBy()).isEmpty();
    run("update lease set signed_on = date '" + day(-200) + "' where demand_id = " + other);
    assertThat(foundBy()).containsExactly(HOUSED);
    run("update person_name set birth_date = birth_date + 1 where demand_id = " + demand);
    assertThat(foundBy()).isEmpty();
  }

  @Test
  void R_441_2_8_e_aDemandHasLapsedFromTheDayAfterItsValidity() {
    letter("RENEWAL_NOTICE", TODAY, "date '" + day(-30) + "'");
    set("valid_until = date '" + TODAY + "'");
    assertThat(foundBy()).isEmpty();
    letter("RENEWAL_NOTICE", TODAY.minusDays(1), "date '" + day(-30) + "'");
    set("valid_until = date '" + day(-1) + "'");
    assertThat(foundBy()).containsExactly(LAPSED);
    assertThat(row(LAPSED).day()).isEqualTo(TODAY.minusDays(1));
  }

  @Test
  void R_441_2_8_c_whoGaveNoSignSinceTheRegisteredLetterIsUnreachable() {
    letter("UNREACHABLE_NOTICE", TODAY.minusDays(20), "null");
    assertThat(foundBy()).as("asked for and not sent yet").isEmpty();
    run("update letter set posted_on = date '" + day(-19) + "' where demand_id = " + demand);
    assertThat(foundBy()).containsExactly(UNREACHABLE);
    event("MODIFIED", -30);
    assertThat(foundBy()).containsExactly(UNREACHABLE);
    event("RENEWED", -5);
    assertThat(foundBy()).isEmpty();
    run("delete from demand_event where kind = 'RENEWED' and demand_id = " + demand);
    run("update letter set dropped_on = date '" + day(-10) + "' where demand_id = " + demand);
    assertThat(foundBy()).isEmpty();
  }

  @Test
  void aReturnedEmailCountsUntilOneArrivesOrTheDemandIsModified() {
    letter("RENEWAL_REMINDER", TODAY.minusDays(20), "null");
    run("update letter set email_state = 'FAILED' where demand_id = " + demand);
    assertThat(foundBy()).containsExactly(EMAIL_RETURNED);
    set("email_agreed = false");
    assertThat(foundBy()).isEmpty();
    set("email_agreed = true");
    event("MODIFIED", -5);
    assertThat(foundBy()).isEmpty();
    run("delete from demand_event where kind = 'MODIFIED' and demand_id = " + demand);
    letter("CANCELLED", TODAY.minusDays(3), "null");
    run(
        "update letter set email_state = 'SENT' where kind = 'CANCELLED' and demand_id = "
            + demand);
    assertThat(foundBy()).isEmpty();
  }

  @Test
  void threeRefusalsAreTalkedOverAndTwoSilencesToo() {
    proposals("REFUSED", 2);
    proposals("LAPSED", 1);
    assertThat(foundBy()).isEmpty();
    proposals("REFUSED", 1);
    assertThat(foundBy()).containsExactly(REFUSALS);
    assertThat(row(REFUSALS).number()).isEqualTo(3);
    proposals("LAPSED", 1);
    assertThat(foundBy()).containsExactly(REFUSALS, SILENCES);
    assertThat(row(SILENCES).number()).isEqualTo(2);
  }

  @Test
  void renewalsDoNotMakeADemandAChangedOne() {
    LocalDate since = TODAY.minusMonths(36);
    set("initial_deposit_date = date '" + since.plusDays(1) + "'");
    entered();
    assertThat(foundBy()).isEmpty();
    set("initial_deposit_date = date '" + since + "'");
    entered();
    event("RENEWED", -50);
    assertThat(foundBy()).containsExactly(UNCHANGED);
    assertThat(row(UNCHANGED).day()).isEqualTo(since);
    event("MODIFIED", -40);
    assertThat(foundBy()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(QualityIndicator.class)
  void whatHasLeftTheFileIsNeverFound(QualityIndicator indicator) {
    set(
        "complete = false, annual_income = null, status = 'CANCELLED', cancelled_on = date '"
            + day(-1)
            + "', cancellation_reason = 'b'");
    look("'{TC-0619}'", 1, 1, true);
    proposals("REFUSED", 3);
    proposals("LAPSED", 3);
    assertThat(found(indicator)).doesNotContain(demand);
    set("status = 'ACTIVE', cancelled_on = null, cancellation_reason = null");
  }

  private static void entered() {
    set("registered_at = initial_deposit_date + time '10:00'");
  }

  private static List<QualityIndicator> foundBy() {
    return List.of(QualityIndicator.values()).stream()
        .filter(one -> found(one).contains(demand))
        .toList();
  }

  private static Set<Long> found(QualityIndicator indicator) {
    return page(indicator).rows().stream()
        .map(row -> row.place().demandId())
        .collect(Collectors.toSet());
  }

  private static QualityRow row(QualityIndicator indicator) {
    return page(indicator).rows().stream()
        .filter(row -> row.place().demandId() == demand)
        .findFirst()
        .orElseThrow();
  }

  private static QualityPage page(QualityIndicator indicator) {
    return jdbi.withHandle(
        handle ->
            new QualityListReader(handle, manager, rules)
                .page(indicator, QualityFilter.NONE, TODAY, null, 10_000));
  }

  private static void look(String doubts, int missing, int late, boolean unfit) {
    run("delete from quality_look where demand_id = " + demand);
    run(
        "insert into quality_look select id, departement_code, version, date '"
            + TODAY
            + "', "
            + doubts
            + "::text[], "
            + missing
            + ", "
            + late
            + ", "
            + unfit
            + " from demand where id = "
            + demand);
  }

  private static void letter(String kind, LocalDate about, String posted) {
    run(
        "insert into letter (demand_id, departement_code, kind, about, channel, asked_at,"
            + " posted_on) select id, departement_code, '"
            + kind
            + "', date '"
            + about
            + "', 'BOTH', date '"
            + about
            + "', "
            + posted
            + " from demand where id = "
            + demand);
  }

  private static void event(String kind, int days) {
    run(
        "insert into demand_event (id, demand_id, kind, occurred_at, effective_on,"
            + " departement_code) select (select max(id) + 1 from demand_event), id, '"
            + kind
            + "', date '"
            + day(days)
            + "', date '"
            + day(days)
            + "', departement_code from demand where id = "
            + demand);
  }

  private static void proposals(String status, int times) {
    for (int i = 0; i < times; i++) {
      run(
          "insert into proposal (id, version, vacancy_id, demand_id, status, made_on, closed_on)"
              + " values ((select max(id) + 1 from proposal), 0, (select min(id) from vacancy), "
              + demand
              + ", '"
              + status
              + "', date '"
              + day(-40)
              + "', date '"
              + day(-20)
              + "')");
    }
  }

  private static void set(String changes) {
    run("update demand set " + changes + " where id = " + demand);
  }

  private static LocalDate day(int days) {
    return TODAY.plusDays(days);
  }

  private static void run(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }

  private static long number(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
