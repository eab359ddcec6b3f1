package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Controls;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.HandicapComplement;
import fr.toitcommun.persistence.registration.HandicapComplementForm;
import fr.toitcommun.persistence.registration.HandicapRows;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The handicap complement of a demand (form section i): data on health, kept apart. A counter takes
 * it in without reading it back; only who houses reads it.
 */
@Stateless
@Gated
public class HandicapComplements {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;

  /**
   * The complement of a demand in scope; without persons when there is none.
   *
   * @throws fr.toitcommun.ejb.journal.NotInScope when there is no such demand for this caller
   */
  @RolesAllowed(Right.HEALTH)
  public HandicapComplement read(String uniqueNumber) {
    Demand demand = demands.read(uniqueNumber);
    return new HandicapComplement(
        demand.uniqueNumber().value(), new HandicapRows(jdbi).read(demand.id()).getPersons());
  }

  /**
   * Deposits the complement in the place of the one there was, if any; without persons it is taken
   * away. The history says that it changed, not what it says.
   *
   * @param versionRead the version of the demand that the caller read
   * @throws RefusedInput naming every fault, or when the demand has left the file
   * @throws ChangedMeanwhile when someone else changed the demand since
   */
  @Act
  @RolesAllowed(Right.REGISTER)
  public void put(String uniqueNumber, int versionRead, HandicapComplementForm complement) {
    Demand demand = demands.lock(uniqueNumber, versionRead);
    List<Fault> faults =
        new ArrayList<>(Controls.check(complement, references.current(), demands.today()));
    for (int i = 0; i < complement.getPersons().size(); i++) {
      Long person = complement.getPersons().get(i).getPersonId();
      if (person != null && !demand.hasMember(person)) {
        faults.add(Fault.at("persons[" + i + "].personId", "PERSON_NOT_OF_DEMAND"));
      }
    }
    RefusedInput.ifAny(faults);
    demand.requireActive();
    new HandicapRows(jdbi).replace(demand.id(), complement, clock.instant(), agent.profile().id());
    demands.note(demand, DemandEventKind.HANDICAP_COMPLEMENT, demands.today(), null);
    entities.lock(demand, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
  }
}
