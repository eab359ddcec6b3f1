package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.allocation.CommitmentCounts;
import fr.toitcommun.ejb.observatory.Answers;
import fr.toitcommun.ejb.observatory.map.MapMaking;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes reports for whoever may have them: an agent through {@link Reports}, or a job on behalf of
 * a partner.
 */
@Dependent
public class ReportMaking {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private Answers answers;
  @Inject private MapMaking maps;
  @Inject private ReportPdf pdf;

  /**
   * Who makes a report, as a partner may have it.
   *
   * @param language {@code fr} or {@code en}
   */
  ReportMaker of(Scope scope, String language) {
    return ofEach(null, scope, language);
  }

  /**
   * Who makes the reports of one territory after another; what several rest on is counted once.
   *
   * @param level of the territories; null: there is one report
   * @param language {@code fr} or {@code en}
   */
  ReportMaker ofEach(Axis level, Scope scope, String language) {
    LocalDate today = LocalDate.now(clock);
    Reference reference = references.current();
    ObservedFigures figures =
        new ObservedFigures(
            answers.ofEach(level, scope.departements(), Locale.forLanguageTag(language)),
            new CommitmentCounts(jdbi, reference, today, scope),
            maps,
            reference,
            today);
    return new ReportMaker(
        figures, new ReportTerritories(reference, scope.departements()), jdbi, pdf, today);
  }
}
