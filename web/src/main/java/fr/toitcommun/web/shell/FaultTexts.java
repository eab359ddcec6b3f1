package fr.toitcommun.web.shell;

import fr.toitcommun.persistence.registration.Fault;
import java.text.MessageFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * What a fault says to a person. Screens and the interface for systems share these texts (bundle
 * {@code Faults}).
 */
public final class FaultTexts {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

  private FaultTexts() {}

  /** The text of a fault; its code when the bundle lacks it. */
  public static String of(Fault fault, Locale locale) {
    try {
      String pattern =
          ResourceBundle.getBundle("fr.toitcommun.web.Faults", locale).getString(fault.code());
      Object[] arguments = fault.arguments().stream().map(FaultTexts::readable).toArray();
      return new MessageFormat(pattern, locale).format(arguments);
    } catch (MissingResourceException e) {
      return fault.code();
    }
  }

  /** Arguments are texts; a day among them is written as people write it, unless it is impossible. */
  private static String readable(String argument) {
    try {
      return argument.matches("\\d{4}-\\d{2}-\\d{2}")
          ? DAY.format(LocalDate.parse(argument))
          : argument;
    } catch (DateTimeException impossibleDay) {
      return argument;
    }
  }
}
