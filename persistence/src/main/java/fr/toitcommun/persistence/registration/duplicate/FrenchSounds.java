package fr.toitcommun.persistence.registration.duplicate;

import java.util.Set;

/**
 * How a French reader says a name, coarsely: one sign for each sound, silent letters and doubled
 * consonants gone. Moreau and Moro, Renault and Renaud, Quentin and Kentin come out the same. The
 * general algorithms that libraries have are made for English, or give dozens of codes for a name
 * (ADR 13).
 */
final class FrenchSounds {
  private static final String VOWELS = "aeiouy";
  private static final Set<Character> SILENT_AT_THE_END = Set.of('d', 't', 's', 'x', 'z', 'p');

  private final String name;
  private final StringBuilder sounds = new StringBuilder();
  private int at;

  private FrenchSounds(String name) {
    this.name = name;
  }

  /**
   * The sounds of a name.
   *
   * @param key as {@link fr.toitcommun.persistence.registration.NameKey} gives it
   */
  static String of(String key) {
    String bare = key.replace(" ", "");
    FrenchSounds reading = new FrenchSounds(bare.substring(0, spokenLength(bare)));
    while (reading.at < reading.name.length()) {
      reading.step();
    }
    return reading.sounds.toString();
  }

  /** Without the consonants that are written at the end and not said; a t after e stays. */
  private static int spokenLength(String bare) {
    int length = bare.length();
    while (length > 3
        && SILENT_AT_THE_END.contains(bare.charAt(length - 1))
        && bare.charAt(length - 2) != 'e') {
      length--;
    }
    return length;
  }

  private char letter(int ahead) {
    int index = at + ahead;
    return index < 0 || index >= name.length() ? ' ' : name.charAt(index);
  }

  private boolean follows(String letters) {
    return name.startsWith(letters, at);
  }

  private boolean vowel(int ahead) {
    return VOWELS.indexOf(letter(ahead)) >= 0;
  }

  private boolean soft(int ahead) {
    return letter(ahead) == 'e' || letter(ahead) == 'i' || letter(ahead) == 'y';
  }

  private void say(char sound, int letters) {
    at += letters;
    if (sounds.length() == 0 || sounds.charAt(sounds.length() - 1) != sound) {
      sounds.append(sound);
    }
  }

  private void step() {
    switch (letter(0)) {
      case 'a', 'e', 'i', 'o', 'u', 'y' -> vowels();
      case 'c' -> c();
      case 'g' -> g();
      case 'h' -> at++;
      case 'k' -> say('k', 1);
      case 'p' -> say(follows("ph") ? 'f' : 'p', follows("ph") ? 2 : 1);
      case 'q' -> say('k', follows("qu") ? 2 : 1);
      case 's' -> s();
      case 'w' -> say('v', 1);
      case 'x', 'z' -> say('s', 1);
      default -> say(letter(0), 1);
    }
  }

  private void c() {
    if (follows("ch")) {
      say('C', 2);
    } else if (follows("ck")) {
      say('k', 2);
    } else {
      say(soft(1) ? 's' : 'k', 1);
    }
  }

  private void g() {
    if (follows("gn")) {
      say('N', 2);
    } else if (follows("gu") && soft(2)) {
      say('g', 2);
    } else {
      say(soft(1) ? 'j' : 'g', 1);
    }
  }

  private void s() {
    if (follows("sch")) {
      say('C', 3);
    } else {
      say(follows("sh") ? 'C' : 's', follows("sh") ? 2 : 1);
    }
  }

  private void vowels() {
    int nasal = nasalLetters();
    if (nasal > 0) {
      char sound = letter(0) == 'o' ? '3' : letter(0) == 'a' && nasal == 2 ? '2' : '1';
      if (letter(0) == 'e' && nasal == 2 && letter(-1) != 'i' && letter(-1) != 'y') {
        sound = '2';
      }
      say(sound, nasal);
    } else if (follows("eau")) {
      say('o', 3);
    } else if (follows("au")) {
      // Renault, Thibauld: the l is not said either.
      boolean silent = letter(2) == 'l' && (at + 3 == name.length());
      say('o', silent ? 3 : 2);
    } else if (follows("ai") || follows("ei") || follows("ay") || follows("ey")) {
      say('e', 2);
    } else if (follows("ou") || follows("oo")) {
      say('U', 2);
    } else if (follows("oi") || follows("oy")) {
      say('W', 2);
    } else if (letter(0) == 'e') {
      e();
    } else {
      say(letter(0) == 'y' ? 'i' : letter(0), 1);
    }
  }

  private void e() {
    int left = name.length() - at;
    if (left == 2 && (letter(1) == 'z' || letter(1) == 'r' || letter(1) == 't')) {
      say('e', 2);
    } else if (left == 1 && sounds.length() > 1) {
      at++;
    } else {
      say('e', 1);
    }
  }

  /** Letters of the nasal vowel that begins here; 0 when none does. */
  private int nasalLetters() {
    int vowels = follows("ain") || follows("aim") || follows("ein") || follows("eim") ? 2 : 1;
    char then = letter(vowels);
    boolean nasal = then == 'n' || then == 'm';
    char after = letter(vowels + 1);
    boolean said = VOWELS.indexOf(after) >= 0 || after == 'n' || after == 'm' || after == 'h';
    return nasal && !said ? vowels + 1 : 0;
  }
}
