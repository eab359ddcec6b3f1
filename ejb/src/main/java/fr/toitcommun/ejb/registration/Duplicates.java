package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.duplicate.DemandComparison;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSetPage;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSetReader;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSetRow;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSets;
import fr.toitcommun.persistence.registration.duplicate.LikenessReason;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Sets of demands that may be one person's: looked at by every desk within its scope, told apart by
 * those who register (arrêté of 23 March 2015, annex §8). Merging is the manager's: {@link
 * Merging}.
 */
@Stateless
@Gated
@RolesAllowed(Right.REGISTER)
public class Duplicates {
  /** Longest word on a decision, in characters. */
  static final int LONGEST_WORD = 500;

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;

  /**
   * The open sets with a demand in the caller's scope, likeliest first. Demands out of scope are
   * counted, not named.
   *
   * @param reason only sets for which this speaks; null: all
   * @param limit at most {@value PageBounds#MOST_ROWS}
   */
  public DuplicateSetPage list(LikenessReason reason, int offset, int limit) {
    return new DuplicateSetReader(jdbi)
        .list(reason, agent.scope(), PageBounds.offset(offset), PageBounds.rows(limit));
  }

  /** The set after this one in the whole list, likeliest first; empty at its end. */
  public Optional<Long> next(long set) {
    return new DuplicateSetReader(jdbi).next(set, agent.scope());
  }

  /**
   * The demands of an open set that are in scope, side by side.
   *
   * @throws NotInScope when there is no such open set for this caller
   */
  public DemandComparison compare(long set) {
    DuplicateSetRow row = find(set);
    List<Demand> demands =
        row.members().stream()
            .map(member -> entities.find(Demand.class, member.demandId()))
            .toList();
    return DemandComparison.of(row, demands);
  }

  /**
   * Says that a demand is not that of the person of the others in its set. This is remembered: they
   * are not brought together again, neither by a search nor at entry.
   *
   * @param word why; null: nothing said
   * @throws NotInScope when there is no such open set for this caller
   * @throws RefusedInput when a demand of the set is out of the caller's scope, which only the
   *     manager may decide on, or the word is too long
   */
  @Act
  public void notSame(long set, String uniqueNumber, String word) {
    checkWord(word);
    jdbi.useHandle(handle -> DuplicateSets.lock(handle, set));
    DuplicateSetRow row = find(set);
    if (row.hidden() > 0) {
      throw RefusedInput.because("DUPLICATE_PARTLY_HIDDEN");
    }
    DuplicateSetRow.Member told = member(row, uniqueNumber);
    List<Long> others =
        row.members().stream()
            .map(DuplicateSetRow.Member::demandId)
            .filter(id -> id != told.demandId())
            .toList();
    row.uniqueNumbers().forEach(agent::concerns);
    DuplicateSets.Closing closing =
        new DuplicateSets.Closing(agent.profile().id(), clock.instant(), word);
    jdbi.useHandle(handle -> DuplicateSets.notSame(handle, set, told.demandId(), others, closing));
  }

  private DuplicateSetRow find(long set) {
    return new DuplicateSetReader(jdbi)
        .find(set, agent.scope())
        .orElseThrow(() -> new NotInScope("duplicate set " + set));
  }

  /** The demand of this number among those of a set. */
  static DuplicateSetRow.Member member(DuplicateSetRow row, String uniqueNumber) {
    return row.members().stream()
        .filter(member -> member.uniqueNumber().equals(uniqueNumber))
        .findFirst()
        .orElseThrow(() -> RefusedInput.because("DUPLICATE_NOT_IN_SET"));
  }

  /** Refuses a word that is too long or holds what no text may. */
  static void checkWord(String word) {
    if (word != null && word.length() > LONGEST_WORD) {
      throw RefusedInput.at("word", "TOO_LONG", LONGEST_WORD);
    }
    if (!PlainText.allows(word)) {
      throw RefusedInput.at("word", "ILLEGAL_CHARACTERS");
    }
  }
}
