package fr.toitcommun.ejb.observatory.map;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts and figures of a map in one language. */
public final class MapWords {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle texts;
  private final NumberFormat numbers;
  private final String unit;

  /**
   * In this language, for figures of this kind.
   *
   * @param unit what a figure counts, written after it; empty for none
   * @param decimals how many a figure has
   */
  public MapWords(Locale language, String unit, int decimals) {
    this.locale =
        Locale.ENGLISH.getLanguage().equals(language.getLanguage()) ? Locale.UK : Locale.FRANCE;
    this.texts =
        ResourceBundle.getBundle(
            MapWords.class.getPackageName() + ".maps",
            locale,
            MapWords.class.getClassLoader(),
            NO_FALLBACK);
    this.unit = unit;
    this.numbers = NumberFormat.getNumberInstance(locale);
    numbers.setMinimumFractionDigits(decimals);
    numbers.setMaximumFractionDigits(decimals);
  }

  /** The language, as a BCP 47 tag. */
  public String language() {
    return locale.getLanguage();
  }

  /** A text with its values filled in. */
  public String text(String key, Object... values) {
    String pattern = texts.getString(key);
    return values.length == 0 ? pattern : plain(new MessageFormat(pattern, locale).format(values));
  }

  /** A figure without its unit. */
  public String number(double value) {
    // A hyphen is too short to be seen before a number.
    return plain(numbers.format(value == 0 ? 0d : value)).replace('-', '\u2212');
  }

  /** A figure with its unit. */
  public String figure(double value) {
    return unit.isEmpty() ? number(value) : number(value) + '\u00a0' + unit;
  }

  /** A figure, or why there is none. */
  public String figure(MapValue value) {
    return value != null && value.told()
        ? figure(value.value())
        : text(value != null && value.secret() ? "secret" : "none");
  }

  /** A change, with its sign. */
  public String change(MapValue value) {
    return value != null && value.told() && value.value() > 0 ? '+' + figure(value) : figure(value);
  }

  /** A whole number. */
  public String count(long count) {
    return plain(NumberFormat.getIntegerInstance(locale).format(count));
  }

  /** A day in full. */
  public String date(LocalDate day) {
    String written = DateTimeFormatter.ofPattern("d\u00a0MMMM uuuu", locale).format(day);
    return locale == Locale.FRANCE && day.getDayOfMonth() == 1
        ? written.replaceFirst("1", "1er")
        : written;
  }

  /** Fonts rarely have the narrow space that French groups thousands with. */
  private static String plain(String text) {
    return text.replace('\u202f', '\u00a0');
  }
}
