package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Unit;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of reports in one language, and its way to write figures and days. */
final class ReportWords {
  private static final String NONE = "–";
  private static final String SECRET = "s";

  private final Locale locale;
  private final ResourceBundle texts;

  ReportWords(String language) {
    this.locale = Locale.ENGLISH.getLanguage().equals(language) ? Locale.UK : Locale.FRANCE;
    this.texts =
        ResourceBundle.getBundle(
            ReportWords.class.getPackageName() + ".reports",
            locale,
            ReportWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  Locale locale() {
    return locale;
  }

  String text(String key, Object... values) {
    String pattern = texts.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** What a territory is called, with the part of it that figures are of. */
  String named(ReportTerritory territory) {
    List<String> part = territory.part();
    return part.isEmpty()
        ? territory.name()
        : text("part.of", territory.name(), part.size(), String.join(", ", part));
  }

  /** A name within a sentence: its first letter small, unless it begins with an acronym. */
  String within(String name) {
    return name.length() > 1 && Character.isLowerCase(name.charAt(1))
        ? name.substring(0, 1).toLowerCase(locale) + name.substring(1)
        : name;
  }

  /** A day in full. */
  String date(LocalDate day) {
    String written = DateTimeFormatter.ofPattern("d\u00a0MMMM uuuu", locale).format(day);
    return locale == Locale.FRANCE && day.getDayOfMonth() == 1
        ? written.replaceFirst("1", "1er")
        : written;
  }

  /** A value alone; a sign where it is secret or there is none. */
  String value(Cell cell, Unit unit) {
    if (cell == null || cell.value() == null) {
      return cell != null && cell.secret() ? SECRET : NONE;
    }
    return number(cell.value(), tenths(unit) ? 1 : 0);
  }

  /** A value with its unit, where that is not what the figure's name says already. */
  String figure(Cell cell, Unit unit) {
    String value = value(cell, unit);
    boolean bare = cell == null || cell.value() == null || !texts.containsKey("unit." + unit);
    return bare ? value : text("unit." + unit, value);
  }

  /** The same within a sentence, which a sign would break. */
  String inSentence(Cell cell, Unit unit) {
    return cell != null && cell.secret() ? text("secret.inSentence") : figure(cell, unit);
  }

  /** The share of a whole in percent; a sign where it cannot be told. */
  String share(Cell part, Cell whole) {
    if (part.secret() || whole == null || whole.secret()) {
      return SECRET;
    }
    return part.value() == null || whole.value() == null || whole.value() == 0
        ? NONE
        : text("unit.PERCENT", number(part.value() * 100 / whole.value(), 1));
  }

  String number(double value, int decimals) {
    DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
    DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
    if (symbols.getGroupingSeparator() == '\u202f') {
      // Fonts rarely have the narrow space that French groups thousands with.
      symbols.setGroupingSeparator('\u00a0');
      format.setDecimalFormatSymbols(symbols);
    }
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(value);
  }

  private static boolean tenths(Unit unit) {
    return switch (unit) {
      case DEMANDS, FACTS, LEASES -> false;
      case PERCENT, MONTHS, DEMANDS_PER_LEASE, DEMANDS_PER_HUNDRED -> true;
    };
  }
}
