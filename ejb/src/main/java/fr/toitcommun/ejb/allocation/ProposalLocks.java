package fr.toitcommun.ejb.allocation;

import fr.toitcommun.persistence.allocation.Proposal;
import fr.toitcommun.persistence.allocation.ProposalStatus;
import fr.toitcommun.persistence.allocation.Vacancy;
import fr.toitcommun.persistence.registration.Demand;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;

/**
 * The one order in which acts on proposals take their locks, so that two never wait for each other:
 * a session, then vacancies, then demands, then letters, each kind by identity. A proposal is
 * changed only under the lock of its demand; what concerns the others of a dwelling, under the lock
 * of its vacancy too.
 */
@Dependent
public class ProposalLocks {
  /** What engages dwelling and applicant. */
  static final Set<ProposalStatus> OPEN =
      EnumSet.of(
          ProposalStatus.OPEN,
          ProposalStatus.ON_AGENDA,
          ProposalStatus.ALLOCATED,
          ProposalStatus.RANKED,
          ProposalStatus.CONDITIONAL);

  /** What waits for a lease, in rank. */
  static final Set<ProposalStatus> ALLOCATED =
      EnumSet.of(ProposalStatus.ALLOCATED, ProposalStatus.RANKED, ProposalStatus.CONDITIONAL);

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;

  /** Locks vacancies. */
  public void vacancies(Collection<Long> ids) {
    for (long id : new TreeSet<>(ids)) {
      entities.find(Vacancy.class, id, LockModeType.PESSIMISTIC_WRITE);
    }
  }

  /** Locks demands. */
  public void demands(Collection<Long> ids) {
    if (!ids.isEmpty()) {
      entities
          .createQuery("select d from Demand d where d.id in :ids order by d.id", Demand.class)
          .setParameter("ids", new TreeSet<>(ids))
          .setLockMode(LockModeType.PESSIMISTIC_WRITE)
          .getResultList();
    }
  }

  /** Locks the demands of these proposals, and reads the proposals anew. */
  public void demandsOf(Collection<Proposal> proposals) {
    demands(proposals.stream().map(proposal -> proposal.demand().id()).toList());
    refresh(proposals.stream().map(Proposal::id).toList());
  }

  /** The proposals of these identities, their demands locked. */
  List<Proposal> withDemands(Collection<Long> ids) {
    demands(refresh(ids).stream().map(proposal -> proposal.demand().id()).toList());
    return refresh(ids);
  }

  /** Reads proposals anew with their demands, in one query. */
  private List<Proposal> refresh(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "select p from Proposal p join fetch p.demand where p.id in :ids order by p.id",
                Proposal.class)
            .setParameter("ids", ids)
            .setHint("eclipselink.refresh", "true")
            .getResultList();
  }

  /** The demands that have a proposal of this vacancy in such a state. */
  Set<Long> demandsWith(long vacancyId, Set<ProposalStatus> states) {
    return new TreeSet<>(
        entities
            .createQuery(
                "select p.demand.id from Proposal p where p.vacancy.id = :vacancy and p.status in"
                    + " :states",
                Long.class)
            .setParameter("vacancy", vacancyId)
            .setParameter("states", states)
            .getResultList());
  }

  /**
   * Locks a vacancy and the demands allocated to it unless somebody else is at one of them: for
   * those who hold a demand already and must not wait.
   *
   * @return whether all are locked now
   */
  boolean tryVacancy(long vacancyId) {
    boolean locked =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id from vacancy where id = :vacancy for update skip locked")
                    .bind("vacancy", vacancyId)
                    .mapTo(Long.class)
                    .findOne()
                    .isPresent());
    if (!locked) {
      return false;
    }
    Set<Long> wanted = demandsWith(vacancyId, ALLOCATED);
    List<Long> got =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id from demand where id = any(:ids) order by id for update skip"
                            + " locked")
                    .bindArray("ids", Long.class, wanted.toArray())
                    .mapTo(Long.class)
                    .list());
    return got.size() == wanted.size();
  }
}
