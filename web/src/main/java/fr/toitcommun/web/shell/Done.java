package fr.toitcommun.web.shell;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What an act says once it is done, on the page it leads to: that page is read anew, so that
 * reloading it repeats nothing.
 */
public final class Done {
  private Done() {}

  /**
   * Goes to a page of the application and says there what was done.
   *
   * @param page its address with parameters and, if need be, the fragment to show, such as {@code
   *     /session.xhtml?id=3#item-5}
   * @param key text of the screens; null: nothing is said
   */
  public static void go(String page, String key, Object... arguments) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    if (key != null) {
      String text = Bundles.text(faces.getViewRoot().getLocale(), key, arguments);
      faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, text));
      Flash flash = external.getFlash();
      flash.setKeepMessages(true);
      flash.setRedirect(true);
    }
    try {
      external.redirect(external.getRequestContextPath() + page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says on this page what keeps an act from being done: a text of the screens. */
  public static void fault(String key) {
    faultText(Bundles.text(FacesContext.getCurrentInstance().getViewRoot().getLocale(), key));
  }

  /** Says on this page what is worth knowing: a text of the screens. */
  public static void note(String key) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String text = Bundles.text(faces.getViewRoot().getLocale(), key);
    faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, text));
  }

  /** Says on this page, in these words, what keeps an act from being done. */
  public static void faultText(String text) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    faces.validationFailed();
  }
}
