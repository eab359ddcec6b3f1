package fr.toitcommun.ear;

import java.util.UUID;

/** Surnames that nobody has, and that no two tests take for each other. */
final class InventedName {
  private static final String[] SYLLABLES = {
    "ba", "do", "fi", "gu", "ka", "lo", "mi", "nu", "pa", "ro", "si", "tu", "va", "zo", "ble", "cro"
  };

  private InventedName() {}

  /** Another one, of six syllables. */
  static String next() {
    StringBuilder name = new StringBuilder("Ker");
    String random = UUID.randomUUID().toString().replace("-", "");
    for (int i = 0; i < 6; i++) {
      name.append(SYLLABLES[Character.digit(random.charAt(i), 16)]);
    }
    return name.toString();
  }
}
