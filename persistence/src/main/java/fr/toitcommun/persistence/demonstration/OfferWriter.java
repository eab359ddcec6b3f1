package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.DesignationState;
import fr.toitcommun.persistence.allocation.FrenchCalendar;
import fr.toitcommun.persistence.allocation.NotificationChannel;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.ReleaseReason;
import fr.toitcommun.persistence.allocation.ReplyDeadline;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.demonstration.Offer.Candidacy;
import fr.toitcommun.persistence.registration.DemandEventKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Writes proposals, what commissions made of them, leases, and all of it in the demands' histories.
 */
final class OfferWriter {
  private static final int REPLY_DAYS = 10;
  private static final int POST_DAYS = 4;
  private static final NotificationChannel[] CHANNELS = {
    NotificationChannel.EMAIL,
    NotificationChannel.POST,
    NotificationChannel.EMAIL,
    NotificationChannel.HAND,
    NotificationChannel.EMAIL
  };

  private final Demonstration.Settings settings;
  private final Register register;
  private final Events events;
  private final Sessions sessions;
  private final CopyTable proposals;
  private final CopyTable items;
  private final CopyTable candidates;
  private final CopyTable leases;
  private long lastProposal;
  private long lastItem;
  private long lastCandidate;
  private long lastLease;

  OfferWriter(
      Connection connection,
      Demonstration.Settings settings,
      Register register,
      Events events,
      Sessions sessions)
      throws SQLException {
    this.settings = settings;
    this.register = register;
    this.events = events;
    this.sessions = sessions;
    proposals =
        new CopyTable(
            connection,
            "proposal",
            "id,version,vacancy_id,demand_id,status,made_on,made_by,reply_deadline,accepted_on,"
                + "closed_on,refusal_motive,refusal_detail,place,channel,notified_on,release_reason,"
                + "designated_by,designated_rank");
    items =
        new CopyTable(
            connection,
            "commission_item",
            "id,session_id,position,vacancy_id,exception,exception_detail");
    candidates =
        new CopyTable(
            connection,
            "item_candidate",
            "id,version,item_id,position,proposal_id,decision,rank,condition_text,"
                + "condition_deadline,condition_met_on,motive,motive_detail");
    leases =
        new CopyTable(
            connection,
            "lease",
            "id,vacancy_id,demand_id,proposal_id,signed_on,landlord_siren,was_tenant_of_landlord,"
                + "stock_register_id,collective_agreement,dalo_status,quota,priority_district,rent,"
                + "departement_code,initial_deposit_date");
  }

  void write(List<Offer> offers, Demonstration.Progress progress) throws SQLException {
    for (int i = 0; i < offers.size(); i++) {
      if (i % 2_000 == 0) {
        progress.report("proposals", i, offers.size());
      }
      write(offers.get(i), new Dice(settings.seed(), "acts", offers.get(i).flat.id));
    }
    for (CopyTable table : List.of(proposals, items, candidates, leases)) {
      table.flush();
    }
    progress.report("proposals", offers.size(), offers.size());
  }

  private void write(Offer offer, Dice dice) throws SQLException {
    long item = 0;
    if (offer.held != null && offer.examined() > 0) {
      item = ++lastItem;
      Sessions.Session session = sessions.of(offer);
      boolean few = "TOO_FEW_CANDIDATES".equals(offer.exception);
      items.add(item).add(session.id()).add(session.next()).add(offer.flat.id);
      items.add(offer.exception);
      items.add(few ? "Aucune autre demande ne correspond au logement" : null).end();
    }
    int position = 0;
    int place = 0;
    for (Candidacy candidacy : offer.candidacies) {
      long agent = offer.flat.landlord.agentIn(offer.flat.town.departement(), dice);
      long proposal = proposal(offer, candidacy, agent, ++place);
      if (candidacy.examined()) {
        candidate(item, ++position, proposal, candidacy);
      }
      history(offer, candidacy, agent, dice);
      if (candidacy.status == ProposalStatus.HOUSED) {
        lease(offer, proposal);
      }
    }
  }

  private long proposal(Offer offer, Candidacy candidacy, long agent, int place)
      throws SQLException {
    boolean renewed = candidacy.decision != null && candidacy.decision.status().isAllocation();
    LocalDate from = renewed ? offer.held : candidacy.made;
    int version = 1 + (candidacy.examined() ? 1 : 0) + (candidacy.decision == null ? 0 : 1);
    proposals.add(++lastProposal).add(version).add(offer.flat.id).add(candidacy.life.id);
    proposals.add(candidacy.status.name()).add(candidacy.made).add(agent);
    NotificationChannel channel = CHANNELS[(int) (lastProposal % CHANNELS.length)];
    LocalDate told = told(channel, candidacy, from);
    proposals.add(told == null ? null : ReplyDeadline.after(told, REPLY_DAYS));
    proposals.add(candidacy.accepted).add(candidacy.closed).add(candidacy.refusalMotive).nothing();
    proposals.add(place).add(channel.name()).add(told).add(released(offer, candidacy));
    Reservations.Offered offered = offer.flat.offered;
    boolean designated = offered != null && offered.designation() == DesignationState.DESIGNATED;
    proposals.add(designated ? (Long) offered.holder().id : null);
    proposals.add(designated ? (Integer) (offer.candidacies.indexOf(candidacy) + 1) : null).end();
    return lastProposal;
  }

