package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.DemandLeft;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.CandidateRows;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import fr.toitcommun.persistence.observatory.ObservedRows;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandCalendar;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.campaign.NonRenewals;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSets;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LettersOwed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Cancels the demands that were not renewed thirteen months after their period began (R.441-2-8 e),
 * as the file's manager must; those whose notice left late or never stay a month more (L.441-2-1)
 * and are set aside. An agent's renewal is never lost: both lock the demand, and whoever comes
 * second sees what the first did.
 */
@ApplicationScoped
public class Radiations implements Job {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private Event<DemandLeft> left;

  @Override
  public String id() {
    return "RADIATIONS";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    return nonRenewals(day).count(day);
  }

  @Override
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return nonRenewals(day).due(day, after, limit);
  }

  @Override
  public Outcome apply(LocalDate day, List<DueDemand> due) {
    NonRenewals rule = nonRenewals(day);
    DemandCalendar calendar = RegistrationRules.calendar(references.current(), day);
    List<Demand> locked = lock(due);
    Map<Long, NonRenewals.Notice> notices = rule.notices(locked.stream().map(Demand::id).toList());
    List<Demand> cancelled = new ArrayList<>();
    List<Demand> toNotice = new ArrayList<>();
    List<Outcome.SetAside> aside = new ArrayList<>();
    for (Demand demand : locked) {
      NonRenewals.Notice notice = notices.get(demand.id());
      Optional<String> hindrance = rule.hindrance(demand.periodStart(), notice, day);
      if (hindrance.isEmpty()) {
        cancel(demand, day, calendar);
        cancelled.add(demand);
      } else {
        aside.add(new Outcome.SetAside(demand.id(), hindrance.get()));
        if (notice == null) {
          toNotice.add(demand);
        }
      }
    }
    entities.flush();
    List<Long> gone = cancelled.stream().map(Demand::id).toList();
    jdbi.useHandle(
        handle -> {
          CandidateRows.remove(handle, gone);
          ObservedRows.keep(handle, gone);
        });
    jdbi.useHandle(
        handle -> {
          DuplicateSets.left(handle, gone, clock.instant());
          LettersOwed.ask(handle, gone, LetterKind.CANCELLED, day, clock.instant());
          LettersOwed.askAboutTheEnd(
              handle,
              toNotice.stream().map(Demand::id).toList(),
              LetterKind.RENEWAL_NOTICE,
              DemandEventKind.RENEWAL_NOTICE,
              day,
              day,
              clock.instant());
        });
    return Outcome.of(
        cancelled.stream().map(demand -> demand.uniqueNumber().value()).toList(), aside);
  }

  /** In the order of their identities, so that two transactions never wait on each other. */
  private List<Demand> lock(List<DueDemand> due) {
    return entities
        .createQuery(
            "select d from Demand d where d.id in :ids and d.presence.status = :active order by"
                + " d.id",
            Demand.class)
        .setParameter("ids", due.stream().map(DueDemand::demandId).toList())
        .setParameter("active", DemandStatus.ACTIVE)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private void cancel(Demand demand, LocalDate day, DemandCalendar calendar) {
    demand.cancel(
        new Cancellation(CancellationReason.RADREN, null, day, null),
        PartnerKind.FILE_MANAGER,
        day,
        calendar);
    demands.note(demand, DemandEventKind.CANCELLED, day, CancellationReason.RADREN.name());
    left.fire(new DemandLeft(demand, day));
  }

  private NonRenewals nonRenewals(LocalDate day) {
    return new NonRenewals(jdbi, RegistrationRules.calendar(references.current(), day));
  }
}
