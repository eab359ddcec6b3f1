package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.registration.NameKey;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes the names of other candidates out of a free text, which speaks of several, before it is
 * handed to one of them (regulation (EU) 2016/679, art. 15 (4)). Names are compared as everywhere
 * ({@link NameKey}): accents, capitals and ligatures do not matter, nor what parts the words of a
 * name, if anything does. A name counts where it stands as whole words.
 */
final class OtherCandidates {
  /** Stands where a name was. */
  static final String MASK = "[…]";

  private static final int SHORTEST = 2;

  /** Letters that one becomes without its accents, at most. */
  private static final int LONGEST = 4;

  /** Spaces, hyphens, apostrophes and full stops part words that may also be written as one. */
  private static final String BETWEEN = "[\\s\\p{Z}\\p{Pd}'’.]*";

  private OtherCandidates() {}

  /**
   * The text without these names.
   *
   * @param names also unique numbers, with their groups apart
   */
  static String maskedIn(String text, Collection<String> names) {
    String read = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder bare = new StringBuilder();
    int[] place = new int[LONGEST * read.length()];
    for (int i = 0; i < read.length(); i++) {
      String letters = NameKey.bare(read.substring(i, i + 1));
      Arrays.fill(place, bare.length(), bare.length() + letters.length(), i);
      bare.append(letters);
    }
    BitSet out = new BitSet();
    for (String name : names) {
      List<String> words = words(name);
      if (String.join("", words).length() >= SHORTEST) {
        Matcher found = pattern(words).matcher(bare);
        while (found.find()) {
          out.set(place[found.start()], place[found.end() - 1] + 1);
        }
      }
    }
    StringBuilder kept = new StringBuilder();
    for (int i = 0; i < read.length(); i++) {
      if (!out.get(i)) {
        kept.append(read.charAt(i));
      } else if (i == 0 || !out.get(i - 1)) {
        kept.append(MASK);
      }
    }
    return kept.toString();
  }

  /** Of whatever alphabet: a name without a {@link NameKey} of its own counts too. */
  private static List<String> words(String name) {
    return Arrays.stream(NameKey.bare(name).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Pattern pattern(List<String> words) {
    return Pattern.compile(
        words.stream()
            .map(Pattern::quote)
            .collect(Collectors.joining(BETWEEN, "(?<![\\p{L}\\p{N}])", "(?![\\p{L}\\p{N}])")));
  }
}
