package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.observatory.report.ReportForm;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import fr.toitcommun.persistence.observatory.report.ReportTemplate;
import fr.toitcommun.persistence.observatory.report.ReportTemplateStore;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The texts of reports, which the file's manager writes. The latest version serves. */
@Stateless
@Gated
@RolesAllowed(Right.ADMINISTER)
public class ReportTexts {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private ReportOrders orders;
  @Inject private ReportMaking making;

  /** The versions of a kind in a language, latest first. */
  public List<ReportTemplate> versions(ReportKind kind, String language) {
    return new ReportTemplateStore(jdbi).versions(kind, language);
  }

  /**
   * One version.
   *
   * @throws NotInScope when there is none of that number
   */
  public ReportTemplate version(ReportKind kind, String language, int version) {
    return new ReportTemplateStore(jdbi)
        .version(kind, language, version)
        .orElseThrow(() -> new NotInScope(kind + " " + version));
  }

  /**
   * Keeps a text as a new version, which serves from now on.
   *
   * @return its number
   * @throws RefusedInput naming everything that is wrong with it
   */
  @Act
  public int save(ReportKind kind, String language, ReportForm form) {
    RefusedInput.ifAny(form.faults(kind));
    return add(kind, language, form);
  }

  /**
   * Has an older version serve again, as a new one; the first is the one delivered.
   *
   * @return the number of the new one
   * @throws NotInScope when there is none of that number
   */
  @Act
  public int takeUpAgain(ReportKind kind, String language, int version) {
    return add(kind, language, version(kind, language, version).form());
  }

  private int add(ReportKind kind, String language, ReportForm form) {
    return jdbi.withHandle(
        handle ->
            ReportTemplateStore.add(
                handle, kind, language, form, agent.profile().id(), clock.instant()));
  }

  /**
   * A report by a text that does not serve yet, to look at; nothing of it is kept.
   *
   * @throws RefusedInput naming every fault of what was asked and of the text
   */
  public MadeReport preview(ReportRequest asked, ReportForm form) {
    ReportOrder order = orders.order(asked);
    RefusedInput.ifAny(form.faults(order.kind()));
    return making
        .of(agent.scope(), order.language())
        .make(
            order,
            new ReportTemplate(
                order.kind(),
                order.language(),
                ReportTemplate.STANDARD,
                form.getTitle(),
                form.getBody(),
                clock.instant(),
                agent.profile().login()),
            ReportOrders.format(asked).orElseThrow());
  }
}
