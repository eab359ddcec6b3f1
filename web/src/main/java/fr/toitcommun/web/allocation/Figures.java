package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.EligibilityFigures;
import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureStep;
import fr.toitcommun.persistence.registration.figure.FigureTexts;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Figures as screens tell them, and those of a demand. */
@Named
@RequestScoped
public class Figures {
  private static final String NONE = "–";

  @Inject private EligibilityFigures eligibility;
  @Inject private CodeLists lists;
  @Inject private Language language;
  @Inject private Texts screen;

  private final Map<String, List<Figure>> read = new HashMap<>();
  private FigureTexts texts;

  /** The figures of a demand by itself. */
  public List<Figure> of(String number) {
    return read.computeIfAbsent(number, one -> eligibility.ofDemand(one).figures());
  }

  private FigureTexts texts() {
    if (texts == null) {
      Locale locale = language.getLocale();
      texts = new FigureTexts(locale, (list, code) -> lists.label(list, code, locale));
    }
    return texts;
  }

  public String name(Figure figure) {
    return texts().name(figure);
  }

  public String value(Figure figure) {
    return texts().value(figure);
  }

  public String article(Figure figure) {
    return texts().article(figure);
  }

  public String step(FigureStep step) {
    return texts().step(step);
  }

  public String result(FigureStep step) {
    return texts().result(step);
  }

  public String missing(String what) {
    return texts().missing(what);
  }

  /** Everything that is missing to be sure of a figure; empty when nothing is, or for none. */
  public String lacking(Figure figure) {
    return figure == null ? "" : texts().lacking(figure);
  }

  /** A figure on one line: its value, then what is missing; a dash for none. */
  public String told(Figure figure) {
    if (figure == null) {
      return NONE;
    }
    String lacking = lacking(figure);
    return lacking.isEmpty() ? value(figure) : screen.say("figure.lacking", value(figure), lacking);
  }
}
