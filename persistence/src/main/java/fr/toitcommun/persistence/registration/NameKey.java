package fr.toitcommun.persistence.registration;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Brings names to the form they are compared in: lower case, no accents, words apart by one space.
 * Hyphens and apostrophes part words, so that "L'Hostis" meets "L Hostis" and "Le-Goff" meets "Le
 * Goff".
 */
public final class NameKey {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");

  private NameKey() {}

  /** The key of these words, in this order; null words are left out. */
  public static String of(String... words) {
    StringBuilder joined = new StringBuilder();
    for (String word : words) {
      if (word != null) {
        joined.append(word).append(' ');
      }
    }
    return NOT_A_WORD.matcher(bare(joined.toString())).replaceAll(" ").strip();
  }

  /** A text in lower case, without accents, ligatures apart; what parts words stays. */
  public static String bare(String text) {
    String lower =
        text.toLowerCase(Locale.ROOT).replace("œ", "oe").replace("æ", "ae").replace("ß", "ss");
    return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }
}
