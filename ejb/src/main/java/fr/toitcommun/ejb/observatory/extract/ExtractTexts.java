package fr.toitcommun.ejb.observatory.extract;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of extracts in one language, French unless English is asked for. */
public final class ExtractTexts {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private final Locale locale;
  private final ResourceBundle texts;

  /** The texts in this language. */
  public ExtractTexts(Locale asked) {
    locale = Locale.ENGLISH.getLanguage().equals(asked.getLanguage()) ? Locale.UK : Locale.FRANCE;
    texts =
        ResourceBundle.getBundle(
            ExtractTexts.class.getPackageName() + ".extracts",
            locale,
            ExtractTexts.class.getClassLoader(),
            NO_FALLBACK);
  }

  /** The language. */
  public Locale locale() {
    return locale;
  }

  /** A text with its values filled in. */
  public String say(String key, Object... values) {
    String pattern = texts.getString(key);
    return values.length == 0
        ? pattern
        : new MessageFormat(pattern, locale).format(values).replace('\u202f', '\u00a0');
  }
}
