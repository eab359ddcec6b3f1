package fr.toitcommun.persistence.registration.duplicate;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * How alike two names are.
 *
 * @param score 0 to 1
 * @param reason what makes them alike; null when they are the same, or not alike
 */
record NameLikeness(double score, LikenessReason reason) {
  static final NameLikeness NONE = new NameLikeness(0, null);
  private static final NameLikeness SAME = new NameLikeness(1, null);
  private static final int SHORTEST_WITH_ONE_ERROR = 4;
  private static final int SHORTEST_WITH_TWO_ERRORS = 7;
  private static final int SHORTEST_GIVEN_NAME_WITH_ERROR = 5;
  private static final int SHORTEST_SOUND_WITH_ERROR = 4;
  private static final int SHORTEST_PART = 3;

  /** Of two surnames, by their keys. */
  static NameLikeness ofSurnames(String one, String other) {
    NameLikeness plain = plain(one, other);
    if (plain != null) {
      return plain;
    }
    int shorter = Math.min(one.length(), other.length());
    int apart = distance(one, other, 2);
    if (apart == 1 && shorter >= SHORTEST_WITH_ONE_ERROR) {
      return new NameLikeness(0.9, LikenessReason.TYPING_ERROR);
    }
    String said = FrenchSounds.of(one);
    String saidOther = FrenchSounds.of(other);
    if (said.equals(saidOther) && said.length() > 1) {
      return new NameLikeness(0.92, LikenessReason.SOUNDS_ALIKE);
    }
    if (apart == 2 && shorter >= SHORTEST_WITH_TWO_ERRORS) {
      return new NameLikeness(0.82, LikenessReason.TYPING_ERROR);
    }
    if (part(one, other)) {
      return new NameLikeness(0.85, LikenessReason.PART_OF_NAME);
    }
    boolean nearly =
        Math.min(said.length(), saidOther.length()) >= SHORTEST_SOUND_WITH_ERROR
            && distance(said, saidOther, 1) == 1;
    return nearly ? new NameLikeness(0.8, LikenessReason.SOUNDS_ALIKE) : NONE;
  }

  /**
   * Of two given names. They are judged more strictly: brothers and sisters, twins above all, have
   * the same surname and given names that may be close.
   *
   * @param otherSex whether their civilities say that they are not of the same sex
   */
  static NameLikeness ofGivenNames(String one, String other, boolean otherSex) {
    NameLikeness plain = plain(one, other);
    if (plain != null || otherSex) {
      return plain == null ? NONE : plain;
    }
    int shorter = Math.min(one.length(), other.length());
    if (shorter >= SHORTEST_GIVEN_NAME_WITH_ERROR && distance(one, other, 1) == 1) {
      return new NameLikeness(0.85, LikenessReason.TYPING_ERROR);
    }
    String said = FrenchSounds.of(one);
    if (said.length() > 2 && said.equals(FrenchSounds.of(other))) {
      return new NameLikeness(0.9, LikenessReason.SOUNDS_ALIKE);
    }
    return part(one, other) ? new NameLikeness(0.85, LikenessReason.PART_OF_NAME) : NONE;
  }

  /** What needs no reckoning; null when it does. */
  private static NameLikeness plain(String one, String other) {
    if (one.isEmpty() || other.isEmpty()) {
      return NONE;
    }
    if (one.equals(other)) {
      return SAME;
    }
    return one.replace(" ", "").equals(other.replace(" ", ""))
        ? new NameLikeness(0.98, LikenessReason.SPELLING)
        : null;
  }

  /** Whether all words of one are words of the other, one of them more than a particle. */
  private static boolean part(String one, String other) {
    if (one.indexOf(' ') < 0 && other.indexOf(' ') < 0) {
      return false;
    }
    Set<String> words = new HashSet<>(Arrays.asList(one.split(" ")));
    Set<String> otherWords = new HashSet<>(Arrays.asList(other.split(" ")));
    Set<String> fewer = words.size() < otherWords.size() ? words : otherWords;
    return (words.containsAll(fewer) && otherWords.containsAll(fewer))
        && fewer.stream().anyMatch(word -> word.length() >= SHORTEST_PART);
  }

  /**
   * Letters to write, leave out, replace or change round with the next to get from one to the other
   * (optimal string alignment).
   *
   * @param most from here on it does not matter how many
   * @return at most {@code most + 1}
   */
  static int distance(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
    }
    int[] twoUp = new int[other.length() + 1];
    int[] up = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      up[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= other.length(); j++) {
        int differs = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(row[j - 1], up[j]) + 1, up[j - 1] + differs);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          best = Math.min(best, twoUp[j - 2] + 1);
        }
        row[j] = best;
        least = Math.min(least, best);
      }
      if (least > most) {
        return most + 1;
      }
      int[] free = twoUp;
      twoUp = up;
      up = row;
      row = free;
    }
    return Math.min(up[other.length()], most + 1);
  }
}
