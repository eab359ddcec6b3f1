package fr.toitcommun.web.shell;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.ejb.EJBAccessException;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import java.util.Iterator;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Turns what boundaries refuse into what a person can read: faults at their fields, a page that
 * says nothing is there, a page that says it is not allowed. What nobody foresaw is logged under a
 * number without its message, which might name people, and the person gets that number and no
 * trace.
 */
public class Problems extends ExceptionHandlerWrapper {
  private static final System.Logger LOG = System.getLogger(Problems.class.getName());

  /** Addresses of pages of ours that show a draft. */
  private static final Pattern RESUMED =
      Pattern.compile("(register|modify)\\.xhtml\\?[A-Za-z0-9=&_-]+");

  Problems(ExceptionHandler wrapped) {
    super(wrapped);
  }

  @Override
  public void handle() {
    FacesContext faces = FacesContext.getCurrentInstance();
    Iterator<ExceptionQueuedEvent> queued = getUnhandledExceptionQueuedEvents().iterator();
    while (queued.hasNext()) {
      Throwable thrown = queued.next().getContext().getException();
      queued.remove();
      if (!faces.getResponseComplete()) {
        answer(faces, thrown);
      }
    }
    getWrapped().handle();
  }

  private static void answer(FacesContext faces, Throwable thrown) {
    RefusedInput refused = cause(thrown, RefusedInput.class);
    if (refused != null) {
      Faults.show(faces, refused);
    } else if (cause(thrown, OptimisticLockException.class) != null) {
      String text =
          ResourceBundle.getBundle("fr.toitcommun.web.messages", faces.getViewRoot().getLocale())
              .getString("problem.changedMeanwhile");
      faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
    } else if (cause(thrown, NotInScope.class) != null) {
      page(faces, 404, "error-404.xhtml");
    } else if (cause(thrown, EJBAccessException.class) != null) {
      page(faces, 403, "error-403.xhtml");
    } else if (cause(thrown, ViewExpiredException.class) != null) {
      redirect(faces, afterExpiry(faces));
    } else {
      page(faces, 500, "error-500.xhtml?incident=" + log(thrown));
    }
  }

  /** A page that keeps a draft says where to go on with it; any other has expired. */
  private static String afterExpiry(FacesContext faces) {
    String resume = faces.getExternalContext().getRequestParameterMap().get("resume");
    return resume != null && RESUMED.matcher(resume).matches() ? resume : "error-expired.xhtml";
  }

  private static void page(FacesContext faces, int status, String page) {
    ExternalContext external = faces.getExternalContext();
    if (faces.getPartialViewContext().isAjaxRequest() || external.isResponseCommitted()) {
      redirect(faces, page);
      return;
    }
    try {
      external.getRequestMap().put(Incident.PAGE, page);
      external.responseSendError(status, null);
      faces.responseComplete();
    } catch (IOException e) {
      throw new FacesException(e);
    }
  }

  private static void redirect(FacesContext faces, String page) {
    ExternalContext external = faces.getExternalContext();
    try {
      external.redirect(external.getRequestContextPath() + "/" + page);
    } catch (IOException | IllegalStateException e) {
      // The answer has begun: nothing more can be said, and nothing was.
      faces.responseComplete();
    }
  }

  private static <T extends Throwable> T cause(Throwable thrown, Class<T> wanted) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (wanted.isInstance(at)) {
        return wanted.cast(at);
      }
    }
    return null;
  }

  private static String log(Throwable thrown) {
    String incident = UUID.randomUUID().toString().substring(0, 8);
    Throwable root = thrown;
    StringBuilder story = new StringBuilder(thrown.getClass().getName());
    while (root.getCause() != null) {
      root = root.getCause();
      story.append(" <- ").append(root.getClass().getName());
    }
    StackTraceElement[] trace = root.getStackTrace();
    for (int i = 0; i < Math.min(trace.length, 25); i++) {
      story.append("\n  at ").append(trace[i]);
    }
    LOG.log(System.Logger.Level.ERROR, "Incident {0}: {1}", incident, story);
    return incident;
  }
}
