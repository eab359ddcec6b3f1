package fr.toitcommun.web.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Collections;

/**
 * A system whose credentials are refused is not shown the form of people: where the container would
 * forward it to the sign-in page, it is answered 401.
 */
@WebFilter(
    filterName = "refused-credentials",
    urlPatterns = "/login.xhtml",
    dispatcherTypes = DispatcherType.FORWARD)
public class RefusedCredentials extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String asked = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    if (asked == null || !asked.startsWith(request.getContextPath() + "/api/")) {
      chain.doFilter(request, response);
      return;
    }
    HttpSession prepared = request.getSession(false);
    if (prepared != null && prepared.isNew()) {
      prepared.invalidate();
    }
    Response problem =
        Problems.of(ProblemKind.UNAUTHENTICATED, Collections.list(request.getLocales()), asked);
    response.setStatus(problem.getStatus());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE, problem.getHeaderString(HttpHeaders.WWW_AUTHENTICATE));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getOutputStream().write(Json.get().writeValueAsBytes(problem.getEntity()));
  }
}
