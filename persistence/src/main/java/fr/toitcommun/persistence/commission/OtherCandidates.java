package fr.toitcommun.persistence.commission;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Locale;

/**
 * Takes the names of other candidates out of a free text, which speaks of several, before it is
 * handed to one of them (regulation (EU) 2016/679, art. 15 (4)). Accents and capitals do not
 * matter; a name counts where it stands as a word.
 */
final class OtherCandidates {
  /** Stands where a name was. */
  static final String MASK = "[…]";

  private static final int SHORTEST = 2;

  private OtherCandidates() {}

  /** The text without these names. */
  static String maskedIn(String text, Collection<String> names) {
    String read = Normalizer.normalize(text, Normalizer.Form.NFC);
    String plain = plain(read);
    boolean[] out = new boolean[read.length()];
    for (String name : names) {
      String sought = plain(Normalizer.normalize(name.strip(), Normalizer.Form.NFC));
      if (sought.length() < SHORTEST) {
        continue;
      }
      for (int at = plain.indexOf(sought); at >= 0; at = plain.indexOf(sought, at + 1)) {
        if (isWord(plain, at, at + sought.length())) {
          java.util.Arrays.fill(out, at, at + sought.length(), true);
        }
      }
    }
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < read.length(); i++) {
      if (!out[i]) {
        kept.append(read.charAt(i));
      } else if (i == 0 || !out[i - 1]) {
        kept.append(MASK);
      }
    }
    return kept.toString();
  }

  private static boolean isWord(String text, int from, int to) {
    return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
        && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
  }

  /** Letter by letter without accents and small, so that places stay the same. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String letter = String.valueOf(text.charAt(i));
      String small =
          Normalizer.normalize(letter, Normalizer.Form.NFD)
              .substring(0, 1)
              .toLowerCase(Locale.ROOT);
      plain.append(small.charAt(0) == '’' ? '\'' : small.charAt(0));
    }
    return plain.toString();
  }
}
