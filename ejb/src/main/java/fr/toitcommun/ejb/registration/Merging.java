package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.Standing;
import fr.toitcommun.persistence.registration.duplicate.DemandMerge;
import fr.toitcommun.persistence.registration.duplicate.DemandMerges;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSetReader;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSetRow;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSets;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/**
 * Merging two demands of one person into one, which is the file manager's alone, and undoing it
 * within the delay of {@code MERGE_UNDO_DAYS}. Nothing is deleted: the merged demand keeps all it
 * holds and its number leads to the other.
 */
@Stateless
@Gated
@RolesAllowed(Right.ADMINISTER)
public class Merging {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private WholeFiles files;
  @Inject private Event<DemandLeft> left;

  /**
   * Merges two demands of an open set. The survivor gets the older seniority and the later period,
   * which a new certificate tells the applicant; proposals made to the other are released.
   *
   * @throws NotInScope when there is no such open set
   * @throws ChangedMeanwhile when one of them changed since they were compared
   * @throws RefusedInput when they may not be merged: a commission has one of the proposals made to
   *     the demand that is to go, or they are not two demands of the set
   */
  @Act
  public void merge(MergeOrder order) {
    Duplicates.checkWord(order.word());
    DuplicateSetRow row = set(order.set());
    long survivorId = Duplicates.member(row, order.survivor()).demandId();
    long mergedId = Duplicates.member(row, order.merged()).demandId();
    if (survivorId == mergedId) {
      throw RefusedInput.because("MERGE_TWO_NEEDED");
    }
    Map<Long, Demand> locked = lock(survivorId, mergedId);
    Demand survivor = asRead(locked.get(survivorId), order.survivorVersion());
    Demand merged = asRead(locked.get(mergedId), order.mergedVersion());
    jdbi.useHandle(handle -> DuplicateSets.lock(handle, order.set()));
    row = set(order.set());
    if (new DemandMerges(jdbi).inCommission(mergedId)) {
      throw RefusedInput.because("MERGE_IN_COMMISSION", order.merged());
    }
    Standing before = survivor.standing();
    merged.mergeInto(survivor, demands.today());
    left.fire(new DemandLeft(merged, demands.today()));
    DuplicateSets.Closing closing =
        new DuplicateSets.Closing(agent.profile().id(), clock.instant(), order.word());
    noteBoth(survivor, merged, DemandEventKind.MERGED);
    new DemandMerges(jdbi).keep(survivor, before, merged, order.set(), closing);
    List<Long> others =
        row.members().stream()
            .map(DuplicateSetRow.Member::demandId)
            .filter(id -> id != mergedId)
            .toList();
    jdbi.useHandle(handle -> DuplicateSets.merged(handle, order.set(), mergedId, others, closing));
    demands.askCertificate(survivor);
  }

  /**
   * Undoes a merging: both demands are again as they were, but for what was changed in the survivor
   * since; proposals that were released stay so.
   *
   * @param survivorVersion the version of the survivor that was read
   * @throws NotInScope when no such merging stands
   * @throws ChangedMeanwhile when the survivor changed since it was read
   * @throws RefusedInput when the delay has passed, the survivor has left the file, or a later
   *     merging into it must be undone first
   */
  @Act
  public void undo(long mergeId, int survivorVersion) {
    DemandMerges merges = new DemandMerges(jdbi);
    DemandMerge found = merge(merges, mergeId);
    Map<Long, Demand> locked = lock(found.survivorId(), found.mergedId());
    // Whoever held the demands may have undone it.
    DemandMerge merge = merge(merges, mergeId);
    Demand survivor = asRead(locked.get(merge.survivorId()), survivorVersion);
    Demand merged = locked.get(merge.mergedId());
    LocalDate until = undoableUntil(merge);
    if (demands.today().isAfter(until)) {
      throw RefusedInput.because("MERGE_UNDO_TOO_LATE", until);
    }
    DemandMerge latest = merges.into(merge.survivorId()).get(0);
    if (latest.id() != mergeId) {
      throw RefusedInput.because("MERGE_LATER_FIRST", latest.mergedNumber());
    }
    merged.comeBackFrom(survivor, merge.survivorBefore(), merge.renewalThen());
    noteBoth(survivor, merged, DemandEventKind.UNMERGED);
    merges.undone(mergeId, agent.profile().id(), clock.instant());
    demands.askCertificate(survivor);
    demands.askCertificate(merged);
    if (merge.set() != null) {
      jdbi.useHandle(handle -> DuplicateSets.reopen(handle, merge.set(), merged.id()));
    }
  }

  /**
   * The numbers that lead to a demand because they were merged into it, latest first.
   *
   * @throws NotInScope when there is no such demand for this caller
   */
  @RolesAllowed(Right.CONSULT)
  public List<MergedNumber> into(String uniqueNumber) {
    List<DemandMerge> merges = new DemandMerges(jdbi).into(demands.read(uniqueNumber).id());
    return merges.stream()
        .map(
            merge ->
                new MergedNumber(
                    merge.id(),
                    merge.mergedNumber(),
                    merge.mergedAt(),
                    LocalDate.ofInstant(merge.mergedAt(), clock.getZone()).minusDays(1),
                    merge.agent(),
                    merge.word(),
                    undoableUntil(merge),
                    merge.equals(merges.get(0)) && !demands.today().isAfter(undoableUntil(merge))))
        .toList();
  }

  private DuplicateSetRow set(long set) {
    return new DuplicateSetReader(jdbi)
        .find(set, agent.scope())
        .orElseThrow(() -> new NotInScope("duplicate set " + set));
  }

  private static DemandMerge merge(DemandMerges merges, long id) {
    return merges.find(id).orElseThrow(() -> new NotInScope("merge " + id));
  }

  /** Both, in the order of their identities whoever asks, so that nobody waits for the other. */
  private Map<Long, Demand> lock(long one, long other) {
    Map<Long, Demand> locked = new TreeMap<>();
    for (long id : List.of(Math.min(one, other), Math.max(one, other))) {
      locked.put(id, entities.find(Demand.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
    return locked;
  }

  private Demand asRead(Demand demand, int versionRead) {
    agent.concerns(demand.uniqueNumber().value());
    if (demand.version() != versionRead) {
      throw new ChangedMeanwhile(files.file(demand));
    }
    return demand;
  }

  private void noteBoth(Demand survivor, Demand merged, DemandEventKind kind) {
    LocalDate today = demands.today();
    demands.note(survivor, kind, today, merged.uniqueNumber().value()).leaving(survivor.standing());
    demands.note(merged, kind, today, survivor.uniqueNumber().value());
    // The survivor may keep all its dates: it is another version all the same.
    demands.keepWithLists(survivor);
    demands.keep(merged);
  }

  private LocalDate undoableUntil(DemandMerge merge) {
    ZoneId zone = clock.getZone();
    int days = references.current().value("MERGE_UNDO_DAYS", demands.today());
    return LocalDate.ofInstant(merge.mergedAt(), zone).plusDays(days);
  }
}