  /** A registered letter of these last days has not been presented yet: no delay runs. */
  private LocalDate told(NotificationChannel channel, Candidacy candidacy, LocalDate from) {
    boolean onTheWay =
        channel == NotificationChannel.POST
            && candidacy.status == ProposalStatus.OPEN
            && candidacy.accepted == null
            && from.isAfter(settings.today().minusDays(POST_DAYS));
    return onTheWay ? null : from;
  }

  private static String released(Offer offer, Candidacy candidacy) {
    if (candidacy.status != ProposalStatus.RELEASED) {
      return null;
    }
    boolean let = offer.tenant != null && offer.tenant != candidacy.life;
    return (let ? ReleaseReason.DWELLING_LET : ReleaseReason.HOUSED_ELSEWHERE).name();
  }

  private void candidate(long item, int position, long proposal, Candidacy candidacy)
      throws SQLException {
    boolean conditional = candidacy.decision == Decision.CONDITIONAL_ALLOCATION;
    candidates.add(++lastCandidate).add(candidacy.decision == null ? 1 : 2).add(item);
    candidates.add(position).add(proposal);
    candidates.add(candidacy.decision == null ? null : candidacy.decision.name());
    candidates.add(candidacy.rank);
    candidates.add(conditional ? "Avis d'imposition à fournir" : null);
    candidates.add(candidacy.conditionDeadline).add(candidacy.conditionMet);
    candidates.add(candidacy.motive).nothing().end();
  }

  private void lease(Offer offer, long proposal) throws SQLException {
    Life life = offer.tenant;
    Flat flat = offer.flat;
    boolean own = flat.landlord.name.equals(register.landlord(life));
    leases.add(++lastLease).add(flat.id).add(life.id).add(proposal).add(offer.signed);
    leases.add(flat.landlord.siren).add(life.transfer && own).add(flat.stockRegisterId());
    leases.add(life.agreement).add(life.dalo).add(flat.quota).add(flat.priorityDistrict);
    leases.add(flat.rent()).add(life.departement).add(life.deposit).end();
  }

  private void history(Offer offer, Candidacy candidacy, long agent, Dice dice)
      throws SQLException {
    String label = offer.flat.label();
    event(offer, candidacy, DemandEventKind.PROPOSED, candidacy.made, agent, label, dice);
    boolean before = candidacy.accepted != null && candidacy.decision == null;
    if (before) {
      event(
          offer,
          candidacy,
          DemandEventKind.PROPOSAL_ACCEPTED,
          candidacy.accepted,
          agent,
          label,
          dice);
    }
    if (candidacy.examined()) {
      onAgenda(offer, candidacy, agent, dice);
    }
    if (candidacy.decision != null) {
      String decision = candidacy.decision.name();
      event(offer, candidacy, DemandEventKind.DECIDED, offer.held, agent, decision, dice);
    }
    if (candidacy.accepted != null && !before) {
      event(
          offer,
          candidacy,
          DemandEventKind.PROPOSAL_ACCEPTED,
          candidacy.accepted,
          agent,
          label,
          dice);
    }
    DemandEventKind end =
        switch (candidacy.status) {
          case REFUSED -> DemandEventKind.PROPOSAL_REFUSED;
          case LAPSED -> DemandEventKind.PROPOSAL_LAPSED;
          case RELEASED -> DemandEventKind.PROPOSAL_RELEASED;
          case HOUSED -> DemandEventKind.HOUSED;
          default -> null;
        };
    if (end != null) {
      String detail = candidacy.refusalMotive == null ? label : candidacy.refusalMotive;
      event(offer, candidacy, end, candidacy.closed, agent, detail, dice);
    }
  }

  /** The next working day, or the same evening when that is too late. */
  private void onAgenda(Offer offer, Candidacy candidacy, long agent, Dice dice)
      throws SQLException {
    LocalDate next = FrenchCalendar.workingDayFrom(candidacy.made.plusDays(1));
    boolean inTime = next.isBefore(settings.today()) && !next.isAfter(offer.held);
    LocalDateTime at =
        inTime
            ? Events.during(next, dice)
            : candidacy.made.atTime(18, dice.between(0, 59), dice.between(0, 59));
    events.add(
        candidacy.life,
        DemandEventKind.ON_AGENDA,
        at,
        at.toLocalDate(),
        agent,
        offer.flat.landlord.id,
        offer.flat.label());
  }

  private void event(
      Offer offer,
      Candidacy candidacy,
      DemandEventKind kind,
      LocalDate on,
      long agent,
      String detail,
      Dice dice)
      throws SQLException {
    LocalDateTime at = Events.during(on, dice);
    events.add(candidacy.life, kind, at, on, agent, offer.flat.landlord.id, detail);
  }

  long lastProposal() {
    return lastProposal;
  }

  long lastItem() {
    return lastItem;
  }

  long lastCandidate() {
    return lastCandidate;
  }

  long lastLease() {
    return lastLease;
  }
}
