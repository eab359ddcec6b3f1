package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.commitment.CommitmentReader;
import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import fr.toitcommun.persistence.allocation.commitment.Counter;
import fr.toitcommun.persistence.allocation.commitment.Forecast;
import fr.toitcommun.persistence.allocation.commitment.Tally;
import fr.toitcommun.persistence.allocation.commitment.Territory;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/**
 * The commitments of landlords, counted live (L.441-1), and the proposals it takes to satisfy a
 * demand. A landlord sees its own; who has the names of a territory sees its landlords one by one;
 * everybody else sees totals, those of few leases masked (R.441-2-6).
 */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class Commitments {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /**
   * The counters of a year.
   *
   * @param year civil year; null: this one
   * @param landlordId only this landlord's; null: all the caller may see
   * @param epci only in this EPCI, by SIREN; null: all
   * @throws RefusedInput when the year is none that is kept
   * @throws NotInScope when the landlord's are not the caller's to see
   */
  public CommitmentView view(Integer year, Long landlordId, String epci) {
    return counts().view(year, landlordId, epci);
  }

  /**
   * The landlords with leases in that year whose counters the caller may see; none: only totals.
   */
  public List<CommitmentView.Choice> landlords(Integer year) {
    return counts().landlords(year);
  }

  /** The EPCI with leases in that year in the caller's territory. */
  public List<CommitmentView.Choice> territories(Integer year) {
    return counts().territories(year);
  }

  /**
   * Proposals per satisfied demand.
   *
   * @see #view
   */
  public CommitmentView.Efforts efforts(Integer year, Long landlordId, String epci) {
    return counts().efforts(year, landlordId, epci);
  }

  private CommitmentCounts counts() {
    return new CommitmentCounts(jdbi, references.current(), LocalDate.now(clock), agent.scope());
  }

  /**
   * What the decisions taken so far in a session of the caller's make of its commitments this year:
   * one lease per dwelling, of the first in rank.
   *
   * @throws NotInScope when the session is not the caller's
   */
  @RolesAllowed(Right.DECIDE)
  public List<Forecast> preview(long sessionId) {
    return forecast(sessionId, null);
  }

  /**
   * The same with one decision more.
   *
   * @param candidateId a candidate of a session of the caller's
   * @param decision the decision in question; null: none
   * @param rank its rank; null: the first
   * @throws NotInScope when the candidate is not the caller's
   */
  @RolesAllowed(Right.DECIDE)
  public List<Forecast> previewOf(long candidateId, Decision decision, Integer rank) {
    long session =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select i.session_id from item_candidate c join commission_item i on i.id ="
                            + " c.item_id where c.id = :candidate")
                    .bind("candidate", candidateId)
                    .mapTo(Long.class)
                    .findOne()
                    .orElseThrow(() -> new NotInScope("candidate " + candidateId)));
    return forecast(
        session,
        decision == null
            ? null
            : new Forecast.Question(
                candidateId, decision.status().isAllocation(), rank == null ? 1 : rank));
  }

  private List<Forecast> forecast(long sessionId, Forecast.Question question) {
    LocalDate held =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select s.held_at::date from commission_session s join commission c on c.id"
                            + " = s.commission_id where s.id = :session and c.landlord_id = :me")
                    .bind("session", sessionId)
                    .bind("me", agent.profile().partnerId())
                    .mapTo(LocalDate.class)
                    .findOne()
                    .orElseThrow(() -> new NotInScope("session " + sessionId)));
    Territory mine =
        new Territory(
            held.getYear(), agent.profile().partnerId(), agent.scope().departements(), null, null);
    CommitmentReader reader = new CommitmentReader(jdbi);
    Tally before = reader.tally(mine);
    Map<String, Integer> targets = reader.targets(mine);
    List<CommitmentReader.Candidate> candidates = reader.candidates(sessionId);
    Function<String, Integer> percent = counts().percent(held.getYear());
    List<Counter> now = before.counters(percent, targets);
    List<Counter> decided =
        before.with(Forecast.leases(candidates, null)).counters(percent, targets);
    List<Counter> with =
        question == null
            ? null
            : before.with(Forecast.leases(candidates, question)).counters(percent, targets);
    return IntStream.range(0, now.size())
        .mapToObj(i -> new Forecast(now.get(i), decided.get(i), with == null ? null : with.get(i)))
        .toList();
  }
}
