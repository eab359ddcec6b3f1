package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.campaign.RenewalNotices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The notices of renewal and the reminders (R.441-2-7). */
@ApplicationScoped
public class RenewalCampaign implements Job {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;

  @Override
  public String id() {
    return "RENEWAL_NOTICES";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    return notices(day).count(day);
  }

  @Override
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return notices(day).due(day, after, limit);
  }

  @Override
  public Outcome apply(LocalDate day, List<DueDemand> due) {
    return Outcome.done(notices(day).ask(due, day, clock.instant()));
  }

  private RenewalNotices notices(LocalDate day) {
    return new RenewalNotices(jdbi, RegistrationRules.campaign(references.current(), day));
  }
}
