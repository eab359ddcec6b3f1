package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The facts of a household as they were last counted, kept with its demand to be searched by. */
@Embeddable
public class HouseholdCount {
  @Column(name = "tax_year")
  private Integer taxYear;

  @Column(name = "household_size")
  private int size;

  @Column(name = "household_category")
  private int category;

  @Column(name = "annual_income")
  private Integer annualIncome;

  @Column(name = "consumption_units")
  private BigDecimal units;

  @Column(name = "annual_resources")
  private Integer annualResources;

  @Column(name = "resources_per_unit")
  private Integer resourcesPerUnit;

  private boolean transfer;

  @Column(name = "salaried_contributor")
  private boolean salariedContributor;

  /** First day on which time itself may change what the rules make of the household. */
  @Column(name = "figures_until")
  private LocalDate until;

  /** For the persistence provider. */
  protected HouseholdCount() {}

  static HouseholdCount of(DemandForm form, HouseholdRules rules, LocalDate on) {
    HouseholdFacts facts = HouseholdFacts.of(form, rules, on);
    HouseholdCount count = new HouseholdCount();
    count.size = facts.size();
    count.category = facts.category();
    count.annualIncome = facts.annualIncome();
    count.transfer = facts.transfer();
    count.salariedContributor = facts.salariedContributor();
    count.units = facts.units();
    count.annualResources = facts.annualResources();
    count.resourcesPerUnit = facts.resourcesPerUnit();
    count.until = HouseholdFacts.until(form, rules, on);
    count.taxYear = facts.annualIncome() == null ? null : form.getApplicant().getTaxYear();
    return count;
  }

  HouseholdFacts facts() {
    return new HouseholdFacts(
        size,
        category,
        annualIncome,
        transfer,
        salariedContributor,
        units,
        annualResources,
        resourcesPerUnit);
  }
}
