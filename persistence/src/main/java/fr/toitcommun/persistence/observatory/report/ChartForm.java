package fr.toitcommun.persistence.observatory.report;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a chart of a report is drawn, and what its manager types for it. */
public enum ChartForm {
  BARS("barres", "bars"),
  STACKED("barres-empilées", "stacked-bars"),
  LINES("courbes", "lines"),
  PYRAMID("pyramide", "pyramid");

  private final String french;
  private final String english;

  ChartForm(String french, String english) {
    this.french = french;
    this.english = english;
  }

  /** Its word in a language. */
  public String word(String language) {
    return Locale.ENGLISH.getLanguage().equals(language) ? english : french;
  }

  static Optional<ChartForm> named(String word) {
    String composed =
        Normalizer.normalize(word.strip(), Normalizer.Form.NFC).toLowerCase(Locale.FRENCH);
    return Arrays.stream(values())
        .filter(form -> form.french.equals(composed) || form.english.equals(composed))
        .findFirst();
  }
}
