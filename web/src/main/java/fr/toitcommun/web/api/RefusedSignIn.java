package fr.toitcommun.web.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A system whose password is wrong: the container answers it, as a person, with the page to sign
 * in. This filter leads the request back to where it was going, where it is nobody's, and gets the
 * problem that nobody gets.
 */
@WebFilter(
    filterName = "refused-sign-in",
    urlPatterns = "/login.xhtml",
    dispatcherTypes = DispatcherType.FORWARD)
public class RefusedSignIn extends HttpFilter {

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String asked = (String) request.getAttribute(RequestDispatcher.FORWARD_SERVLET_PATH);
    if (asked != null && asked.startsWith("/api")) {
      Object rest = request.getAttribute(RequestDispatcher.FORWARD_PATH_INFO);
      request.getRequestDispatcher(rest == null ? asked : asked + rest).forward(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }
}
