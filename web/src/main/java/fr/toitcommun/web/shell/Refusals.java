package fr.toitcommun.web.shell;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FaultTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.ConverterException;

/** Faults of single values that cannot even be read. */
final class Refusals {
  private static final int LONGEST_ECHO = 30;

  /** Button by which the page keeps what is typed while it is typed. */
  private static final String KEEPING = "keep";

  private Refusals() {}

  /**
   * What was typed cannot be read. While a draft is kept in passing, what is half typed is left out
   * of it, so that the rest is kept.
   *
   * @return null, while a draft is kept in passing
   * @throws ConverterException saying so at the field, at any other time
   */
  static <T> T unreadable(FacesContext faces, String code, String typed) {
    if (faces.getExternalContext().getRequestParameterMap().containsKey(KEEPING)) {
      return null;
    }
    throw new ConverterException(of(faces, code, typed));
  }

  /** The fault of this code, with what was typed, shortened. */
  private static FacesMessage of(FacesContext faces, String code, String typed) {
    String echo = typed.length() <= LONGEST_ECHO ? typed : typed.substring(0, LONGEST_ECHO) + "…";
    String text = FaultTexts.text(Fault.at("", code, echo), faces.getViewRoot().getLocale());
    return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
  }
}
