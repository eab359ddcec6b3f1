package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.NotificationChannel;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalFilter;
import fr.toitcommun.persistence.allocation.ProposalNotices;
import fr.toitcommun.persistence.allocation.ProposalPage;
import fr.toitcommun.persistence.allocation.ProposalReader;
import fr.toitcommun.persistence.allocation.ProposalRow;
import fr.toitcommun.persistence.allocation.ReplyDeadline;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/** Proposing the caller's own vacant dwellings, and the applicants' answers (R.441-10). */
@Stateless
@Gated
@RolesAllowed(Right.PROPOSE)
public class Proposals {
  private static final int MOST_AT_ONCE = 20;
  private static final int MOST_NOTICES = 20;
  private static final Duration NOTICES = Duration.ofDays(30);

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private Stock stock;
  @Inject private NewCandidates candidates;
  @Inject private Passage passage;
  @Inject private OfferedByLetter offers;
  @Inject private Clock clock;

  /**
   * Proposes a vacancy to applicants who are told on the day itself, all or none.
   *
   * @see #propose(long, List, NotificationChannel)
   */
  @Act
  public List<Long> propose(long vacancyId, List<String> uniqueNumbers) {
    return propose(vacancyId, uniqueNumbers, NotificationChannel.HAND);
  }

  /**
   * Proposes a vacancy to applicants, all or none. Another landlord may be proposing to the same
   * applicant: both see it, neither is prevented. They come after those it is proposed to already,
   * in the order given.
   *
   * @param uniqueNumbers 1 to 20 demands
   * @param channel how they are told: the delay of a registered letter begins when its presentation
   *     is recorded (R.441-10)
   * @return the proposals, in the order of the numbers sorted
   * @throws RefusedInput when the dwelling is let or a holder may still designate (R.441-5), or
   *     naming each number that is not active or has this proposal already
   */
  @Act
  public List<Long> propose(
      long vacancyId, List<String> uniqueNumbers, NotificationChannel channel) {
    Vacancy vacancy = stock.lockVacancy(vacancyId);
    vacancy.requireOpen();
    vacancy.requireNotAwaited(demands.today());
    if (uniqueNumbers.isEmpty() || uniqueNumbers.size() > MOST_AT_ONCE) {
      throw RefusedInput.at("uniqueNumbers", "OUT_OF_RANGE", 1, MOST_AT_ONCE);
    }
    LocalDate today = demands.today();
    int replyDays = references.current().value("OFFER_REPLY_DAYS", today);
    List<String> inOrder = uniqueNumbers.stream().distinct().toList();
    int last = candidates.lastPlace(vacancyId);
    List<Proposal> proposals = new ArrayList<>();
    candidates
        .lock(vacancy, new TreeSet<>(inOrder))
        .forEach(
            (number, demand) -> {
              Proposal proposal =
                  new Proposal(
                      vacancy,
                      demand,
                      today,
                      replyDays,
                      agent.profile().id(),
                      channel,
                      last + 1 + inOrder.indexOf(number));
              entities.persist(proposal);
              proposals.add(proposal);
              demands.note(demand, DemandEventKind.PROPOSED, today, agent.profile().partnerName());
            });
    entities.flush();
    offers.ask(proposals, today);
    return proposals.stream().map(Proposal::id).toList();
  }

  /**
   * Moves a candidate of a dwelling up (negative) or down among those under way: the order in which
   * they go before the commission. Ranks are counted from it, so they never have holes.
   *
   * @param by how many ranks
   */
  @Act
  public void move(long proposalId, int by) {
    Proposal proposal = stock.lockProposal(proposalId);
    if (!proposal.status().isOpen()) {
      throw RefusedInput.because("PROPOSAL_CLOSED");
    }
    long vacancy = proposal.vacancy().id();
    jdbi.useHandle(
        handle -> {
          List<Long> order =
              new ArrayList<>(
                  handle
                      .createQuery(
                          "select id from proposal where vacancy_id = :vacancy and status in"
                              + " ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL') order"
                              + " by place, id")
                      .bind("vacancy", vacancy)
                      .mapTo(Long.class)
                      .list());
          int from = order.indexOf(proposalId);
          int to = Math.max(0, Math.min(order.size() - 1, from + by));
          order.add(to, order.remove(from));
          // By statement, without the version: whoever answers meanwhile changes something else.
          handle
              .createUpdate(
                  "update proposal r set place = o.place from unnest(:order) with ordinality as"
                      + " o (id, place) where r.id = o.id and r.place <> o.place")
              .bindArray("order", Long.class, order.toArray())
              .execute();
        });
  }

  /**
   * Records how and when the applicant was told: the delay to answer counts from then (R.441-10); a
   * registered letter, from its first presentation (CE 2021).
   *
   * @param on the day; null: today
   */
  @Act
  public void recordNotification(long proposalId, NotificationChannel channel, LocalDate on) {
    if (channel == null) {
      throw RefusedInput.at("channel", "REQUIRED");
    }
    Proposal proposal = stock.lockProposal(proposalId);
    LocalDate today = demands.today();
    LocalDate day = Objects.requireNonNullElse(on, today);
    // Of a day that is none the reference data know no delay.
    proposal.requireNotificationOn(day, today);
    proposal.recordNotification(
        channel, day, today, references.current().value("OFFER_REPLY_DAYS", day));
    demands.note(proposal.demand(), DemandEventKind.PROPOSAL_NOTIFIED, day, null);
    entities.flush();
  }

