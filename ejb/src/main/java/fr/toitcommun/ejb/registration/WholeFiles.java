package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.AllocationRules;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.IncomeCeilings;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.reference.RuleParameter;
import fr.toitcommun.persistence.registration.Controls;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandCalendar;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandFileReader;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.PastReader;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.campaign.NonRenewals;
import fr.toitcommun.persistence.registration.dossier.DocumentKinds;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.persistence.registration.dossier.DossierReader;
import fr.toitcommun.persistence.registration.dossier.DossierRules;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The files of demands that were found, as the caller may see them. */
@Dependent
public class WholeFiles {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /** The whole file of a demand that was found. */
  public DemandFile file(Demand demand) {
    DemandFileReader reader = new DemandFileReader(jdbi);
    return file(
        demand,
        reader.desk(demand.deskId()),
        reader.events(demand.id()),
        reader.eventCount(demand.id(), null),
        reader.proposals(demand.id(), agent.profile().partnerId(), worksOnSessions()),
        new NonRenewals(jdbi, calendar()).notices(List.of(demand.id())).get(demand.id()));
  }

  private boolean worksOnSessions() {
    return agent.profile().rights().contains(Right.PROPOSE)
        || agent.profile().rights().contains(Right.DECIDE);
  }

  /**
   * The whole file of a demand that was found, with everything that ever happened to it, as its
   * person may read it: nothing of a session before it is closed.
   */
  public DemandFile fileWithWholeHistory(Demand demand) {
    DemandFileReader reader = new DemandFileReader(jdbi);
    List<DemandFile.Event> events = reader.allEvents(demand.id());
    return file(
        demand,
        reader.desk(demand.deskId()),
        events,
        events.size(),
        reader.proposals(demand.id(), agent.profile().partnerId(), false),
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

  /** The rule that tells which documents demands lack, as of a day. */
  public DossierRules dossierRules(LocalDate day) {
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
    IncomeCeilings plus =
        AllocationRules.ceilingsOf(reference, FundingScheme.PLUS, demand.departementCode(), today);
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
        doubts(demand, today),
        form,
        events,
        eventCount,
        proposals);
  }

  /**
   * What is doubtful in a demand as it stands. Whether the deposit was long ago was asked on the
   * day the demand was registered.
   */
  public List<Fault> doubts(Demand demand, LocalDate day) {
    DemandForm form = demand.form();
    form.setDepositDate(null);
    return Controls.doubts(form, references.current(), day);
  }

  private DemandCalendar calendar() {
    return RegistrationRules.calendar(references.current(), today());
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
