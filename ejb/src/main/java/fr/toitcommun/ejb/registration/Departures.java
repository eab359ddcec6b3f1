package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Departure;
import fr.toitcommun.persistence.registration.HouseholdRules;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.Separation;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * When a household changes and its demand goes on: a signer dies or withdraws, a couple separates.
 */
@Stateless
@Gated
@RolesAllowed(Right.REGISTER)
public class Departures {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private Belongings belongings;

  /**
   * A signer leaves the demand, which goes on with its number and seniority. When it is the
   * applicant, the first co-applicant takes that place.
   *
   * @param person identity of the signer
   * @param departure why
   * @param wordOf on whose word (arrêté of 23 March 2015, annex §4)
   * @throws RefusedInput naming what is missing or impossible
   * @throws ChangedMeanwhile when someone else changed the demand since
   */
  @Act
  public void leave(
      String uniqueNumber, int versionRead, Long person, Departure departure, WordOf wordOf) {
    if (person == null) {
      throw RefusedInput.at("person", "REQUIRED");
    }
    if (departure == null) {
      throw RefusedInput.at("departure", "REQUIRED");
    }
    Demand demand = demands.lock(uniqueNumber, versionRead);
    DemandForm before = demand.form();
    demand.release(person, rules(), demands.today());
    demands
        .note(demand, DemandEventKind.PERSON_LEFT, demands.today(), departure.name())
        .withChanges(wordOf, demands.changedFrom(before, demand));
    demands.keepWithLists(demand);
  }

  /**
   * A couple separates: the co-applicant who leaves gets a demand of their own, with a new number
   * (operation CRS of the national interface). Whether it keeps the seniority is the parameter
   * SEPARATION_KEEPS_SENIORITY. Both demands tell of each other in their histories. Documents and
   * handicap complement of those who go are in the new demand, which is written to at the address
   * that the leaver states, and never at the common one.
   *
   * @return the number of the new demand
   * @throws RefusedInput naming who cannot go or what is wrong with the new address, or when the
   *     caller has no desk
   * @throws ChangedMeanwhile when someone else changed the demand since
   */
  @Act
  public UniqueNumber separate(
      String uniqueNumber, int versionRead, Separation separation, WordOf wordOf) {
    LocalDate today = demands.today();
    RefusedInput.ifAny(separation.faults(references.current(), today));
    Demand demand = demands.lock(uniqueNumber, versionRead);
    DemandForm before = demand.form();
    boolean keeps = references.current().value("SEPARATION_KEEPS_SENIORITY", today) == 1;
    LocalDate deposit = keeps ? demand.initialDepositDate() : today;
    UniqueNumber number = demands.newNumber(demand.departementCode(), deposit);
    Demand other =
        demand.separate(
            separation,
            number,
            agent.profile().deskId(),
            keeps,
            clock.instant(),
            today,
            demands.calendar(),
            rules());
    entities.persist(other);
    demands.note(other, DemandEventKind.REGISTERED, today, null);
    demands
        .note(other, DemandEventKind.SEPARATED, today, demand.uniqueNumber().value())
        .leaving(other.standing());
    Belongings.Packed packed =
        belongings.pack(demand, other, separation.persons(before), separation.shared());
    demands
        .note(demand, DemandEventKind.SEPARATED, today, number.value())
        .withChanges(wordOf, demands.changedFrom(before, demand));
    demands.keepWithLists(demand);
    demands.writeSearchRows(other);
    if (belongings.unpack(packed, other)) {
      demands.note(other, DemandEventKind.HANDICAP_COMPLEMENT, today, null);
    }
    demands.askLetter(other, LetterKind.REGISTRATION_CERTIFICATE, today);
    return number;
  }

  private HouseholdRules rules() {
    Reference reference = references.current();
    return RegistrationRules.household(reference, demands.today());
  }
}
