package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Who may become a candidate of a vacancy, and in which place: one rule for what a landlord
 * proposes and for what a reservation holder designates.
 */
@Dependent
public class NewCandidates {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private ProposalLocks locks;

  /**
   * Locks demands in their one order, whatever the order they are named in, once their vacancy is
   * locked.
   *
   * @return the demands by number, in the order named
   * @throws fr.toitcommun.ejb.journal.NotInScope when one is not the caller's to see
   * @throws RefusedInput naming each number that is not active, is of another département than the
   *     dwelling (R.441-2-1) or has this proposal already
   */
  Map<String, Demand> lock(Vacancy vacancy, Collection<String> uniqueNumbers) {
    Map<String, Demand> sought = new LinkedHashMap<>();
    uniqueNumbers.forEach(number -> sought.put(number, demands.read(number)));
    locks.demands(sought.values().stream().map(Demand::id).toList());
    String departement =
        references
            .current()
            .municipality(vacancy.dwelling().municipalityCode())
            .orElseThrow()
            .departementCode();
    List<Fault> faults = new ArrayList<>();
    sought.forEach(
        (number, demand) -> {
          if (demand.status() != DemandStatus.ACTIVE) {
            faults.add(Fault.at(number, "DEMAND_NOT_ACTIVE", demand.cancelledOn()));
          } else if (!demand.departementCode().equals(departement)) {
            faults.add(Fault.at(number, "DEMAND_OF_ANOTHER_DEPARTEMENT", departement));
          } else if (isProposed(vacancy, demand)) {
            faults.add(Fault.at(number, "ALREADY_PROPOSED"));
          }
        });
    RefusedInput.ifAny(faults);
    return sought;
  }

  private boolean isProposed(Vacancy vacancy, Demand demand) {
    return entities
        .createQuery(
            "select p from Proposal p where p.vacancy = :vacancy and p.demand = :demand",
            Proposal.class)
        .setParameter("vacancy", vacancy)
        .setParameter("demand", demand)
        .getResultStream()
        .anyMatch(proposal -> proposal.status().isOpen());
  }

  /** The last place taken in the order of a vacancy's candidates; 0 when there is none yet. */
  int lastPlace(long vacancyId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select coalesce(max(place), 0) from proposal where vacancy_id = :vacancy")
                .bind("vacancy", vacancyId)
                .mapTo(Integer.class)
                .one());
  }
}
