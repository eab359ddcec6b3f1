package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.observatory.Answers;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import fr.toitcommun.persistence.observatory.report.ReportTemplateStore;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/** Reports of the observatory, made when they are asked for. No report names anybody. */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class Reports {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private Answers answers;
  @Inject private ReportOrders orders;
  @Inject private ReportMaking making;

  /**
   * What may be asked for.
   *
   * @param language of its labels
   */
  public ReportChoices choices(Locale language) {
    ObservatoryWords words = answers.words(language);
    return new ReportChoices(
        ReportOrders.years(LocalDate.now(clock)),
        orders.territories().departements(),
        orders.territories().epcis(),
        partners(),
        String.valueOf(agent.profile().partnerId()),
        ReportOrders.axes().stream()
            .map(axis -> new ReportChoices.Choice(axis.name(), words.name(axis)))
            .toList());
  }

  private List<ReportChoices.Choice> partners() {
    boolean all = agent.profile().rights().contains(Right.ADMINISTER);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id, name from partner where :all or id = :own order by name")
                .bind("all", all)
                .bind("own", agent.profile().partnerId())
                .map((row, context) -> new ReportChoices.Choice(row.getString(1), row.getString(2)))
                .list());
  }

  /**
   * Goes on when this may be asked for.
   *
   * @throws RefusedInput naming every fault of what was asked
   */
  public void check(ReportRequest asked) {
    orders.order(asked);
  }

  /**
   * Makes a report.
   *
   * @throws RefusedInput naming every fault of what was asked
   */
  public MadeReport make(ReportRequest asked) {
    ReportOrder order = orders.order(asked);
    return making
        .of(agent.scope(), order.language())
        .make(
            order,
            new ReportTemplateStore(jdbi).latest(order.kind(), order.language()),
            ReportOrders.format(asked).orElseThrow());
  }
}
