package fr.toitcommun.web.shell;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The texts of the screens, one bundle per room: a key stands in one of them only, so that whoever
 * says it need not know which.
 */
final class Bundles {
  private static final List<String> NAMES =
      List.of(
          "messages",
          "allocation",
          "stock",
          "eligibility",
          "matching",
          "following",
          "commission",
          "observatory",
          "quality",
          "maps",
          "extracts",
          "query",
          "reports");

  private Bundles() {}

  /**
   * A text with its arguments.
   *
   * @throws java.util.MissingResourceException when no bundle has that key
   */
  static String text(Locale locale, String key, Object... arguments) {
    String pattern = bundleOf(key, locale).getString(key);
    return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
  }

  private static ResourceBundle bundleOf(String key, Locale locale) {
    for (String name : NAMES) {
      ResourceBundle bundle = ResourceBundle.getBundle("fr.toitcommun.web." + name, locale);
      if (bundle.containsKey(key)) {
        return bundle;
      }
    }
    return ResourceBundle.getBundle("fr.toitcommun.web." + NAMES.get(0), locale);
  }
}
