package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.FrenchCalendar;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.allocation.VacancyForm;
import fr.toitcommun.persistence.allocation.VacancyOffer;
import fr.toitcommun.persistence.allocation.VacancyTrace;
import fr.toitcommun.persistence.allocation.reservation.FlowReader;
import fr.toitcommun.persistence.allocation.reservation.FlowRule;
import fr.toitcommun.persistence.allocation.reservation.FlowShare;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Puts vacancies at the disposal of reservation holders (R.441-5), by the rule or against it. */
@Dependent
public class Offers {
  private static final String AGENTS = "PFONCT";

  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;

  /** Where the holders stand before this vacancy, and what the rule makes of it. */
  public Disposal disposal(Vacancy vacancy, boolean excluded, LocalDate today) {
    List<FlowShare> shares =
        new FlowReader(jdbi).shares(vacancy.dwelling().id(), vacancy.id(), today);
    return new Disposal(shares, FlowRule.choose(shares, excluded).orElse(null));
  }

  /**
   * Offers a vacancy that was just stored, by the rule unless another contingent is stated with a
   * reason.
   *
   * @throws RefusedInput when the reason is missing or no agreement has that contingent
   */
  public void declared(Vacancy vacancy, String departement, VacancyForm form, LocalDate today) {
    keep(vacancy, VacancyTrace.Kind.DECLARED, today, null, form.getReason());
    new FlowReader(jdbi).lock(vacancy.dwelling().landlordId(), departement);
    Disposal disposal = disposal(vacancy, form.getFlowExclusion() != null, today);
    String stated = form.getQuota();
    FlowRule.Choice rule = disposal.rule();
    if (disposal.shares().isEmpty() && stated != null) {
      vacancy.keep(stated, null);
    } else if (stated == null || stated.equals(disposal.quota())) {
      byRule(vacancy, rule, today);
    } else if (form.getQuotaReason() == null) {
      throw RefusedInput.at("quotaReason", "REQUIRED");
    } else if (Vacancy.OUTSIDE.equals(stated)) {
      kept(vacancy, form.getQuotaReason(), today);
    } else {
      offer(vacancy, ofQuota(disposal.shares(), stated), form.getQuotaReason(), today);
    }
  }

  private static FlowRule.Choice ofQuota(List<FlowShare> shares, String quota) {
    return shares.stream()
        .filter(
            share ->
                share.quota().equals(quota)
                    || AGENTS.equals(quota) && share.agentsPercent().signum() > 0)
        .max(Comparator.comparing(FlowShare::behind))
        .map(share -> new FlowRule.Choice(share, quota))
        .orElseThrow(() -> RefusedInput.at("quota", "NO_AGREEMENT_FOR_QUOTA"));
  }

  /**
   * The landlord chooses itself.
   *
   * @param agreementId whose holder gets the dwelling; null: the landlord keeps it
   * @throws RefusedInput when the reason is missing, or the agreement does not hold there
   */
  public void choose(
      Vacancy vacancy, String departement, Long agreementId, String reason, LocalDate today) {
    new FlowReader(jdbi).lock(vacancy.dwelling().landlordId(), departement);
    Disposal disposal = disposal(vacancy, vacancy.flowExclusion() != null, today);
    Long ruled = disposal.rule() == null ? null : disposal.rule().share().agreementId();
    boolean asRuled = java.util.Objects.equals(ruled, agreementId);
    if (!asRuled && (reason == null || reason.isBlank())) {
      throw RefusedInput.at("offerReason", "REQUIRED");
    }
    if (asRuled) {
      byRule(vacancy, disposal.rule(), today);
    } else if (agreementId == null) {
      kept(vacancy, reason, today);
    } else {
      FlowShare share =
          disposal.shares().stream()
              .filter(one -> one.agreementId() == agreementId)
              .findFirst()
              .orElseThrow(() -> RefusedInput.at("agreement", "UNKNOWN_CODE", agreementId));
      offer(vacancy, FlowRule.under(share), reason, today);
    }
  }

  /**
   * A vacancy counts in the flow from now on, or does so no more: the rule is applied anew, lest a
   * holder keep what is not counted or lack what is.
   *
   * @param proposed whether the landlord has proposed it to somebody
   * @throws RefusedInput when a holder would get it whose landlord has proposed it already
   */
  public void countedAnew(Vacancy vacancy, String departement, boolean proposed, LocalDate today) {
    new FlowReader(jdbi).lock(vacancy.dwelling().landlordId(), departement);
    Disposal disposal = disposal(vacancy, vacancy.flowExclusion() != null, today);
    // Nobody designated in time: the landlord has it, whatever it counts for. An identified
    // dwelling
    // is its holder's, counted or not.
    if (disposal.shares().isEmpty()
        || vacancy.designation() == DesignationState.LAPSED
        || disposal.identified()) {
      return;
    }
    if (disposal.rule() != null && proposed) {
      throw RefusedInput.at("flowExclusion", "EXCLUSION_AFTER_PROPOSAL");
    }
    byRule(vacancy, disposal.rule(), today);
  }

  private void byRule(Vacancy vacancy, FlowRule.Choice rule, LocalDate today) {
    if (rule == null) {
      vacancy.keep(Vacancy.OUTSIDE, null);
    } else {
      offer(vacancy, rule, null, today);
    }
  }

  private void kept(Vacancy vacancy, String reason, LocalDate today) {
    vacancy.keep(Vacancy.OUTSIDE, reason);
    keep(vacancy, VacancyTrace.Kind.KEPT, today, null, reason);
  }

  private void offer(Vacancy vacancy, FlowRule.Choice choice, String reason, LocalDate today) {
    FlowShare share = choice.share();
    vacancy.offer(
        new VacancyOffer(
            share.agreementId(),
            share.holderId(),
            share.holder(),
            choice.quota(),
            share.identified(),
            share.identified() ? null : share.share(),
            share.identified() ? null : share.percent(),
            reason,
            today,
            // Who may act on a working day only must have one left.
            FrenchCalendar.workingDayFrom(today.plusDays(share.designationDays())),
            DesignationState.AWAITED));
    keep(vacancy, VacancyTrace.Kind.OFFERED, today, share.holderId(), reason);
  }

  /** Keeps what happened to a vacancy. */
  public void keep(
      Vacancy vacancy, VacancyTrace.Kind kind, LocalDate on, Long holderId, String detail) {
    VacancyTrace.keep(
        jdbi, vacancy.id(), kind, on, agent.agentId(), agent.partnerId(), holderId, detail);
  }

  /**
   * What the rule makes of a vacancy.
   *
   * @param shares the agreements in force there, in the order of their making
   * @param rule the holder it is to be offered to; null: the landlord keeps it
   */
  public record Disposal(List<FlowShare> shares, FlowRule.Choice rule) {
    /** Whether it is identified for a holder. */
    boolean identified() {
      return rule != null && rule.share().identified();
    }

    /** Contingent under which it would stand (code list QUOTA). */
    public String quota() {
      return Optional.ofNullable(rule).map(FlowRule.Choice::quota).orElse(Vacancy.OUTSIDE);
    }
  }
}
