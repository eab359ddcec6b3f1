package fr.toitcommun.web.shell;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FaultTexts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;

/** Faults of single values that cannot even be read. */
final class Refusals {
  private static final int LONGEST_ECHO = 30;

  private Refusals() {}

  /** The fault of this code, with what was typed, shortened. */
  static FacesMessage of(FacesContext faces, String code, String typed) {
    String echo = typed.length() <= LONGEST_ECHO ? typed : typed.substring(0, LONGEST_ECHO) + "…";
    String text = FaultTexts.text(Fault.at("", code, echo), faces.getViewRoot().getLocale());
    return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text);
  }
}
