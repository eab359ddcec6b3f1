package fr.toitcommun.persistence.observatory.report;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the text of a report leaves open, typed between braces in its language: {@code
 * {territoire}}, {@code {chiffre:ACTIVE}}, {@code {tableau:ACTIVE:AGE}}.
 */
public enum ReportWord {
  /** What the report is about. */
  TERRITORY("territoire", "territory", false),
  YEAR("année", "year", false),
  /** The day it is made. */
  TODAY("date", "date", false),
  /** The partner of an activity report. */
  PARTNER("partenaire", "partner", false),
  /** The axis of a thematic sheet. */
  AXIS("axe", "axis", false),
  /** One figure within a sentence. */
  FIGURE("chiffre", "figure", false),
  /** A row of figures. */
  FIGURES("chiffres", "figures", true),
  TABLE("tableau", "table", true),
  CHART("graphique", "chart", true),
  MAP("carte", "map", true),
  /** The commitments of landlords of the year (L.441-1). */
  COMMITMENTS("engagements", "commitments", true);

  private final String french;
  private final String english;
  private final boolean block;

  ReportWord(String french, String english, boolean block) {
    this.french = french;
    this.english = english;
    this.block = block;
  }

  /** Whether it fills a paragraph of its own. */
  public boolean block() {
    return block;
  }

  /** Whether a report of this kind may say it. */
  public boolean allowedIn(ReportKind kind) {
    return switch (this) {
      case PARTNER -> kind.ofPartner();
      case MAP -> !kind.ofPartner();
      case AXIS -> kind.ofAxis();
      case COMMITMENTS -> !kind.ofPartner() && !kind.ofAxis();
      default -> true;
    };
  }

  /** Its word in a language. */
  public String word(String language) {
    return Locale.ENGLISH.getLanguage().equals(language) ? english : french;
  }

  static Optional<ReportWord> named(String word) {
    String composed =
        Normalizer.normalize(word.strip(), Normalizer.Form.NFC).toLowerCase(Locale.FRENCH);
    return Arrays.stream(values())
        .filter(one -> one.french.equals(composed) || one.english.equals(composed))
        .findFirst();
  }
}
