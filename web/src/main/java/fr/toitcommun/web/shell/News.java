package fr.toitcommun.web.shell;

import jakarta.enterprise.context.Dependent;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;

/** Says what an action did, here or on the page that its outcome leads to. */
@Dependent
public class News implements Serializable {

  /**
   * Says it on the page that follows.
   *
   * @param key of the bundle of the screens
   * @param outcome that page
   * @param arguments what the text mentions
   * @return the outcome, to return from an action
   */
  public String at(String key, String outcome, Object... arguments) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    add(faces, FacesMessage.SEVERITY_INFO, key, arguments);
    return outcome;
  }

  /** Says something here, and on the page that a redirection leads to. */
  public void tell(String key) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    add(faces, FacesMessage.SEVERITY_INFO, key);
  }

  /** Warns here: what was asked was not done. */
  public void warn(String key) {
    add(FacesContext.getCurrentInstance(), FacesMessage.SEVERITY_ERROR, key);
  }

  private static void add(
      FacesContext faces, FacesMessage.Severity severity, String key, Object... arguments) {
    String text = Bundles.text(faces.getViewRoot().getLocale(), key, arguments);
    faces.addMessage(null, new FacesMessage(severity, text, text));
  }
}
