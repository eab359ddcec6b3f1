package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Offers;
import fr.toitcommun.ejb.allocation.Vacancies;
import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.VacancyTrace;
import fr.toitcommun.persistence.allocation.reservation.DesignatedCandidates;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** At whose disposal a vacancy of the landlord's stands, and what becomes of it. */
@Named
@ViewScoped
public class KeepVacancy implements Serializable {
  @Inject private Vacancies vacancies;
  @Inject private Texts texts;

  private VacancyRow row;
  private transient Offers.Disposal disposal;
  private transient List<VacancyTrace> trace;
  private transient List<DesignatedCandidates.Candidate> designated;
  private Long agreement;
  private String offerReason;
  private String withdrawal;

  /** Reads what goes with the vacancy shown. */
  public void load(VacancyRow shown) {
    row = shown;
    agreement = row.offer() == null ? null : row.offer().agreementId();
  }

  /** Puts the vacancy at the disposal of the holder chosen, or keeps it. */
  public void offer() {
    vacancies.offer(row.vacancyId(), row.version(), agreement, offerReason);
    Done.go("/vacancy.xhtml?id=" + row.vacancyId(), "offer.done");
  }

  /** The dwelling is not to let any more. */
  public void withdraw() {
    vacancies.withdraw(row.vacancyId(), row.version(), withdrawal);
    Done.go("/vacancy.xhtml?id=" + row.vacancyId(), "vacancy.withdrawn");
  }

  /** Where the designation stands today. */
  public DesignationState getState() {
    return row.offer() == null ? DesignationState.NONE : row.offer().on(texts.getToday());
  }

  /** What is added to an event of the vacancy. */
  public String detail(VacancyTrace event) {
    if (event.detail() == null) {
      return "";
    }
    String said =
        switch (event.kind()) {
          case DECLARED -> texts.code("VACANCY_REASON", event.detail());
          case CHANGED ->
              VacancyTrace.COUNTED.equals(event.detail())
                  ? texts.say("trace.counted")
                  : texts.say("trace.excluded", texts.code("FLOW_EXCLUSION", event.detail()));
          case WITHDRAWN -> texts.code("VACANCY_WITHDRAWAL", event.detail());
          case DESIGNATED -> texts.say("trace.candidates", event.detail());
          default -> event.detail();
        };
    return texts.say("common.colon") + said;
  }

  /** Where the holders stand, and what the rule makes of it. */
  public Offers.Disposal getDisposal() {
    if (disposal == null) {
      disposal = vacancies.disposal(row.vacancyId());
    }
    return disposal;
  }

  /** What happened, the latest first. */
  public List<VacancyTrace> getTrace() {
    if (trace == null) {
      trace = vacancies.trace(row.vacancyId());
    }
    return trace;
  }

  /** The candidates whom the holder designated. */
  public List<DesignatedCandidates.Candidate> getDesignated() {
    if (designated == null) {
      designated =
          row.offer() == null ? List.of() : vacancies.designated(row.vacancyId()).candidates();
    }
    return designated;
  }

  /** The agreement whose holder gets the dwelling; null: the landlord keeps it. */
  public Long getAgreement() {
    return agreement;
  }

  public void setAgreement(Long agreement) {
    this.agreement = agreement;
  }

  public String getOfferReason() {
    return offerReason;
  }

  public void setOfferReason(String offerReason) {
    this.offerReason = offerReason;
  }

  public String getWithdrawal() {
    return withdrawal;
  }

  public void setWithdrawal(String withdrawal) {
    this.withdrawal = withdrawal;
  }
}
