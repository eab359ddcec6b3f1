package fr.toitcommun.persistence.observatory.quality;

import fr.toitcommun.persistence.registration.ControlTable;
import fr.toitcommun.persistence.registration.FaultTexts;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/**
 * What indicators of quality say to people, in French or to readers of English in English: the same
 * on screens, in files and to systems.
 */
public final class QualityTexts {
  private static final String BUNDLE = "fr.toitcommun.persistence.Quality";
  // The root bundle is the French one; the language of the server must not come in between.
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle bundle;
  private final QualityRules rules;

  /** Texts for readers of a language, with the thresholds in force. */
  public QualityTexts(Locale locale, QualityRules rules) {
    this.locale = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
    this.bundle = bundle(this.locale);
    this.rules = rules;
  }

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE, locale, QualityTexts.class.getClassLoader(), NO_FALLBACK);
  }

  /** The name of an indicator. */
  public String name(QualityIndicator indicator) {
    return bundle.getString("name." + indicator);
  }

  /** A name short enough to head a column. */
  public String shortName(QualityIndicator indicator) {
    return bundle.getString("short." + indicator);
  }

  /** What exactly it counts, with its threshold. */
  public String definition(QualityIndicator indicator) {
    return said("definition." + indicator, rules.of(indicator));
  }

  /** The name of a family. */
  public String family(QualityFamily family) {
    return bundle.getString("family." + family);
  }

  /** What a severity means. */
  public String severity(QualitySeverity severity) {
    return bundle.getString("severity." + severity);
  }

  /** What there is to tell of a demand it finds; empty: nothing more than its definition. */
  public String told(QualityIndicator indicator, QualityRow row) {
    if (!row.doubts().isEmpty()) {
      return row.doubts().stream().map(this::doubt).distinct().collect(Collectors.joining(" "));
    }
    if (row.number() != null) {
      return said("told." + indicator, row.number());
    }
    return row.day() == null ? "" : said("told." + indicator, day(row.day()));
  }

  private String doubt(String control) {
    return ControlTable.all().stream()
        .filter(one -> one.id().equals(control))
        .map(one -> FaultTexts.text(one, locale))
        .findFirst()
        .orElse(control);
  }

  private String day(LocalDate day) {
    return day.format(
        locale.equals(Locale.ENGLISH)
            ? DateTimeFormatter.ofPattern("d\u00a0MMM\u00a0uuuu", Locale.UK)
            : DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRANCE));
  }

  private String said(String key, Object argument) {
    return new MessageFormat(bundle.getString(key), locale)
        .format(argument == null ? new Object[0] : List.of(argument).toArray());
  }
}
