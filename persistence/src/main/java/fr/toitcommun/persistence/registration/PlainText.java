package fr.toitcommun.persistence.registration;

import java.util.regex.Pattern;

/**
 * What a text typed anywhere may hold: no markup, no control character but line ends and tabs,
 * nothing that came of a wrong encoding. It is refused rather than cleaned: nobody's words are
 * changed.
 */
public final class PlainText {
  private static final Pattern ILLEGAL =
      Pattern.compile("[<>\\p{Cc}\\p{Co}\\p{Cs}\\p{Cn}\\uFFFD&&[^\\n\\r\\t]]");

  private PlainText() {}

  /** Without the spaces around it, which count for nothing; null when nothing is left. */
  static String tidy(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  /** Whether this text may be stored; null may. */
  public static boolean allows(String text) {
    return text == null || !ILLEGAL.matcher(text).find();
  }
}
