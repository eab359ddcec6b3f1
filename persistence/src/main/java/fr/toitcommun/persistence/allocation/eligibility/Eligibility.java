package fr.toitcommun.persistence.allocation.eligibility;

import fr.toitcommun.persistence.allocation.AllocationRules;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.HouseholdFigures;
import fr.toitcommun.persistence.registration.HouseholdRules;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.WishedLocation;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.Occupation;
import fr.toitcommun.persistence.registration.figure.OccupationRules;
import fr.toitcommun.persistence.territory.Municipality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out the figures of demands, by the rules and amounts in force on one day. */
public final class Eligibility {
  private static final int MONTHS = 12;

  private final Reference reference;
  private final LocalDate day;
  private final HouseholdRules rules;
  private final OccupationRules occupation;

  /** With what is in force on that day. */
  public Eligibility(Reference reference, LocalDate day) {
    this.reference = reference;
    this.day = day;
    rules = RegistrationRules.household(reference, day);
    occupation = RegistrationRules.occupation(reference, day);
  }

  /**
   * The figures of a demand by itself: household, ceilings, quartile of each EPCI where it wishes
   * to live, present home. Nothing of a body.
   */
  public List<Figure> ofHousehold(Demand demand) {
    DemandForm form = demand.form();
    if (form.getLegalPerson() != null) {
      return List.of();
    }
    HouseholdFacts facts = HouseholdFacts.of(form, rules, day);
    List<Figure> figures = new ArrayList<>(HouseholdFigures.of(form, rules, day));
    figures.addAll(ceilings(facts, demand.departementCode()));
    Map<String, String> places = new LinkedHashMap<>();
    for (WishedLocation location : demand.locations()) {
      reference
          .municipality(location.municipalityCode())
          .filter(municipality -> municipality.epciSiren() != null)
          .ifPresent(municipality -> places.put(municipality.epciSiren(), municipality.epciName()));
    }
    places.forEach(
        (siren, name) ->
            figures.add(
                TerritoryFigures.firstQuartile(facts, reference.firstQuartile(siren, day), name)));
    figures.addAll(HouseholdFigures.currentHome(form, occupation));
    return List.copyOf(figures);
  }

  private List<Figure> ceilings(HouseholdFacts facts, String departementCode) {
    return CeilingFigures.of(facts, reference, reference.ceilingZone(departementCode), day);
  }

  /**
   * The figures of a candidate for a vacant dwelling.
   *
   * @param tried what is tried out in place of what is stated
   */
  public CandidateFigures ofCandidate(Demand demand, VacancyRow vacancy, WhatIf tried) {
    DemandForm form = demand.form();
    HousingCost cost = tried.on(cost(vacancy));
    Means means = tried.on(means(form));
    if (form.getLegalPerson() != null) {
      return made(demand, vacancy, cost, means, List.of(), List.of());
    }
    HouseholdFacts facts = HouseholdFacts.of(form, rules, day);
    List<Figure> household = new ArrayList<>(HouseholdFigures.of(form, rules, day));
    household.addAll(ceilings(facts, vacancy.departementCode()));
    return made(demand, vacancy, cost, means, household, dwelling(facts, vacancy, cost, means));
  }

  private List<Figure> dwelling(
      HouseholdFacts facts, VacancyRow vacancy, HousingCost cost, Means means) {
    FundingScheme scheme = vacancy.scheme();
    String zone = reference.ceilingZone(vacancy.departementCode());
    Optional<Municipality> place = reference.municipality(vacancy.municipalityCode());
    String epci = place.map(Municipality::epciSiren).orElse(null);
    Affordability affordability = new Affordability(reference, day);
    return List.of(
        CeilingFigures.share(
            facts, scheme, AllocationRules.ceilings(reference, scheme, zone, day), zone),
        affordability.effortRate(cost, means, facts.size()),
        affordability.residualIncome(cost, means, facts),
        TerritoryFigures.firstQuartile(
            facts,
            reference.firstQuartile(epci, day),
            place.map(Municipality::epciName).orElse(null)),
        TerritoryFigures.sizeFits(
            facts, reference.sizeGrid(vacancy.departementCode(), epci, day), vacancy.type()),
        Occupation.over(occupation, vacancy.surface(), facts.size()),
        Occupation.under(occupation, vacancy.type().rooms(), facts.size()));
  }

  private static CandidateFigures made(
      Demand demand,
      VacancyRow vacancy,
      HousingCost cost,
      Means means,
      List<Figure> household,
      List<Figure> dwelling) {
    return new CandidateFigures(
        vacancy.vacancyId(),
        demand.id(),
        demand.uniqueNumber().value(),
        cost,
        means,
        List.copyOf(household),
        dwelling);
  }

  private static HousingCost cost(VacancyRow vacancy) {
    return new HousingCost(
        vacancy.type(),
        vacancy.surface(),
        vacancy.rent(),
        vacancy.accessoryRents(),
        vacancy.charges(),
        vacancy.energyContribution(),
        false,
        false);
  }

  /** Present aid stands for the expected one until somebody simulates it. */
  private static Means means(DemandForm form) {
    Integer yearly = form.getLegalPerson() != null ? null : HouseholdFigures.yearlyResources(form);
    Integer aid = form.getCurrentHousing().getHousingAid();
    return new Means(
        yearly == null ? null : yearly / MONTHS,
        aid,
        aid != null,
        HouseholdFigures.paidMonthly(form));
  }
}
