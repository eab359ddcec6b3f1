package fr.toitcommun.ejb.observatory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The words of the observatory of one request: a page names things at several places, and the names
 * of partners and desks are read for it once.
 */
@RequestScoped
public class RequestWords {
  @Inject private Answers answers;

  private final Map<Locale, ObservatoryWords> words = new HashMap<>();

  /** The words in a language. */
  public ObservatoryWords in(Locale language) {
    return words.computeIfAbsent(language, answers::words);
  }
}
