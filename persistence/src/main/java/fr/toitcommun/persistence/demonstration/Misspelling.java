package fr.toitcommun.persistence.demonstration;

import java.text.Normalizer;
import java.util.Locale;

/** How the same name comes to be written in two ways. */
final class Misspelling {
  private static final String[][] SOUNDS = {
    {"eau", "o"},
    {"ault", "aud"},
    {"aud", "ault"},
    {"ph", "f"},
    {"ain", "in"},
    {"ou", "oo"},
    {"qu", "k"},
    {"ll", "l"},
    {"tt", "t"},
    {"nn", "n"},
    {"rr", "r"},
    {"ss", "c"},
    {"ez", "ès"},
    {"ette", "et"},
    {"ier", "ié"},
    {"y", "i"},
    {"th", "t"},
    {"ck", "k"}
  };

  private Misspelling() {}

  /** Without accents, hyphens or apostrophes. */
  static String bare(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replace('-', ' ')
        .replace('\'', ' ');
  }

  /** Written as it is heard; the same when every sound is written the plain way. */
  static String byEar(String name) {
    String lower = name.toLowerCase(Locale.FRENCH);
    for (String[] sound : SOUNDS) {
      int at = lower.indexOf(sound[0], 1);
      if (at > 0) {
        return name.substring(0, at) + sound[1] + name.substring(at + sound[0].length());
      }
    }
    return name;
  }

  /** With one slip of the keyboard: two letters changed round, one left out or one doubled. */
  static String slip(String name, Dice dice) {
    int at = dice.between(1, Math.max(1, name.length() - 3));
    String slipped =
        switch (dice.between(0, 2)) {
          case 0 ->
              name.substring(0, at)
                  + name.charAt(at + 1)
                  + name.charAt(at)
                  + name.substring(at + 2);
          case 1 -> name.substring(0, at) + name.substring(at + 1);
          default -> name.substring(0, at + 1) + name.substring(at);
        };
    return slipped.equals(name) ? name.substring(0, at) + name.substring(at + 1) : slipped;
  }
}
