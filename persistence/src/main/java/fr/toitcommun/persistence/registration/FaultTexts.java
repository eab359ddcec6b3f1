package fr.toitcommun.persistence.registration;

import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** What a fault says to people, in French or to readers of English in English. */
public final class FaultTexts {
  private static final String BUNDLE = "fr.toitcommun.persistence.Faults";
  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  // The root bundle is the French one; the language of the server must not come in between.
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final int MOST_ARGUMENTS = 2;

  private FaultTexts() {}

  /**
   * The text of a fault; dates and amounts it mentions are written as the language writes them.
   *
   * @throws java.util.MissingResourceException when its code has no text
   */
  public static String text(Fault fault, Locale locale) {
    MessageFormat text = new MessageFormat(bundle(locale).getString(fault.code()), locale);
    Format[] formats = text.getFormatsByArgumentIndex();
    Object[] arguments = new Object[fault.arguments().size()];
    for (int i = 0; i < arguments.length; i++) {
      String argument = fault.arguments().get(i);
      boolean amount = i < formats.length && formats[i] instanceof NumberFormat;
      arguments[i] = amount ? Long.valueOf(argument) : shown(argument, locale);
    }
    return text.format(arguments);
  }

  /** The text of a control whatever the form: dots stand for what depends on it. */
  public static String text(Control<?> control, Locale locale) {
    List<String> arguments = new ArrayList<>(control.arguments());
    while (arguments.size() < MOST_ARGUMENTS) {
      arguments.add("…");
    }
    return text(new Fault(control.field(), control.code(), arguments), locale);
  }

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, FaultTexts.class.getClassLoader(), NO_FALLBACK);
  }

  private static String shown(String argument, Locale locale) {
    if (!ISO_DATE.matcher(argument).matches()) {
      return argument;
    }
    String form = "en".equals(locale.getLanguage()) ? "d MMMM uuuu" : "dd/MM/uuuu";
    try {
      return LocalDate.parse(argument).format(DateTimeFormatter.ofPattern(form, locale));
    } catch (DateTimeException impossibleDay) {
      return argument;
    }
  }
}