  /**
   * What others, or the night, made of the caller's proposals in the last thirty days: freed
   * because the applicant is housed elsewhere, lapsed, called. Another landlord's dwelling is not
   * in it.
   */
  public ProposalNotices.Page notices() {
    return new ProposalNotices(jdbi)
        .latest(
            agent.profile().partnerId(),
            agent.profile().id(),
            agent.scope().departements(),
            clock.instant().minus(NOTICES),
            MOST_NOTICES);
  }

  /**
   * The caller has seen the notices until this one.
   *
   * @param noticeId identity of the latest seen
   */
  @Act
  public void markSeen(long noticeId) {
    new ProposalNotices(jdbi).seen(agent.profile().id(), noticeId);
  }

  /** The caller's proposals, nearest deadline first. */
  public ProposalPage list(ProposalFilter filter, int offset, int limit) {
    return new ProposalReader(jdbi)
        .ofLandlord(
            agent.profile().partnerId(),
            filter,
            demands.today(),
            PageBounds.offset(offset),
            PageBounds.rows(limit));
  }

  /**
   * One proposal of the caller's stock.
   *
   * @throws NotInScope when it is not theirs
   */
  public ProposalRow open(long proposalId) {
    ProposalRow row =
        new ProposalReader(jdbi)
            .find(agent.profile().partnerId(), proposalId, demands.today())
            .orElseThrow(() -> new NotInScope("proposal " + proposalId));
    agent.concerns(row.uniqueNumber());
    return row;
  }

  /** Until when someone may answer to whom a dwelling is proposed today (R.441-10). */
  public LocalDate replyDeadline() {
    LocalDate today = demands.today();
    return ReplyDeadline.after(today, references.current().value("OFFER_REPLY_DAYS", today));
  }

  /** The proposals of one vacancy of the caller's. */
  public ProposalPage ofVacancy(long vacancyId) {
    return new ProposalReader(jdbi)
        .ofVacancy(agent.profile().partnerId(), vacancyId, demands.today());
  }

  /**
   * The applicant accepts, by the deadline.
   *
   * @param on day of the answer; null: today
   */
  @Act
  public void accept(long proposalId, LocalDate on) {
    Proposal proposal = stock.lockProposal(proposalId);
    LocalDate day = Objects.requireNonNullElse(on, demands.today());
    proposal.accept(day, demands.today());
    demands.note(proposal.demand(), DemandEventKind.PROPOSAL_ACCEPTED, day, null);
    entities.flush();
  }

  /**
   * The applicant refuses, with a motive of the list REFUSAL_MOTIVE.
   *
   * @param on day of the answer; null: today
   */
  @Act
  public void refuse(long proposalId, String motive, String detail, LocalDate on) {
    Proposal proposal = stock.lockProposal(proposalId);
    LocalDate day = Objects.requireNonNullElse(on, demands.today());
    if (motive != null && !references.current().isValid("REFUSAL_MOTIVE", motive, day)) {
      throw RefusedInput.at("motive", "UNKNOWN_CODE", motive);
    }
    if (detail != null && detail.length() > 1000) {
      throw RefusedInput.at("detail", "TOO_LONG", 1000);
    }
    if (!PlainText.allows(detail)) {
      throw RefusedInput.at("detail", "ILLEGAL_CHARACTERS");
    }
    proposal.refuse(motive, detail, day, demands.today());
    demands.note(proposal.demand(), DemandEventKind.PROPOSAL_REFUSED, day, motive);
    passTo(proposal);
    // A grid may count refusals.
    demands.rankAnew(proposal.demand());
  }

  /** No answer by the deadline: counts as refusal (R.441-10). */
  @Act
  public void lapse(long proposalId) {
    Proposal proposal = stock.lockProposal(proposalId);
    proposal.lapse(demands.today());
    demands.note(proposal.demand(), DemandEventKind.PROPOSAL_LAPSED, demands.today(), null);
    passTo(proposal);
    demands.rankAnew(proposal.demand());
  }

  /**
   * The landlord takes the proposal back.
   *
   * @throws RefusedInput when a commission has allocated the dwelling (L.441-2)
   */
  @Act
  public void withdraw(long proposalId) {
    Proposal proposal = stock.lockProposal(proposalId);
    proposal.withdraw(demands.today());
    demands.note(proposal.demand(), DemandEventKind.PROPOSAL_WITHDRAWN, demands.today(), null);
    passTo(proposal);
  }

  /** Whoever comes next in rank is called. */
  private void passTo(Proposal ended) {
    entities.flush();
    passage.callNext(ended.vacancy().id(), demands.today());
    entities.flush();
  }
}
