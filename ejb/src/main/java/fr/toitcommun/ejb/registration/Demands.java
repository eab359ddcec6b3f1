package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.CandidateRows;
import fr.toitcommun.persistence.observatory.ObservedRows;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandCalendar;
import fr.toitcommun.persistence.registration.DemandEvent;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFileReader;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.FieldChange;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.SearchRows;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSets;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterSender;
import fr.toitcommun.persistence.registration.letter.LettersOwed;
import fr.toitcommun.persistence.registration.priority.LabelRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/** What the acts on demands share: finding one within scope, locking it, keeping its traces. */
@Dependent
public class Demands {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private WholeFiles files;

  /**
   * The demand of this number, for reading.
   *
   * @throws NotInScope when the caller may not know it
   */
  public Demand read(String number) {
    return entities.find(Demand.class, idOf(number));
  }

  /**
   * The demand of this number, locked until the transaction ends.
   *
   * @throws NotInScope when the caller may not know it
   */
  public Demand lock(String number) {
    return entities.find(Demand.class, idOf(number), LockModeType.PESSIMISTIC_WRITE);
  }

  /**
   * The demand locked, provided nobody changed it since this version was read.
   *
   * @throws ChangedMeanwhile when someone did
   * @throws NotInScope when the caller may not know it
   */
  public Demand lock(String number, int versionRead) {
    Demand demand = lock(number);
    if (demand.version() != versionRead) {
      throw new ChangedMeanwhile(files.file(demand));
    }
    return demand;
  }

  /** A unique number as the file writes it. */
  static String asWritten(String typed) {
    return UniqueNumber.isOne(typed)
        ? UniqueNumber.read(typed).value()
        : String.valueOf(typed).toUpperCase(Locale.ROOT);
  }

  private long idOf(String typed) {
    String number = asWritten(typed);
    long id =
        new DemandFileReader(jdbi)
            .idOf(number, agent.scope())
            .orElseThrow(() -> new NotInScope(number.substring(0, Math.min(30, number.length()))));
    agent.concerns(number);
    return id;
  }

  /** Keeps an event of a demand, done by the caller; by nobody in a job. */
  public DemandEvent note(Demand demand, DemandEventKind kind, LocalDate on, String detail) {
    DemandEvent event =
        new DemandEvent(
            demand, kind, clock.instant(), on, agent.agentId(), agent.partnerId(), detail);
    entities.persist(event);
    agent.concerns(demand.uniqueNumber().value());
    return event;
  }

  /**
   * The next number of this département for a demand deposited on that day, with the caller's desk
   * (domain: one sequence per territory and month).
   *
   * @throws RefusedInput when the caller has no desk
   */
  public UniqueNumber newNumber(String departement, LocalDate deposit) {
    requireDesk();
    YearMonth month = YearMonth.from(deposit);
    long next =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select next_number_in(:territory, :month)")
                    .bind("territory", UniqueNumber.territory(departement))
                    .bind("month", UniqueNumber.monthYear(month))
                    .mapTo(Long.class)
                    .one());
    return UniqueNumber.of(departement, month, next, agent.profile().deskCode());
  }

  /**
   * Lets nobody register without a desk.
   *
   * @throws RefusedInput when the caller has none
   */
  public void requireDesk() {
    if (agent.profile().deskId() == null) {
      throw RefusedInput.because("NO_DESK");
    }
  }

  /** What changed in a demand since it had this form; its new persons get their identities. */
  public List<FieldChange> changedFrom(DemandForm before, Demand demand) {
    demand.storePersons(entities);
    return FieldChange.between(before, demand.form());
  }

  /**
   * Asks for a letter to the applicant, about this day, which the caller sends.
   *
   * @return whether it had not been asked for before
   */
  public boolean askLetter(Demand demand, LetterKind kind, LocalDate about) {
    LetterSender sender =
        agent.agentId() == null
            ? null
            : new LetterSender(agent.profile().partnerId(), agent.profile().deskId());
    return jdbi.withHandle(
        handle ->
            LettersOwed.ask(handle, List.of(demand.id()), kind, about, sender, clock.instant())
                == 1);
  }

  /** Asks for the certificate of a demand as it stands today, of renewal once it was renewed. */
  public void askCertificate(Demand demand) {
    LetterKind kind =
        demand.periodStart().equals(demand.initialDepositDate())
            ? LetterKind.REGISTRATION_CERTIFICATE
            : LetterKind.RENEWAL_CERTIFICATE;
    askLetter(demand, kind, today());
  }

  /** Writes the changed demand, counting a change in one of its lists alone as a version too. */
  public void keepWithLists(Demand demand) {
    entities.lock(demand, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    keep(demand);
  }

  /**
   * Writes the changed demand and its read models; one that left the file leaves its open sets of
   * likely duplicates.
   */
  public void keep(Demand demand) {
    new SearchRows(jdbi).remove(demand);
    jdbi.useHandle(handle -> CandidateRows.remove(handle, List.of(demand.id())));
    entities.flush();
    writeSearchRows(demand);
    if (demand.status() != DemandStatus.ACTIVE) {
      jdbi.useHandle(handle -> DuplicateSets.left(handle, List.of(demand.id()), clock.instant()));
    }
  }

  /** Writes the read models of a demand that was just stored and has none. */
  public void writeSearchRows(Demand demand) {
    new SearchRows(jdbi).write(demand);
    jdbi.useHandle(handle -> LabelRows.settle(handle, List.of(demand.id()), today()));
    if (demand.status() == DemandStatus.ACTIVE) {
      jdbi.useHandle(handle -> CandidateRows.write(handle, demand.id(), today()));
    }
    jdbi.useHandle(handle -> ObservedRows.keep(handle, demand.id()));
  }

  /**
   * Scores and ranks a stored demand anew: something a grid may count has changed beside it, such
   * as a document.
   */
  public void rankAnew(Demand demand) {
    rankAnew(List.of(demand));
  }

  /** The same for several demands at once. */
  public void rankAnew(Collection<Demand> several) {
    List<Long> ids = several.stream().map(Demand::id).distinct().toList();
    jdbi.useHandle(
        handle -> {
          CandidateRows.refresh(handle, ids, today());
          ObservedRows.keep(handle, ids);
        });
  }

  /** The delays in force today. */
  public DemandCalendar calendar() {
    return RegistrationRules.calendar(references.current(), today());
  }

  /** Today, where the file is kept. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }
}
