package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.observatory.quality.QualityFilter;
import fr.toitcommun.persistence.observatory.quality.QualityIndicator;
import fr.toitcommun.persistence.observatory.quality.QualityListReader;
import fr.toitcommun.persistence.observatory.quality.QualityPage;
import fr.toitcommun.persistence.observatory.quality.QualityRules;
import fr.toitcommun.persistence.observatory.quality.QualityView;
import fr.toitcommun.persistence.observatory.quality.QualityViewReader;
import fr.toitcommun.persistence.partner.Right;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/**
 * Audit of the file: how many demands each indicator of quality finds, by desk, and which they are,
 * for those who may read them by name.
 */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class DataQuality {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /**
   * The counts, as of the latest night; those of the caller's desk as of now.
   *
   * @throws NotInScope when the filter names what is not the caller's to know
   */
  public QualityView view(QualityFilter filter) {
    LocalDate today = today();
    int threshold = references.current().value("SMALL_CELL_THRESHOLD", today);
    return jdbi.withHandle(
            handle ->
                new QualityViewReader(handle, agent.profile(), rules(), threshold)
                    .view(filter, references.current().departements(), today))
        .orElseThrow(() -> new NotInScope("quality of " + filter));
  }

  /** The thresholds in force today. */
  public QualityRules rules() {
    return QualityRules.on(references.current(), today());
  }

  /**
   * Part of the demands that an indicator finds now, within the caller's scope.
   *
   * @param after the place after which to go on; null: from the beginning
   * @param limit at most {@value PageBounds#MOST_ROWS}
   */
  @RolesAllowed(Right.CONSULT)
  public QualityPage list(
      QualityIndicator indicator, QualityFilter filter, DueCursor after, int limit) {
    return page(indicator, filter, after, PageBounds.rows(limit));
  }

  /** The same demands taken out of the file, as many as one may take at once; maybe none. */
  @RolesAllowed(Right.EXTRACT)
  public QualityPage extract(QualityIndicator indicator, QualityFilter filter) {
    return page(indicator, filter, null, references.current().value("EXTRACT_ROWS", today()));
  }

  private QualityPage page(
      QualityIndicator indicator, QualityFilter filter, DueCursor after, int limit) {
    return jdbi.withHandle(
        handle ->
            new QualityListReader(handle, agent.scope(), rules())
                .page(indicator, filter, today(), after, limit));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
