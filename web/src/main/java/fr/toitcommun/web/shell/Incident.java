package fr.toitcommun.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** The number under which a failure was logged, for its page. */
@Named
@RequestScoped
public class Incident {
  static final String PAGE = "toitcommun.error-page";

  @Inject private HttpServletRequest request;

  /** The number; empty when there is none. */
  public String getNumber() {
    Object page = request.getAttribute(PAGE);
    String said =
        page != null && page.toString().contains("incident=")
            ? page.toString().replaceAll(".*incident=", "")
            : String.valueOf(request.getParameter("incident"));
    return said.matches("[0-9a-f]{8}") ? said : "";
  }
}
