package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.document.Certificates;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandFinder;
import fr.toitcommun.persistence.registration.DemandPage;
import fr.toitcommun.persistence.registration.DemandQuery;
import fr.toitcommun.persistence.registration.PastDemand;
import fr.toitcommun.persistence.registration.PastReader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/** Finding and reading demands by name, within the caller's scope (R.441-2-6). */
@Stateless
@Gated
@RolesAllowed(Right.CONSULT)
public class DemandFiles {
  /** Most rows of a page. */
  public static final int MOST_ROWS = 100;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private Certificates certificates;

  /**
   * The demands that answer what was typed: a number, a name, a birth date, or name and birth date.
   *
   * @param limit at most {@value #MOST_ROWS}
   * @throws fr.toitcommun.persistence.registration.RefusedInput when nothing sensible was typed
   */
  public DemandPage find(String typed, int offset, int limit) {
    return new DemandFinder(jdbi)
        .find(DemandQuery.read(typed), agent.scope(), Math.max(0, offset), bounded(limit));
  }

  /**
   * The whole file of a demand.
   *
   * @throws fr.toitcommun.ejb.journal.NotInScope when there is none for this caller
   */
  public DemandFile open(String uniqueNumber) {
    return demands.file(demands.read(uniqueNumber));
  }

  /**
   * A demand as it stood at the end of a past day.
   *
   * @param on from its deposit to today
   * @throws fr.toitcommun.persistence.registration.RefusedInput when the day lies outside
   * @throws fr.toitcommun.ejb.journal.NotInScope when there is none for this caller
   */
  public PastDemand asOf(String uniqueNumber, LocalDate on) {
    return new PastReader(jdbi)
        .on(demands.read(uniqueNumber), on, demands.today(), clock.getZone(), demands.calendar());
  }

  /**
   * The registration certificate as PDF, with everything that R.441-2-4 asks; the renewal
   * certificate once the demand was renewed.
   *
   * @param locale French, the language of the law, or English
   * @throws fr.toitcommun.ejb.journal.NotInScope when there is no such demand for this caller
   */
  public byte[] certificate(String uniqueNumber, Locale locale) {
    return certificates.of(demands.file(demands.read(uniqueNumber)), locale);
  }

  private static int bounded(int limit) {
    return Math.max(1, Math.min(MOST_ROWS, limit));
  }
}
