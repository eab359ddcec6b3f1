package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.campaign.NonRenewals;
import fr.toitcommun.persistence.registration.letter.DemandLetters;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterReader;
import fr.toitcommun.persistence.registration.letter.NoticeProof;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;

/** A demand leaves the file by hand and comes back into it (R.441-2-8). */
@Stateless
@Gated
@RolesAllowed(Right.REGISTER)
public class Cancellations {
  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private Event<DemandLeft> left;

  /**
   * Cancels for a legal reason (R.441-2-8); proposals under way are released. The sender of the
   * registered letter alone states what follows from it (R.441-2-8 c and d), or the file's manager.
   *
   * @throws RefusedInput naming what the law asks and the request lacks
   * @throws ChangedMeanwhile when someone else changed the demand since
   */
  @Act
  public void cancel(String uniqueNumber, int versionRead, Cancellation asked) {
    Demand demand = demands.lock(uniqueNumber, versionRead);
    Cancellation cancellation = noticed(demand, asked);
    demand.cancel(cancellation, agent.profile().partnerKind(), demands.today(), demands.calendar());
    String detail =
        cancellation.subReason() == null
            ? cancellation.reason().name()
            : cancellation.reason() + " " + cancellation.subReason();
    demands.note(demand, DemandEventKind.CANCELLED, demand.cancelledOn(), detail);
    left.fire(new DemandLeft(demand, demands.today()));
    demands.keep(demand);
    if (!cancellation.death()) {
      demands.askLetter(demand, LetterKind.CANCELLED, demand.cancelledOn());
    }
  }

  /** The cancellation with the notice that the law wants before it, if the caller may state it. */
  private Cancellation noticed(Demand demand, Cancellation asked) {
    PartnerKind kind = agent.profile().partnerKind();
    if (demand.status() != DemandStatus.ACTIVE
        || asked.reason() == null
        || !asked.reason().statedBy(kind)) {
      return asked;
    }
    if (asked.reason() == CancellationReason.RADREN) {
      requireRenewalNotice(demand, Objects.requireNonNullElse(asked.on(), demands.today()));
      return asked;
    }
    return asked.reason().needsNotice()
        ? NoticeProof.settled(
            asked,
            new DemandLetters(
                demand.uniqueNumber().value(),
                new LetterReader(jdbi).ofDemand(demand.id()),
                demand.periodStart()),
            kind == PartnerKind.FILE_MANAGER ? null : agent.profile().partnerId())
        : asked;
  }

  /** Nobody is cancelled within the month after their notice, by hand neither (L.441-2-1). */
  private void requireRenewalNotice(Demand demand, LocalDate leaving) {
    NonRenewals rule = new NonRenewals(jdbi, demands.calendar());
    NonRenewals.Notice notice = rule.notices(List.of(demand.id())).get(demand.id());
    String hindrance = rule.hindrance(demand.periodStart(), notice, leaving).orElse("");
    switch (hindrance) {
      case "NO_NOTICE" -> throw RefusedInput.at("reason", "NON_RENEWAL_NO_NOTICE");
      case "NOTICE_NOT_SENT" -> throw RefusedInput.at("reason", "NON_RENEWAL_NOTICE_NOT_SENT");
      case "NOTICE_LATE" ->
          throw RefusedInput.at(
              "on",
              "NON_RENEWAL_NOTICE_LATE",
              rule.cancellableFrom(demand.periodStart(), notice, leaving));
      default -> {
        // Its time: the demand itself says when that has not come.
      }
    }
  }

  /**
   * Takes a cancelled demand up again where the law allows it, with number and seniority.
   *
   * @throws RefusedInput when it does not, or no longer
   * @throws ChangedMeanwhile when someone else changed the demand since
   */
  @Act
  public void reinstate(String uniqueNumber, int versionRead) {
    Demand demand = demands.lock(uniqueNumber, versionRead);
    demand.reinstate(demands.today(), demands.calendar());
    demands.note(demand, DemandEventKind.REINSTATED, demands.today(), null);
    demands.keep(demand);
    demands.askLetter(demand, LetterKind.RENEWAL_CERTIFICATE, demands.today());
  }
}
