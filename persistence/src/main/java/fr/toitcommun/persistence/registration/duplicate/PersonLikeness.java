package fr.toitcommun.persistence.registration.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The one rule that says how likely two signers are one person (R.441-2-3: unicity is checked for
 * applicant and co-applicants). It decides at entry and in the sweep. Both names and the birth date
 * must speak for it: same surname and birth date with another given name are twins, same names with
 * another birth date are homonyms, and without a birth date nobody is said to be somebody.
 */
public final class PersonLikeness {
  /** Names and birth date the same is not yet certainty. */
  private static final double MOST = 0.98;

  private static final double INVERTED = 0.96;
  private static final double UNDER_BIRTH_NAME = 0.97;

  /** A telephone or an e-mail address in common takes away so much of what doubt is left. */
  private static final double DOUBT_TAKEN_BY_CONTACT = 0.5;

  /** Homonyms are common: one wrong digit alone must be shown, but is no duplicate by itself. */
  private static final double ONE_DIGIT_WITHOUT_CONTACT = 0.6;

  private PersonLikeness() {}

  /** How alike the names are, and what makes them so. */
  private record Names(double score, Set<LikenessReason> reasons) {}

  /** How likely these two are one person. */
  public static Likeness of(Identity one, Identity other) {
    BirthLikeness birth = BirthLikeness.of(one.birthDate(), other.birthDate());
    if (birth == BirthLikeness.OTHER) {
      return Likeness.NONE;
    }
    Names names = names(one, other);
    if (names.score() == 0) {
      return Likeness.NONE;
    }
    boolean samePhone = one.phone() != null && one.phone().equals(other.phone());
    boolean sameEmail = one.email() != null && one.email().equals(other.email());
    double likelihood = MOST * names.score() * birth.score();
    if (birth == BirthLikeness.ONE_DIGIT) {
      if (!names.reasons().contains(LikenessReason.SAME_NAMES)
          && !names.reasons().contains(LikenessReason.SPELLING)) {
        return Likeness.NONE;
      }
      if (!samePhone && !sameEmail) {
        likelihood = ONE_DIGIT_WITHOUT_CONTACT;
      }
    } else if (samePhone || sameEmail) {
      likelihood = 1 - (1 - likelihood) * DOUBT_TAKEN_BY_CONTACT;
    }
    List<LikenessReason> reasons = new ArrayList<>(names.reasons());
    reasons.add(birth.reason());
    if (samePhone) {
      reasons.add(LikenessReason.SAME_PHONE);
    }
    if (sameEmail) {
      reasons.add(LikenessReason.SAME_EMAIL);
    }
    return new Likeness(Math.round(likelihood * 100) / 100.0, List.copyOf(reasons));
  }

  private static Names names(Identity one, Identity other) {
    List<Names> readings = new ArrayList<>();
    boolean otherSex =
        one.civility() != null
            && other.civility() != null
            && !one.civility().equals(other.civility());
    NameLikeness given = NameLikeness.ofGivenNames(one.givenName(), other.givenName(), otherSex);
    for (String surname : one.surnames()) {
      for (String otherSurname : other.surnames()) {
        if (given.score() > 0) {
          boolean usual = surname.equals(one.surname()) == otherSurname.equals(other.surname());
          readings.add(straight(surname, otherSurname, given, usual, one, other));
        }
        readings.add(inverted(surname, one.givenName(), otherSurname, other.givenName()));
      }
    }
    return readings.stream().max(Comparator.comparingDouble(Names::score)).orElseThrow();
  }

  private static Names straight(
      String surname,
      String otherSurname,
      NameLikeness given,
      boolean usual,
      Identity one,
      Identity other) {
    NameLikeness family = NameLikeness.ofSurnames(surname, otherSurname);
    Set<LikenessReason> reasons = reasons(family, given);
    double score = family.score() * given.score();
    if (!usual) {
      score *= UNDER_BIRTH_NAME;
      reasons.add(LikenessReason.BIRTH_NAME);
    } else if (reasons.isEmpty()) {
      reasons.add(
          one.written().equals(other.written())
              ? LikenessReason.SAME_NAMES
              : LikenessReason.SPELLING);
    }
    return new Names(score, reasons);
  }

  private static Names inverted(
      String surname, String given, String otherSurname, String otherGiven) {
    NameLikeness first = NameLikeness.ofSurnames(surname, otherGiven);
    if (first.score() == 0) {
      return new Names(0, Set.of());
    }
    NameLikeness second = NameLikeness.ofSurnames(given, otherSurname);
    Set<LikenessReason> reasons = EnumSet.of(LikenessReason.NAMES_INVERTED);
    reasons.addAll(reasons(first, second));
    return new Names(INVERTED * first.score() * second.score(), reasons);
  }

  private static Set<LikenessReason> reasons(NameLikeness one, NameLikeness other) {
    Set<LikenessReason> reasons = EnumSet.noneOf(LikenessReason.class);
    if (one.reason() != null) {
      reasons.add(one.reason());
    }
    if (other.reason() != null) {
      reasons.add(other.reason());
    }
    return reasons;
  }
}
