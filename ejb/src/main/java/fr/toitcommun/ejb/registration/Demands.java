package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.AllocationRules;
import fr.toitcommun.persistence.allocation.CandidateRows;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.IncomeCeilings;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.reference.RuleParameter;
import fr.toitcommun.persistence.registration.Controls;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandCalendar;
import fr.toitcommun.persistence.registration.DemandEvent;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandFileReader;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.FieldChange;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.PastReader;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.SearchRows;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.campaign.NonRenewals;
import fr.toitcommun.persistence.registration.dossier.DocumentKinds;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.persistence.registration.dossier.DossierReader;
import fr.toitcommun.persistence.registration.dossier.DossierRules;
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
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** What the acts on demands share: finding one within scope, locking it, keeping its traces. */
@Dependent
public class Demands {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

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
      throw new ChangedMeanwhile(file(demand));
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
    jdbi.useHandle(handle -> CandidateRows.refresh(handle, ids, today()));
  }

  /** The delays in force today. */
  public DemandCalendar calendar() {
    return RegistrationRules.calendar(references.current(), today());
  }

  /** Today, where the file is kept. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The whole file of a demand that was found. */
  public DemandFile file(Demand demand) {
    DemandFileReader reader = new DemandFileReader(jdbi);
    return file(
        demand,
        reader.desk(demand.deskId()),
        reader.events(demand.id()),
        reader.eventCount(demand.id(), null),
        reader.proposals(demand.id(), agent.profile().partnerId()),
        new NonRenewals(jdbi, calendar()).notices(List.of(demand.id())).get(demand.id()));
  }

  /** The whole file of a demand that was found, with everything that ever happened to it. */
  public DemandFile fileWithWholeHistory(Demand demand) {
    DemandFileReader reader = new DemandFileReader(jdbi);
    List<DemandFile.Event> events = reader.allEvents(demand.id());
    return file(
        demand,
        reader.desk(demand.deskId()),
        events,
        events.size(),
        reader.proposals(demand.id(), agent.profile().partnerId()),
        new NonRenewals(jdbi, calendar()).notices(List.of(demand.id())).get(demand.id()));
  }

  /** The documents of a demand as the caller may see them. */
  public Dossier dossier(Demand demand) {
    return new DossierReader(jdbi).of(demand, dossierRules(today()), viewer());
  }

  /** The documents that a demand had at the end of a past day, as the caller may see them. */
  public List<Dossier.Document> pastDocuments(Demand demand, LocalDate day) {
    return new DossierReader(jdbi)
        .past(demand.id(), PastReader.end(day, clock.getZone()), dossierRules(day), viewer());
  }

  private DossierRules dossierRules(LocalDate day) {
    return new DossierRules(
        DocumentKinds.on(day, jdbi), day, references.current().value("DOCUMENT_UPLOAD_DAYS", day));
  }

  private DossierReader.Viewer viewer() {
    return new DossierReader.Viewer(
        agent.profile().partnerId(),
        agent.profile().partnerKind() == PartnerKind.FILE_MANAGER,
        agent.profile().rights().contains(Right.SENSITIVE));
  }

  /**
   * Many demands for reading, with their households and wishes: a few statements, however many they
   * are. Nobody's scope is asked: the caller knows that they are theirs.
   */
  public List<Demand> many(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return entities
        .createQuery("select d from Demand d where d.id in :ids", Demand.class)
        .setParameter("ids", ids)
        // Read only: the caller's transaction keeps none of them.
        .setHint("eclipselink.read-only", "true")
        .setHint("eclipselink.batch.type", "IN")
        .setHint("eclipselink.batch", "d.members")
        .setHint("eclipselink.batch", "d.locations")
        .setHint("eclipselink.batch", "d.types")
        .getResultList();
  }

  /**
   * The files of many demands, without what happened to them and what they were offered: a few
   * statements, however many they are. For acts of the file's manager; nobody's scope is asked.
   */
  public List<DemandFile> files(Collection<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<Demand> found = many(ids);
    Map<Long, DemandFileReader.Desk> desks =
        new DemandFileReader(jdbi).desks(found.stream().map(Demand::deskId).distinct().toList());
    Map<Long, NonRenewals.Notice> notices = new NonRenewals(jdbi, calendar()).notices(ids);
    return found.stream()
        .map(
            demand ->
                file(
                    demand,
                    desks.get(demand.deskId()),
                    List.of(),
                    0,
                    List.of(),
                    notices.get(demand.id())))
        .toList();
  }

  private DemandFile file(
      Demand demand,
      DemandFileReader.Desk desk,
      List<DemandFile.Event> events,
      long eventCount,
      List<DemandFile.ProposalTrace> proposals,
      NonRenewals.Notice notice) {
    Reference reference = references.current();
    LocalDate today = today();
    DemandCalendar calendar = calendar();
    boolean active = demand.status() == DemandStatus.ACTIVE;
    RuleParameter delay =
        reference.parameter("ABNORMAL_DELAY_MONTHS", demand.departementCode(), today);
    IncomeCeilings plus = AllocationRules.ceilings(reference, FundingScheme.PLUS, today);
    HouseholdFacts facts = demand.facts();
    Integer income = facts.annualIncome();
    DemandForm form = demand.form();
    return new DemandFile(
        demand.id(),
        demand.version(),
        demand.uniqueNumber().value(),
        demand.departementCode(),
        demand.status(),
        demand.initialDepositDate(),
        demand.lastRenewalDate(),
        demand.validUntil(),
        active && demand.validUntil().isBefore(today),
        new NonRenewals(jdbi, calendar).cancellableFrom(demand.periodStart(), notice, today),
        demand.cancellationReason(),
        demand.cancellationSubReason(),
        demand.cancelledOn(),
        active ? null : demand.reinstatableUntil(calendar),
        demand.initialDepositDate().plusMonths(delay.value().intValueExact()),
        delay.assumed(),
        desk.code(),
        desk.name(),
        desk.partner(),
        facts.size(),
        facts.category(),
        income,
        income == null ? null : plus.percentOf(facts.category(), income),
        facts.transfer(),
        demand.daloStatus(),
        demand.bodyOrdinal(),
        demand.complete(),
        Controls.missing(form),
        Controls.doubts(withoutDeposit(demand), reference, today),
        form,
        events,
        eventCount,
        proposals);
  }

  /** Whether the deposit was long ago was asked on the day the demand was registered. */
  private static DemandForm withoutDeposit(Demand demand) {
    DemandForm form = demand.form();
    form.setDepositDate(null);
    return form;
  }
}
