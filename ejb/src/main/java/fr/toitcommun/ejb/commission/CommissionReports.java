package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.document.ReportDocuments;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.commission.CommissionReport;
import fr.toitcommun.persistence.commission.CommissionReportReader;
import fr.toitcommun.persistence.partner.Right;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/** The yearly report of the caller's commissions (R.441-9 IV). It names nobody. */
@Stateless
@Gated
@RolesAllowed(Right.DECIDE)
public class CommissionReports {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private OwnSessions own;
  @Inject private ReportDocuments documents;

  /** Years that have sessions, latest first; this year at least. */
  public List<Integer> years() {
    List<Integer> years = new CommissionReportReader(jdbi).years(agent.profile().partnerId());
    return years.isEmpty() ? List.of(demands.today().getYear()) : years;
  }

  /**
   * The report of a year.
   *
   * @param commissionId null: all of the caller's commissions together
   * @param year null: this one
   * @throws NotInScope when the commission is not the caller's
   */
  public CommissionReport of(Long commissionId, Integer year) {
    int asked = year == null ? demands.today().getYear() : year;
    return new CommissionReportReader(jdbi)
        .read(
            agent.profile().partnerId(),
            agent.profile().partnerName(),
            commissionId,
            commissionId == null ? null : own.commission(commissionId).name(),
            Math.max(FIRST_YEAR, Math.min(LAST_YEAR, asked)));
  }

  /**
   * The same as PDF.
   *
   * @throws NotInScope when the commission is not the caller's
   */
  public byte[] print(Long commissionId, Integer year, Locale locale) {
    return documents.report(of(commissionId, year), locale);
  }
}
