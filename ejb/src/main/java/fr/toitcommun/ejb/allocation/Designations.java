package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.NotificationChannel;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.allocation.VacancyPage;
import fr.toitcommun.persistence.allocation.VacancyReader;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.VacancyTrace;
import fr.toitcommun.persistence.allocation.reservation.DesignatedCandidates;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Designating candidates for the dwellings at the caller's disposal (R.441-5). A candidate becomes
 * a proposal of the landlord, whose commission decides.
 */
@Stateless
@Gated
@RolesAllowed(Right.DESIGNATE)
public class Designations {
  private static final int MOST_AT_ONCE = 10;

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private Offers offers;
  @Inject private NewCandidates candidates;

  /**
   * The open vacancies at the caller's disposal, those still to answer first, by deadline.
   *
   * @param state only those that stand there today; null: all
   * @param limit at most a hundred
   */
  public VacancyPage list(DesignationState state, int offset, int limit) {
    return new VacancyReader(jdbi)
        .ofHolder(
            agent.profile().partnerId(),
            state,
            demands.today(),
            PageBounds.offset(offset),
            PageBounds.rows(limit));
  }

  /**
   * A vacancy at the caller's disposal.
   *
   * @throws NotInScope when it is not
   */
  public VacancyRow open(long vacancyId) {
    return new VacancyReader(jdbi)
        .find(vacancyId)
        .filter(row -> row.offer() != null && row.offer().holderId() == agent.profile().partnerId())
        .orElseThrow(() -> new NotInScope("vacancy " + vacancyId));
  }

  /**
   * Whom the caller designated for a vacancy, in order.
   *
   * @throws NotInScope when it is not at the caller's disposal
   */
  public DesignatedCandidates designated(long vacancyId) {
    open(vacancyId);
    return DesignatedCandidates.of(jdbi, vacancyId);
  }

  /**
   * Designates candidates, all or none, after those designated before.
   *
   * @param uniqueNumbers 1 to 10 demands in the order of preference
   * @return the proposals made of them, in that order
   * @throws NotInScope when the vacancy is not at the caller's disposal, or a demand not in scope
   * @throws RefusedInput when the time has run out, or naming each number that cannot be designated
   */
  @Act
  public List<Long> designate(long vacancyId, List<String> uniqueNumbers) {
    open(vacancyId);
    Vacancy vacancy = entities.find(Vacancy.class, vacancyId, LockModeType.PESSIMISTIC_WRITE);
    // The landlord may have put it at somebody else's disposal meanwhile.
    open(vacancyId);
    LocalDate today = demands.today();
    vacancy.designate(today);
    Set<String> ordered = new LinkedHashSet<>(uniqueNumbers);
    if (ordered.isEmpty() || ordered.size() > MOST_AT_ONCE) {
      throw RefusedInput.at("uniqueNumbers", "OUT_OF_RANGE", 1, MOST_AT_ONCE);
    }
    Map<String, Demand> locked = candidates.lock(vacancy, ordered);
    int replyDays = references.current().value("OFFER_REPLY_DAYS", today);
    int rank = designated(vacancyId).candidates().size();
    int place = candidates.lastPlace(vacancyId);
    List<Proposal> proposals = new ArrayList<>();
    for (String number : ordered) {
      Demand demand = locked.get(number);
      Proposal proposal =
          // Nobody has told the applicant yet: that is the landlord's to do.
          new Proposal(
                  vacancy,
                  demand,
                  today,
                  replyDays,
                  agent.profile().id(),
                  NotificationChannel.POST,
                  ++place)
              .designatedBy(agent.profile().partnerId(), ++rank);
      entities.persist(proposal);
      proposals.add(proposal);
      demands.note(demand, DemandEventKind.DESIGNATED, today, agent.profile().partnerName());
    }
    offers.keep(
        vacancy,
        VacancyTrace.Kind.DESIGNATED,
        today,
        agent.profile().partnerId(),
        String.valueOf(proposals.size()));
    entities.flush();
    return proposals.stream().map(Proposal::id).toList();
  }
}
