package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.document.Certificates;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandFileReader;
import fr.toitcommun.persistence.registration.DemandFinder;
import fr.toitcommun.persistence.registration.DemandHistory;
import fr.toitcommun.persistence.registration.DemandPage;
import fr.toitcommun.persistence.registration.DemandQuery;
import fr.toitcommun.persistence.registration.HandicapRows;
import fr.toitcommun.persistence.registration.MergedDemands;
import fr.toitcommun.persistence.registration.PastDemand;
import fr.toitcommun.persistence.registration.PastReader;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/** Finding and reading demands by name, within the caller's scope (R.441-2-6). */
@Stateless
@Gated
@RolesAllowed(Right.CONSULT)
public class DemandFiles {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private WholeFiles files;
  @Inject private Certificates certificates;

  /**
   * The demands that answer what was typed: a number, a name, a birth date, or name and birth date.
   *
   * @param limit at most {@value PageBounds#MOST_ROWS}
   * @throws RefusedInput when nothing sensible was typed
   */
  public DemandPage find(String typed, int offset, int limit) {
    return new DemandFinder(jdbi)
        .find(
            DemandQuery.read(typed),
            agent.scope(),
            PageBounds.offset(offset),
            PageBounds.rows(limit));
  }

  /**
   * The whole file of a demand.
   *
   * @throws fr.toitcommun.ejb.journal.NotInScope when there is none for this caller
   */
  public DemandFile open(String uniqueNumber) {
    return files.file(demands.read(uniqueNumber));
  }

  /**
   * A demand as it stood at the end of a past day. The number of a demand that was merged leads to
   * itself until the day of the merging, and to the one that stands for it from then on. The
   * handicap complement is told to those with the right HEALTH alone.
   *
   * @param on from its deposit to today
   * @throws RefusedInput when the day lies outside
   * @throws fr.toitcommun.ejb.journal.NotInScope when there is none for this caller
   */
  public PastDemand asOf(String uniqueNumber, LocalDate on) {
    Demand today = demands.read(uniqueNumber);
    if (on == null) {
      throw RefusedInput.at("on", "REQUIRED");
    }
    Instant end = PastReader.end(on, clock.getZone());
    // Who may see a demand may see what went into it.
    long then = new MergedDemands(jdbi).standingFor(Demands.asWritten(uniqueNumber), end);
    Demand demand = then == today.id() ? today : entities.find(Demand.class, then);
    boolean health = agent.profile().rights().contains(Right.HEALTH);
    return new PastReader(jdbi)
        .on(
            demand,
            on,
            demands.today(),
            clock.getZone(),
            demands.calendar(),
            new PastReader.Beside(
                files.pastDocuments(demand, on),
                new HandicapRows(jdbi).past(demand.id(), end, health)));
  }

  /**
   * What happened to a demand, latest first.
   *
   * @param kind only events of this kind; null: of any
   * @param limit at most {@value PageBounds#MOST_ROWS}
   * @throws fr.toitcommun.ejb.journal.NotInScope when there is no such demand for this caller
   */
  public DemandHistory history(String uniqueNumber, DemandEventKind kind, int offset, int limit) {
    Demand demand = demands.read(uniqueNumber);
    DemandFileReader reader = new DemandFileReader(jdbi);
    return new DemandHistory(
        demand.uniqueNumber().value(),
        reader.eventCount(demand.id(), kind),
        reader.events(demand.id(), kind, PageBounds.offset(offset), PageBounds.rows(limit)));
  }

  /**
   * The registration certificate as PDF, with everything that R.441-2-4 asks; the renewal
   * certificate once the demand was renewed.
   *
   * @param locale French, the language of the law, or English
   * @throws fr.toitcommun.ejb.journal.NotInScope when there is no such demand for this caller
   */
  public byte[] certificate(String uniqueNumber, Locale locale) {
    return certificates.of(files.file(demands.read(uniqueNumber)), locale);
  }
}
