package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseholdFactsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final HouseholdRules RULES = Forms.RULES;

  @Test
  void L_442_12_incomeIsTheSumOfTheYearBeforeLast() {
    DemandForm form = Forms.alone();
    form.getApplicant().setTaxIncomeN2(15_000);
    form.setCoApplicants(List.of(Forms.spouse("Loïc", LocalDate.of(1980, 1, 1))));
    form.getCoApplicants().get(0).setTaxIncomeN2(9_000);
    assertThat(facts(form).annualIncome()).isEqualTo(24_000);
  }

  @Test
  void L_442_12_incomeIsUnknownUntilEverySignerStatedTheirs() {
    DemandForm form = Forms.alone();
    form.getApplicant().setTaxIncomeN2(15_000);
    form.setCoApplicants(List.of(Forms.spouse("Loïc", LocalDate.of(1980, 1, 1))));
    assertThat(facts(form).annualIncome()).isNull();
  }

  @Test
  void L_441_1_lastYearCountsWhenItIsLowerByATenth() {
    DemandForm form = Forms.alone();
    form.getApplicant().setTaxIncomeN2(20_000);
    form.getApplicant().setTaxIncomeN1(18_000);
    assertThat(facts(form).annualIncome()).isEqualTo(18_000);
    form.getApplicant().setTaxIncomeN1(18_001);
    assertThat(facts(form).annualIncome()).isEqualTo(20_000);
  }

  @Test
  void arreteOf29July1987_aCoupleIsYoungWhileItsAgesSumTo55() {
    DemandForm form = Forms.alone();
    form.getApplicant().setBirthDate(LocalDate.of(1998, 11, 23)); // 28 today
    form.setCoApplicants(List.of(Forms.spouse("Loïc", LocalDate.of(1999, 11, 23)))); // 27 today
    assertThat(facts(form).category()).isEqualTo(3);
    form.getCoApplicants().get(0).setBirthDate(LocalDate.of(1998, 11, 23)); // 28: the sum is 56
    assertThat(facts(form).category()).isEqualTo(2);
  }

  @Test
  void arreteOf29July1987_flatmatesAreNoCouple() {
    DemandForm form = Forms.alone();
    form.getApplicant().setBirthDate(LocalDate.of(2001, 1, 1));
    form.setCoApplicants(List.of(Forms.spouse("Loïc", LocalDate.of(2001, 1, 1))));
    form.getCoApplicants().get(0).setApplicantLink("L");
    assertThat(facts(form).category()).isEqualTo(2);
  }

  @Test
  void childrenToBeBornAndInSharedCustodyAreToBeHoused() {
    DemandForm form = Forms.alone();
    PersonForm shared = Forms.child("Zoé", LocalDate.of(2018, 1, 1));
    shared.setKinship(null);
    shared.setCustody("G");
    form.setDependants(List.of(shared));
    form.setExpectedChildren(2);
    assertThat(facts(form).size()).isEqualTo(4);
    assertThat(facts(form).category()).isEqualTo(5);
  }

  @Test
  void L_442_12_childrenWhoVisitLiveInTheHomeAsThoseWhoTakeTurns() {
    for (String custody : List.of("G", "D")) {
      DemandForm form = Forms.alone();
      PersonForm child = new PersonForm();
      child.setCustody(custody);
      child.setBirthDate(LocalDate.of(2018, 1, 1));
      form.getDependants().add(child);
      assertThat(facts(form).size()).as(custody).isEqualTo(2);
      assertThat(facts(form).category()).as(custody).isEqualTo(3);
    }
  }

  @Test
  void L_442_12_amountsStayThoseOfTheirYearsWhenTimeGoesOn() {
    DemandForm form = Forms.alone();
    form.getApplicant().setTaxYear(2024);
    form.getApplicant().setTaxIncomeN2(20_000);
    form.getApplicant().setTaxIncomeN1(19_000);
    assertThat(facts(form).annualIncome()).isEqualTo(20_000);
    LocalDate nextYear = TODAY.plusYears(1);
    assertThat(HouseholdFacts.of(form, RULES, nextYear).annualIncome()).isEqualTo(19_000);
    form.getApplicant().setTaxIncomeN1(null);
    assertThat(HouseholdFacts.of(form, RULES, nextYear).annualIncome()).isEqualTo(20_000);
  }

  @Test
  void L_442_8_1_aBodyHasNoHouseholdAndNoIncome() {
    HouseholdFacts facts = facts(Forms.body());
    assertThat(facts.size()).isEqualTo(1);
    assertThat(facts.annualIncome()).isNull();
    assertThat(facts.transfer()).isFalse();
  }

  @Test
  void L_441_1_theFactsSayFromWhichDayOnTimeChangesThem() {
    DemandForm form = Forms.alone();
    form.getDependants().add(Forms.child("Zoé", TODAY.minusYears(14).plusDays(40)));
    assertThat(HouseholdFacts.until(form, RULES, TODAY)).isEqualTo(TODAY.plusDays(40));
    form.getDependants().clear();
    assertThat(HouseholdFacts.until(form, RULES, TODAY)).isEqualTo(TODAY.plusYears(2));
    // What is last year's today is the year before's from 1 January on.
    form.getApplicant().setTaxYear(2024);
    form.getApplicant().setTaxIncomeN2(20_000);
    form.getApplicant().setTaxIncomeN1(19_500);
    assertThat(HouseholdFacts.until(form, RULES, TODAY)).isEqualTo(LocalDate.of(2027, 1, 1));
  }

  @Test
  void arreteOf29July1987_aYoungCoupleIsSoUntilABirthday() {
    DemandForm form = Forms.alone();
    form.getApplicant().setBirthDate(TODAY.minusYears(28).plusDays(5));
    form.setCoApplicants(List.of(Forms.spouse("Loïc", TODAY.minusYears(28).plusDays(9))));
    assertThat(facts(form).category()).isEqualTo(3); // 27 and 27
    assertThat(HouseholdFacts.until(form, RULES, TODAY)).isEqualTo(TODAY.plusDays(9)); // 28 and 28
  }

  @Test
  void aTenantOfSocialHousingAsksForATransfer() {
    DemandForm form = Forms.alone();
    assertThat(facts(form).transfer()).isFalse();
    form.getCurrentHousing().setTenure("HLM");
    assertThat(facts(form).transfer()).isTrue();
  }

  private static HouseholdFacts facts(DemandForm form) {
    return HouseholdFacts.of(form, RULES, TODAY);
  }
}
