package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.BodyNumbers;
import fr.toitcommun.persistence.registration.Controls;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DoubtfulInput;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FieldChange;
import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.registration.draft.DraftStore;
import fr.toitcommun.persistence.registration.duplicate.DuplicateFinder;
import fr.toitcommun.persistence.registration.duplicate.LikelyDuplicate;
import fr.toitcommun.persistence.registration.duplicate.LikelyDuplicates;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.territory.Municipality;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
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
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The acts of a registration desk on a demand in the file (R.441-2-1 to R.441-2-7); how it leaves
 * and comes back is with {@link Cancellations}.
 */
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
   * What is odd about a form and must be confirmed before it is stored. Two ways lead to the same:
   * ask here first, show each doubt by its {@link Fault#control} with a box to tick, and hand over
   * those ticked; or store at once and let {@link DoubtfulInput} name those not confirmed yet. A
   * form that is invalid has doubts all the same.
   *
   * @param number the demand being modified: what its stored form already holds is not asked about
   *     again; null for a new one
   */
  public List<Fault> doubts(DemandForm form, String number) {
    return doubts(form, number == null ? null : demands.read(number).form());
  }

  private List<Fault> doubts(DemandForm form, DemandForm stored) {
    Reference reference = references.current();
    LocalDate today = demands.today();
    List<Fault> doubts = new ArrayList<>(Controls.doubts(form, reference, today));
    if (stored != null) {
      doubts.removeIf(doubt -> "depositDate".equals(doubt.field()));
      doubts.removeAll(Controls.doubts(stored, reference, today));
    }
    return doubts;
  }

  private void confirmed(DemandForm form, DemandForm stored, Set<String> confirmedDoubts) {
    List<Fault> open = new ArrayList<>(doubts(form, stored));
    open.removeIf(doubt -> confirmedDoubts.contains(doubt.control()));
    if (!open.isEmpty()) {
      throw new DoubtfulInput(open);
    }
  }

  /**
   * Registers a demand whose doubts are settled.
   *
   * @param confirmedDoubts identifiers of the controls whose doubts the caller confirms
   * @return the unique number
   * @throws DoubtfulInput naming every doubt that is not confirmed
   * @throws RefusedInput naming every fault; faults come before doubts
   */
  @Act
  public UniqueNumber register(DemandForm form, Set<String> confirmedDoubts) {
    valid(form, null);
    confirmed(form, null, confirmedDoubts);
    return store(form);
  }

  private void valid(DemandForm form, DemandForm stored) {
    RefusedInput.ifAny(Controls.check(form, stored, references.current(), demands.today()));
  }

  /**
   * Registers a demand and gives it its number, at once (R.441-2-3). Asks about no doubt: for a
   * caller that has shown {@link #doubts} to a person.
   *
   * @return the unique number
   * @throws RefusedInput naming every fault
   */
  @Act
  public UniqueNumber register(DemandForm form) {
    valid(form, null);
    return store(form);
  }

  private UniqueNumber store(DemandForm form) {
    Reference reference = references.current();
    LocalDate today = demands.today();
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
    BodyNumbers.number(jdbi, demand);
    entities.persist(demand);
    demands.note(demand, DemandEventKind.REGISTERED, today, null);
    entities.flush();
    demands.writeSearchRows(demand);
    demands.askLetter(demand, LetterKind.REGISTRATION_CERTIFICATE, today);
    return number;
  }

  /**
   * Registers a demand once for a key that the calling system chose: a repeated call gets the first
   * answer. Two equal calls at once give one demand, because the second waits on the key until the
   * first is stored or undone.
   *
   * @param confirmedDoubts identifiers of the controls whose doubts the caller confirms
   * @param idempotencyKey chosen by the caller, its own among its keys
   * @param requestDigest digest of what was sent, to know a repetition from another request
   * @return the unique number
   * @throws DoubtfulInput naming every doubt that is not confirmed
   * @throws RefusedInput naming every fault, or when the key served for another request
   */
  @Act
  public UniqueNumber register(
      DemandForm form, Set<String> confirmedDoubts, String idempotencyKey, String requestDigest) {
    String login = agent.profile().login();
    if (!IdempotentAnswers.claim(jdbi, login, idempotencyKey, requestDigest)) {
      UniqueNumber first =
          IdempotentAnswers.given(jdbi, login, idempotencyKey, requestDigest)
              .orElseThrow(() -> RefusedInput.at("Idempotency-Key", "IDEMPOTENCY_KEY_REUSED"));
      agent.concerns(first.value());
      return first;
    }
    UniqueNumber number = register(form, confirmedDoubts);
    IdempotentAnswers.keep(jdbi, login, idempotencyKey, number);
    return number;
  }

  /**
   * Registers a demand from a draft of the caller, which is gone with it.
   *
   * @param confirmedDoubts identifiers of the controls whose doubts the caller confirms
   * @return the unique number
   * @throws DoubtfulInput naming every doubt that is not confirmed; the draft stays
   * @throws RefusedInput naming every fault; the draft stays
   */
  @Act
  public UniqueNumber register(DemandForm form, Set<String> confirmedDoubts, UUID draft) {
    UniqueNumber number = register(form, confirmedDoubts);
    new DraftStore(jdbi).discard(agent.profile().id(), draft);
    return number;
  }

  /**
   * What registering would refuse of this form as it is, or modifying a demand with it; nothing is
   * stored.
   *
   * @param number the demand being modified: what its stored form already holds may stay; null for
   *     a new one
   */
  public List<Fault> faults(DemandForm form, String number) {
    if (number == null) {
      return Controls.check(form, references.current(), demands.today());
    }
    settleDeposit(form);
    return Controls.check(form, demands.read(number).form(), references.current(), demands.today());
  }

  /** Persons of a new demand are new: an identity sent along would be another demand's. */
  private static void forgetIdentities(DemandForm form) {
    form.getApplicant().setId(null);
    form.getCoApplicants().forEach(person -> person.setId(null));
    form.getDependants().forEach(person -> person.setId(null));
  }

  /**
   * Takes over changes whose doubts are settled; else as {@link #modify(String, int, DemandForm,
   * WordOf)}.
   *
   * @param confirmedDoubts identifiers of the controls whose doubts the caller confirms
   * @throws DoubtfulInput naming every doubt that is neither confirmed nor in the stored form
   */
  @Act
  public List<FieldChange> modify(
      String uniqueNumber,
      int versionRead,
      DemandForm form,
      WordOf wordOf,
      Set<String> confirmedDoubts) {
    Demand demand = toModify(uniqueNumber, versionRead, form);
    confirmed(form, demand.form(), confirmedDoubts);
    return change(demand, form, wordOf);
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
    Demand demand = toModify(uniqueNumber, versionRead, form);
    return change(demand, form, wordOf);
  }

  /** The demand locked, once this form was found valid for it. */
  private Demand toModify(String uniqueNumber, int versionRead, DemandForm form) {
    Demand demand = demands.lock(uniqueNumber, versionRead);
    settleDeposit(form);
    valid(form, demand.form());
    if (!demand.departementCode().equals(departementOf(form, references.current()))) {
      throw RefusedInput.at("sought.locations", "OTHER_DEPARTEMENT", demand.departementCode());
    }
    return demand;
  }

  private List<FieldChange> change(Demand demand, DemandForm form, WordOf wordOf) {
    LocalDate today = demands.today();
    DemandForm before = demand.form();
    demand.modify(form, RegistrationRules.household(references.current(), today), today);
    BodyNumbers.number(jdbi, demand);
    List<FieldChange> changes = demands.changedFrom(before, demand);
    if (!changes.isEmpty()) {
      demands.note(demand, DemandEventKind.MODIFIED, today, null).withChanges(wordOf, changes);
      demands.keepWithLists(demand);
    }
    return changes;
  }

  /**
   * Modifies a demand from a draft of the caller, which is gone with it; see {@link #modify(String,
   * int, DemandForm, WordOf, Set)}.
   */
  @Act
  public List<FieldChange> modify(
      String uniqueNumber,
      int versionRead,
      DemandForm form,
      WordOf wordOf,
      Set<String> confirmedDoubts,
      UUID draft) {
    List<FieldChange> changes = modify(uniqueNumber, versionRead, form, wordOf, confirmedDoubts);
    new DraftStore(jdbi).discard(agent.profile().id(), draft);
    return changes;
  }

  /** Deposit and identity were settled when the demand was registered. */
  private static void settleDeposit(DemandForm form) {
    form.setDepositDate(null);
    form.setIdentityChecked(true);
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
