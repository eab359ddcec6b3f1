package fr.toitcommun.web.shell;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.FaultTexts;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;

/**
 * Puts the faults of a refusal at their fields. The identity of a field's component is the path of
 * the field with {@code _} for everything that is not a letter or digit ({@code
 * coApplicants_0_birthDate}), in a form that prepends nothing; so no page keeps a map from one to
 * the other. A fault whose field is not on the page is said for the whole.
 */
public final class Faults {
  private Faults() {}

  /** Says every fault, at its field where the page has it. */
  public static void show(FacesContext faces, RefusedInput refused) {
    for (Fault fault : refused.faults()) {
      String id = idOf(fault.field());
      String text = FaultTexts.text(fault, faces.getViewRoot().getLocale());
      UIComponent field = id.isEmpty() ? null : find(faces.getViewRoot(), id);
      // The component stays valid: Faces shows an invalid one as submitted, which is empty once the
      // model has taken it over, and nothing typed may be lost.
      faces.addMessage(
          field == null ? null : field.getClientId(faces),
          new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    }
    faces.validationFailed();
  }

  /** The identity of the component of a field. */
  public static String idOf(String path) {
    return path.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "");
  }

  /** The component of this identity under a parent; null when there is none. */
  public static UIComponent find(UIComponent parent, String id) {
    if (id.equals(parent.getId())) {
      return parent;
    }
    var children = parent.getFacetsAndChildren();
    while (children.hasNext()) {
      UIComponent found = find(children.next(), id);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
