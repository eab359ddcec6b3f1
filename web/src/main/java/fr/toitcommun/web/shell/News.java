package fr.toitcommun.web.shell;

import jakarta.enterprise.context.Dependent;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.ResourceBundle;

/** Says what an action did, here or on the page that its outcome leads to. */
@Dependent
public class News implements Serializable {

  /**
   * Says it on the page that follows.
   *
   * @param key of the bundle of the screens
   * @param outcome that page
   * @return the outcome, to return from an action
   */
  public String at(String key, String outcome) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    add(faces, FacesMessage.SEVERITY_INFO, key);
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

  private static void add(FacesContext faces, FacesMessage.Severity severity, String key) {
    String text =
        ResourceBundle.getBundle("fr.toitcommun.web.messages", faces.getViewRoot().getLocale())
            .getString(key);
    faces.addMessage(null, new FacesMessage(severity, text, text));
  }
}
