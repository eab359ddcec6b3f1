package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.Lease;
import fr.toitcommun.persistence.allocation.LeasePage;
import fr.toitcommun.persistence.allocation.LeaseReader;
import fr.toitcommun.persistence.allocation.LeaseRow;
import fr.toitcommun.persistence.allocation.LeaseUndoing;
import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalNotice;
import fr.toitcommun.persistence.allocation.ProposalNotices;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.ReleasedByLease;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.UniqueNumber;
import fr.toitcommun.persistence.registration.priority.LabelRows;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The file's manager puts back what a lease signed by mistake had ended (R.441-2-5): the demand is
 * in the file again with number, seniority and validity, the dwelling to let, the proposals as they
 * stood where that is still possible. The lease is kept as cancelled and counts nowhere.
 */
@Stateless
@Gated
@RolesAllowed(Right.ADMINISTER)
public class LeaseCancellations {
  private static final int MOST_WORDS = 500;

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private ProposalLocks locks;

  /**
   * Leases, latest first.
   *
   * @param number only of the demand of this unique number; null or blank: of any
   * @param cancelledOnly leaves out those that stand
   */
  public LeasePage list(String number, boolean cancelledOnly, int offset, int limit) {
    boolean any = number == null || number.isBlank();
    if (!any && !UniqueNumber.isOne(number)) {
      return new LeasePage(List.of(), 0);
    }
    String of = any ? null : UniqueNumber.read(number).value();
    return new LeaseReader(jdbi)
        .latest(
            agent.scope().departements(),
            of,
            cancelledOnly,
            PageBounds.offset(offset),
            PageBounds.rows(limit));
  }

  /**
   * What the cancellation of a lease would do; nothing is stored.
   *
   * @throws NotInScope when there is no such lease
   */
  public LeaseUndoing open(long leaseId) {
    LeaseReader reader = new LeaseReader(jdbi);
    LeaseRow lease = find(reader, leaseId);
    return new LeaseUndoing(
        lease,
        hindrance(reader, lease).orElse(null),
        reader.releasedBy(leaseId),
        letter(demandOf(leaseId), lease.signedOn()));
  }

  private static LeaseRow find(LeaseReader reader, long leaseId) {
    return reader.find(leaseId).orElseThrow(() -> new NotInScope("lease " + leaseId));
  }

  private static Optional<String> hindrance(LeaseReader reader, LeaseRow lease) {
    if (!lease.standing()) {
      return Optional.of("LEASE_CANCELLED");
    }
    if (lease.erased()) {
      return Optional.of("LEASE_ERASED");
    }
    return reader.declaredVacantSince(lease.vacancyId())
        ? Optional.of("DWELLING_VACANT_SINCE")
        : Optional.empty();
  }

  /**
   * Cancels the signature of a lease.
   *
   * @param words why it was a mistake
   * @return what was put back, and what could not be
   * @throws RefusedInput when nothing says why, it is cancelled already, its demand erased, or the
   *     dwelling vacant again since
   * @throws NotInScope when there is no such lease
   */
  @Act
  public LeaseUndoing cancel(long leaseId, String words) {
    check(words);
    LeaseReader reader = new LeaseReader(jdbi);
    LeaseRow shown = find(reader, leaseId);
    Lease lease = entities.find(Lease.class, leaseId);
    List<ReleasedByLease> before = reader.releasedBy(leaseId);
    lock(lease, before);
    entities.refresh(lease);
    Demand demand = entities.find(Demand.class, lease.demandId());
    entities.refresh(demand);
    // Another may have been at it while the locks were awaited.
    LeaseRow now = find(reader, leaseId);
    hindrance(reader, now)
        .ifPresent(
            code -> {
              throw RefusedInput.because(code);
            });
    List<ReleasedByLease> released = reader.releasedBy(leaseId);
    lease.cancel(words, agent.profile().id(), clock.instant());
    demand.takeBackLease();
    entities.find(Vacancy.class, lease.vacancyId()).takeBackLease();
    LocalDate today = demands.today();
    takeBack(lease, today);
    demands.note(demand, DemandEventKind.LEASE_CANCELLED, today, agent.profile().partnerName());
    entities.flush();
    released.stream()
        .filter(one -> one.hindrance() == null)
        .forEach(one -> restore(one, lease, today));
    jdbi.useHandle(handle -> LabelRows.notRehoused(handle, demand.id(), lease.signedOn()));
    demands.keep(demand);
    LeaseUndoing.Letter letter = letter(demand.id(), lease.signedOn());
    annulLetter(demand.id(), lease.signedOn());
    return new LeaseUndoing(shown, null, released, letter);
  }

  private static void check(String words) {
    if (words == null || words.isBlank()) {
      throw RefusedInput.at("words", "REQUIRED");
    }
    if (words.length() > MOST_WORDS) {
      throw RefusedInput.at("words", "TOO_LONG", MOST_WORDS);
    }
    if (!PlainText.allows(words)) {
      throw RefusedInput.at("words", "ILLEGAL_CHARACTERS");
    }
  }

  private void lock(Lease lease, List<ReleasedByLease> released) {
    List<Long> vacancies = new ArrayList<>(List.of(lease.vacancyId()));
    List<Long> concerned = new ArrayList<>(List.of(lease.demandId()));
    for (ReleasedByLease one : released) {
      vacancies.add(one.vacancyId());
      concerned.add(one.demandId());
    }
    locks.vacancies(vacancies);
    locks.demands(concerned);
  }

  private void takeBack(Lease lease, LocalDate today) {
    Proposal proposal = entities.find(Proposal.class, lease.proposalId());
    entities.refresh(proposal);
    ProposalStatus before =
        Objects.requireNonNullElse(lease.proposalStatusBefore(), ProposalStatus.ALLOCATED);
    proposal.takeBackLease(before, lease.acceptedBefore(), today);
  }

  private void restore(ReleasedByLease one, Lease lease, LocalDate today) {
    Proposal proposal = entities.find(Proposal.class, one.proposalId());
    entities.refresh(proposal);
    int lost = proposal.takeBackRelease(one.statusThen(), today);
    if (one.statusThen() == ProposalStatus.CONDITIONAL) {
      LastDecision.on(entities, proposal).ifPresent(decided -> decided.makeUpFor(lost));
    }
    demands.note(proposal.demand(), DemandEventKind.PROPOSAL_RESTORED, today, null);
    entities.flush();
    if (one.vacancyId() != lease.vacancyId()) {
      new ProposalNotices(jdbi)
          .tell(one.landlordId(), one.proposalId(), ProposalNotice.Kind.RESTORED, clock.instant());
    }
  }

  private long demandOf(long leaseId) {
    return entities.find(Lease.class, leaseId).demandId();
  }

  private LeaseUndoing.Letter letter(long demandId, LocalDate about) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select made_on is not null from letter where demand_id = :demand and kind"
                            + " = 'CANCELLED' and about = :about")
                    .bind("demand", demandId)
                    .bind("about", about)
                    .mapTo(Boolean.class)
                    .findOne())
        .map(made -> made ? LeaseUndoing.Letter.MADE : LeaseUndoing.Letter.ANNULLED)
        .orElse(LeaseUndoing.Letter.NONE);
  }

  /**
   * A letter that was asked for and not made yet has never been: the next lease asks for its own.
   */
  private void annulLetter(long demandId, LocalDate about) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "delete from letter where demand_id = :demand and kind = 'CANCELLED' and about"
                        + " = :about and made_on is null")
                .bind("demand", demandId)
                .bind("about", about)
                .execute());
  }
}
