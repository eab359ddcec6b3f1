package fr.toitcommun.ejb.document;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureTexts;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of printed documents in one language, and its way to write dates, amounts and codes.
 */
public final class Words {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final Reference reference;
  private final ResourceBundle texts;
  private final FigureTexts figures;

  Words(Locale locale, Reference reference) {
    this.locale =
        Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.UK : Locale.FRANCE;
    this.reference = reference;
    this.texts =
        ResourceBundle.getBundle(
            Words.class.getPackageName() + ".documents",
            this.locale,
            Words.class.getClassLoader(),
            NO_FALLBACK);
    this.figures = new FigureTexts(this.locale, (list, code) -> label(list, code));
  }

  /** The language of the document, as a BCP 47 tag. */
  public String language() {
    return locale.toLanguageTag();
  }

  /** A text with its values filled in. */
  public String text(String key, Object... values) {
    String pattern = texts.getString(key);
    return values.length == 0 ? pattern : plain(new MessageFormat(pattern, locale).format(values));
  }

  /** The label of a code of a list; nothing for no code. */
  public String label(String list, String code) {
    return reference.label(list, code, locale);
  }

  /** The text of a constant, such as a decision; nothing for none. */
  public String name(String prefix, Enum<?> constant) {
    return constant == null ? "" : texts.getString(prefix + "." + constant.name());
  }

  /** A day in full; nothing for none. */
  public String date(LocalDate day) {
    if (day == null) {
      return "";
    }
    // The day stays with its month at the end of a line.
    String written = DateTimeFormatter.ofPattern("d\u00a0MMMM uuuu", locale).format(day);
    return french() && day.getDayOfMonth() == 1 ? written.replaceFirst("1", "1er") : written;
  }

  /** A day in figures, for tables; nothing for none. */
  public String shortDate(LocalDate day) {
    return day == null ? "" : DateTimeFormatter.ofPattern("dd/MM/uuuu", locale).format(day);
  }

  /** A day of the week with date and hour. */
  public String moment(LocalDateTime at) {
    String hour = DateTimeFormatter.ofPattern(french() ? "H 'h' mm" : "HH:mm", locale).format(at);
    return text(
        "moment",
        DateTimeFormatter.ofPattern("EEEE", locale).format(at),
        date(at.toLocalDate()),
        hour);
  }

  /** An amount in whole euros; nothing for none. */
  public String euros(Integer amount) {
    return amount == null ? "" : text("euros", number(amount));
  }

  /** A share in percent; nothing for none. */
  public String percent(Integer share) {
    return share == null ? "" : text("percent", number(share));
  }

  /** A mean, to one decimal. */
  public String tenths(Double mean) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(1);
    format.setMaximumFractionDigits(1);
    return plain(format.format(mean));
  }

  /** What a figure of the rules comes to; nothing for none. */
  public String figure(Figure figure) {
    return figure == null ? "" : plain(figures.value(figure));
  }

  /** The article that a figure obeys. */
  public String article(Figure figure) {
    return figures.article(figure);
  }

  /** What would have to be known to be sure of a figure; empty when nothing is. */
  public String lacking(Figure figure) {
    return figures.lacking(figure);
  }

  private String number(int value) {
    return plain(NumberFormat.getIntegerInstance(locale).format(value));
  }

  /** Fonts rarely have the narrow space that French groups thousands with. */
  private static String plain(String text) {
    return text.replace('\u202f', '\u00a0');
  }

  /** Yes or no. */
  public String yesNo(boolean value) {
    return text(value ? "yes" : "no");
  }

  private boolean french() {
    return locale == Locale.FRANCE;
  }
}
