package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.Controls;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DuplicateFinder;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FieldChange;
import fr.toitcommun.persistence.registration.LikelyDuplicate;
import fr.toitcommun.persistence.registration.LikelyDuplicates;
import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.SearchRows;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.territory.Municipality;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** The acts of a registration desk on a demand (R.441-2-1 to R.441-2-8). */
@Stateless
@Gated
@RolesAllowed(Right.REGISTER)
public class Registrations {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private Event<DemandLeft> left;

  /**
   * The active demands that may be those of the persons on this form, before it is saved
   * (R.441-2-3: unicity is checked for applicant and co-applicants). Persons without name or birth
   * date are passed over.
   *
   * @param exceptNumber the demand being modified; null for a new one
   */
  public LikelyDuplicates duplicates(DemandForm form, String exceptNumber) {
    DuplicateFinder finder = new DuplicateFinder(jdbi);
    String departement = departementOf(form, references.current());
    Map<String, LikelyDuplicate> shown = new LinkedHashMap<>();
    int hidden = 0;
    List<PersonForm> signers = new ArrayList<>(List.of(form.getApplicant()));
    signers.addAll(form.getCoApplicants());
    for (PersonForm person : signers) {
      if (person.getSurname() != null
          && person.getGivenName() != null
          && person.getBirthDate() != null) {
        LikelyDuplicates found = finder.find(person, departement, exceptNumber, agent.scope());
        found.shown().forEach(one -> shown.putIfAbsent(one.uniqueNumber(), one));
        hidden += found.hidden();
      }
    }
    return new LikelyDuplicates(List.copyOf(shown.values()), hidden);
  }

  /**
   * Registers a demand and gives it its number, at once (R.441-2-3).
   *
   * @return the unique number
   * @throws RefusedInput naming every fault
   */
  @Act
  public UniqueNumber register(DemandForm form) {
    Reference reference = references.current();
    LocalDate today = demands.today();
    check(form, reference, today);
    demands.requireDesk();
    String departement = departementOf(form, reference);
    LocalDate deposit = Objects.requireNonNullElse(form.getDepositDate(), today);
    UniqueNumber number = demands.newNumber(departement, deposit);
    forgetIdentities(form);
    Demand demand =
        Demand.register(
            number,
            departement,
            agent.profile().deskId(),
            form,
            deposit,
            clock.instant(),
            demands.calendar(),
            RegistrationRules.household(reference, today));
    entities.persist(demand);
    demands.note(demand, DemandEventKind.REGISTERED, today, null);
    entities.flush();
    new SearchRows(jdbi).write(demand);
    demands.askLetter(demand, LetterKind.REGISTRATION_CERTIFICATE, today);
    return number;
  }

  /**
   * Registers a demand once for a key that the calling system chose: a repeated call gets the first
   * answer. Two equal calls at once give one demand, because the second waits on the key until the
   * first is stored or undone.
   *
   * @param idempotencyKey chosen by the caller, its own among its keys
   * @param requestDigest digest of what was sent, to know a repetition from another request
   * @return the unique number
   * @throws RefusedInput naming every fault, or when the key served for another request
   */
  @Act
  public UniqueNumber register(DemandForm form, String idempotencyKey, String requestDigest) {
    String login = agent.profile().login();
    if (!IdempotentAnswers.claim(jdbi, login, idempotencyKey, requestDigest)) {
      UniqueNumber first =
          IdempotentAnswers.given(jdbi, login, idempotencyKey, requestDigest)
              .orElseThrow(() -> RefusedInput.at("Idempotency-Key", "IDEMPOTENCY_KEY_REUSED"));
      agent.concerns(first.value());
      return first;
    }
    UniqueNumber number = register(form);
    IdempotentAnswers.keep(jdbi, login, idempotencyKey, number);
    return number;
  }

  /** Persons of a new demand are new: an identity sent along would be another demand's. */
  private static void forgetIdentities(DemandForm form) {
    form.getApplicant().setId(null);
    form.getCoApplicants().forEach(person -> person.setId(null));
    form.getDependants().forEach(person -> person.setId(null));
  }

