package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.VacancyReader;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.eligibility.CandidateFigures;
import fr.toitcommun.persistence.allocation.eligibility.Eligibility;
import fr.toitcommun.persistence.allocation.eligibility.FiguresOfDemand;
import fr.toitcommun.persistence.allocation.eligibility.WhatIf;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What the rules make of a household, by itself and against a dwelling, and how. */
@Stateless
@Gated
@RolesAllowed(Right.CONSULT)
public class EligibilityFigures {
  private static final int HIGHEST_MONTHLY = 100_000;

  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;

  /**
   * The figures of a demand: household, ceilings, first quartile where it wishes to live, present
   * home.
   *
   * @throws NotInScope when there is no such demand for this caller
   */
  public FiguresOfDemand ofDemand(String uniqueNumber) {
    Demand demand = demands.read(uniqueNumber);
    return new FiguresOfDemand(
        demand.uniqueNumber().value(),
        new Eligibility(references.current(), demands.today()).ofHousehold(demand));
  }

  /**
   * The figures of a demand for a vacant dwelling of the caller's départements.
   *
   * @param tried what the caller tries out in place of what is stated; nothing of it is stored
   * @throws NotInScope when demand or dwelling is not the caller's to see
   * @throws RefusedInput when an amount is not possible
   */
  public CandidateFigures ofCandidate(long vacancyId, String uniqueNumber, WhatIf tried) {
    check(tried);
    Demand demand = demands.read(uniqueNumber);
    return new Eligibility(references.current(), demands.today())
        .ofCandidate(demand, vacancy(vacancyId), tried);
  }

  /**
   * The vacant dwelling that figures are asked for.
   *
   * @throws NotInScope when it lies outside the caller's départements
   */
  public VacancyRow vacancy(long vacancyId) {
    return new VacancyReader(jdbi)
        .find(vacancyId)
        .filter(row -> agent.scope().departements().contains(row.departementCode()))
        .orElseThrow(() -> new NotInScope("vacancy " + vacancyId));
  }

  private static void check(WhatIf tried) {
    Map<String, Integer> amounts = new LinkedHashMap<>();
    amounts.put("resources", tried.resources());
    amounts.put("housingAid", tried.housingAid());
    amounts.put("debts", tried.debts());
    amounts.put("mainRent", tried.mainRent());
    amounts.put("charges", tried.charges());
    amounts.put("accessoryRents", tried.accessoryRents());
    List<Fault> faults = new ArrayList<>();
    amounts.forEach(
        (field, amount) -> {
          if (amount != null && (amount < 0 || amount > HIGHEST_MONTHLY)) {
            faults.add(Fault.at(field, "OUT_OF_RANGE", 0, HIGHEST_MONTHLY));
          }
        });
    RefusedInput.ifAny(faults);
  }
}
