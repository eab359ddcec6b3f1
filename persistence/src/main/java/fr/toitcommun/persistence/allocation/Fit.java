package fr.toitcommun.persistence.allocation;

import java.util.List;

/**
 * Whether a dwelling fits a demand, criterion by criterion: the rule of the search of candidates
 * read the other way round, and what the applicant said they would not take.
 *
 * @param criteria in the order they are tried
 */
public record Fit(List<Criterion> criteria) {
  /** What is compared, in the order in which it is tried. */
  public enum Kind {
    /** The municipality is among the wishes, or near enough for who accepts other places. */
    LOCATION,
    /** The type is among those asked for. */
    TYPE,
    /** The household's size fits the type. */
    SIZE,
    /** The income is under the ceiling (R.441-1). */
    INCOME,
    /** Wheelchair, ground floor, lift: as far as they are asked for. */
    ACCESS,
    /** House or flat. */
    CATEGORY,
    /** Rent and charges are no more than what they can pay. */
    RENT
  }

  /**
   * One criterion.
   *
   * @param met whether it is met
   * @param asked what the dwelling asks or offers
   * @param given what the demand states
   * @param gap by how much it fails: kilometres to the nearest wish, persons too many (or, below
   *     zero, too few), euros over the ceiling or the highest rent; null where there is no measure
   */
  public record Criterion(Kind kind, boolean met, String asked, String given, Integer gap) {
    /** One that is not measured. */
    public Criterion(Kind kind, boolean met, String asked, String given) {
      this(kind, met, asked, given, null);
    }
  }

  /** Whether every criterion is met. */
  public boolean fits() {
    return criteria.stream().allMatch(Criterion::met);
  }

  /** The first criterion that fails; null when all are met. */
  public Criterion firstFailure() {
    return criteria.stream().filter(criterion -> !criterion.met()).findFirst().orElse(null);
  }

  /** The criterion of a kind. */
  public Criterion criterion(Kind kind) {
    return criteria.stream().filter(one -> one.kind() == kind).findFirst().orElse(null);
  }

  /** How many criteria are met. */
  public long met() {
    return criteria.stream().filter(Criterion::met).count();
  }
}