  /**
   * Takes over changes that come from the applicant, a document, or were validated by the applicant
   * (arrêté of 23 March 2015, annex §4). Number, deposit date and desk stay.
   *
   * @param versionRead the version the changes were typed on
   * @return the fields that changed
   * @throws RefusedInput naming every fault
   * @throws ChangedMeanwhile when someone else changed the demand since
   */
  @Act
  public List<FieldChange> modify(
      String uniqueNumber, int versionRead, DemandForm form, WordOf wordOf) {
    Reference reference = references.current();
    LocalDate today = demands.today();
    Demand demand = demands.lock(uniqueNumber, versionRead);
    form.setDepositDate(null);
    form.setIdentityChecked(true);
    List<Fault> faults = new ArrayList<>(Controls.check(form, reference, today));
    if (!demand.departementCode().equals(departementOf(form, reference)) && faults.isEmpty()) {
      faults.add(Fault.at("sought.locations", "OTHER_DEPARTEMENT", demand.departementCode()));
    }
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
    DemandForm before = demand.form();
    demand.modify(form, RegistrationRules.household(reference, today), today);
    List<FieldChange> changes = demands.changedFrom(before, demand);
    if (!changes.isEmpty()) {
      demands.note(demand, DemandEventKind.MODIFIED, today, null).withChanges(wordOf, changes);
      demands.keepWithLists(demand);
    }
    return changes;
  }

  /**
   * Renews for a year, at any desk, keeping number and seniority (R.441-2-7).
   *
   * @param on day of the renewal; null: today
   * @throws RefusedInput when the demand has left the file or the day is impossible
   * @throws ChangedMeanwhile when someone else changed the demand since
   */
  @Act
  public void renew(String uniqueNumber, int versionRead, LocalDate on) {
    Demand demand = demands.lock(uniqueNumber, versionRead);
    LocalDate day = Objects.requireNonNullElse(on, demands.today());
    if (day.isAfter(demands.today())) {
      throw RefusedInput.at("on", "DATE_IN_FUTURE");
    }
    demand.renew(day, demands.calendar());
    demands.note(demand, DemandEventKind.RENEWED, day, null);
    demands.keep(demand);
    demands.askLetter(demand, LetterKind.RENEWAL_CERTIFICATE, day);
  }

  /**
   * Cancels for a legal reason (R.441-2-8); proposals under way are released.
   *
   * @throws RefusedInput naming what the law asks and the request lacks
   * @throws ChangedMeanwhile when someone else changed the demand since
   */
  @Act
  public void cancel(String uniqueNumber, int versionRead, Cancellation cancellation) {
    Demand demand = demands.lock(uniqueNumber, versionRead);
    demand.cancel(cancellation, agent.profile().partnerKind(), demands.today(), demands.calendar());
    String detail =
        cancellation.subReason() == null
            ? cancellation.reason().name()
            : cancellation.reason() + " " + cancellation.subReason();
    demands.note(demand, DemandEventKind.CANCELLED, demand.cancelledOn(), detail);
    left.fire(new DemandLeft(demand, demands.today()));
    demands.keep(demand);
    if (!cancellation.death()) {
      demands.askLetter(demand, LetterKind.CANCELLED, demand.cancelledOn());
    }
  }

  /**
   * Takes a cancelled demand up again where the law allows it, with number and seniority.
   *
   * @throws RefusedInput when it does not, or no longer
   * @throws ChangedMeanwhile when someone else changed the demand since
   */
  @Act
  public void reinstate(String uniqueNumber, int versionRead) {
    Demand demand = demands.lock(uniqueNumber, versionRead);
    demand.reinstate(demands.today(), demands.calendar());
    demands.note(demand, DemandEventKind.REINSTATED, demands.today(), null);
    demands.keep(demand);
  }

  private static void check(DemandForm form, Reference reference, LocalDate today) {
    List<Fault> faults = Controls.check(form, reference, today);
    if (!faults.isEmpty()) {
      throw new RefusedInput(faults);
    }
  }

  /** The département of the first wished municipality; null while none is stated. */
  private static String departementOf(DemandForm form, Reference reference) {
    return form.getSought().getLocations().stream()
        .map(LocationForm::getMunicipalityCode)
        .flatMap(code -> reference.municipality(code).stream())
        .map(Municipality::departementCode)
        .findFirst()
        .orElse(null);
  }
}
