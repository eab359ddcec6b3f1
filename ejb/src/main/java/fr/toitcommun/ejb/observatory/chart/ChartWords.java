package fr.toitcommun.ejb.observatory.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The few words of charts in one language, and its way to write numbers. */
final class ChartWords {
  private final Locale locale;
  private final ResourceBundle texts;

  ChartWords(Locale locale) {
    this.locale =
        Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.UK : Locale.FRANCE;
    this.texts =
        ResourceBundle.getBundle(
            ChartWords.class.getPackageName() + ".charts",
            this.locale,
            ChartWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String language() {
    return locale.getLanguage();
  }

  String text(String key, Object... values) {
    String pattern = texts.getString(key);
    return values.length == 0 ? pattern : new MessageFormat(pattern, locale).format(values);
  }

  /** Without sign: a pyramid's left side is not negative for its reader. */
  NumberFormat unsigned(boolean whole) {
    DecimalFormat format = numbers(whole);
    format.setNegativePrefix("");
    return format;
  }

  /** For an axis, whose numbers are round: decimals only where there are any. */
  NumberFormat ofAxis(boolean signed) {
    DecimalFormat format = numbers(false);
    format.setMinimumFractionDigits(0);
    format.setMaximumFractionDigits(2);
    if (!signed) {
      format.setNegativePrefix("");
    }
    return format;
  }

  /** To one decimal at most; fonts rarely have the narrow space that French groups with. */
  DecimalFormat numbers(boolean whole) {
    DecimalFormat format = (DecimalFormat) NumberFormat.getNumberInstance(locale);
    DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
    if (symbols.getGroupingSeparator() == '\u202f') {
      symbols.setGroupingSeparator('\u00a0');
    }
    // A hyphen is too short to be seen before a number.
    symbols.setMinusSign('\u2212');
    format.setDecimalFormatSymbols(symbols);
    format.setMinimumFractionDigits(whole ? 0 : 1);
    format.setMaximumFractionDigits(whole ? 0 : 1);
    return format;
  }

  /** What it is and all values in words, for those who do not see the picture. */
  String description(ChartData data, String kind) {
    return text("kind." + kind, data.unit()) + " " + values(data);
  }

  /** All values in words. */
  String values(ChartData data) {
    NumberFormat format = numbers(data.wholeNumbers());
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < data.categories().size(); c++) {
      all.append(c == 0 ? "" : " ").append(data.categories().get(c).label());
      all.append(text("colon"));
      for (int s = 0; s < data.series().size(); s++) {
        ChartData.Series one = data.series().get(s);
        Double value = one.values().get(c);
        all.append(s == 0 ? " " : ", ");
        if (data.series().size() > 1) {
          all.append(one.label()).append(' ');
        }
        all.append(value == null ? text("hidden") : format.format(value));
      }
      all.append('.');
    }
    return all.toString();
  }
}
