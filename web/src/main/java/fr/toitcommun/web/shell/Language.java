package fr.toitcommun.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** The language of this agent's screens: French, or English by choice. */
@Named
@RequestScoped
public class Language {
  static final String KEPT = "toitcommun.language";
  private static final List<String> TAGS = List.of("fr", "en");

  @Inject private HttpServletRequest request;

  static boolean isOne(String tag) {
    return tag != null && TAGS.contains(tag);
  }

  /**
   * The language asked of a document by {@code lang} in its address: French, in which the law is
   * written and letters go out, unless English is asked for, whatever the screens' language.
   */
  public static Locale ofDocument(HttpServletRequest request) {
    String asked = request.getParameter("lang");
    return Locale.forLanguageTag(isOne(asked) ? asked : TAGS.get(0));
  }

  /** Has all texts of this request in the language of the document that it answers with. */
  public void speak(Locale locale) {
    request.setAttribute(KEPT, locale.getLanguage());
  }

  /** Language tag, as the page's {@code lang} says it. */
  public String getTag() {
    if (request.getAttribute(KEPT) instanceof String spoken) {
      return spoken;
    }
    HttpSession session = request.getSession(false);
    Object kept = session == null ? null : session.getAttribute(KEPT);
    return kept == null ? TAGS.get(0) : (String) kept;
  }

  /** The same as a locale. */
  public Locale getLocale() {
    return Locale.forLanguageTag(getTag());
  }

  /** Address of this page in the other language, relative to it. */
  public String getSwitchQuery() {
    StringJoiner query = new StringJoiner("&", "?", "");
    for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
      // What was posted is not part of the page's address.
      if (request.getQueryString() != null
          && request.getQueryString().contains(encoded(parameter.getKey()) + "=")
          && !parameter.getKey().equals("lang")) {
        query.add(encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()[0]));
      }
    }
    return query.add("lang=" + ("fr".equals(getTag()) ? "en" : "fr")).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
