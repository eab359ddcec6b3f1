package fr.toitcommun.web.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Takes the choice of language off the address ({@code ?lang=en}) and keeps it in the session, so
 * that shared links carry none.
 */
@WebFilter(
    filterName = "language-choice",
    urlPatterns = "*.xhtml",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD})
public class LanguageChoice extends HttpFilter {

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String chosen = request.getParameter("lang");
    if (Language.isOne(chosen)) {
      request.getSession().setAttribute(Language.KEPT, chosen);
      // The page of signing in is forwarded to: its address is that of the page asked for.
      if (request.getDispatcherType() == DispatcherType.REQUEST
          && "GET".equals(request.getMethod())) {
        response.sendRedirect(withoutChoice(request));
        return;
      }
    }
    chain.doFilter(request, response);
  }

  private static String withoutChoice(HttpServletRequest request) {
    String rest =
        request.getQueryString().replaceAll("(^|&)lang=[^&]*", "$1").replaceAll("&{2,}|^&|&$", "");
    return request.getRequestURI() + (rest.isEmpty() ? "" : "?" + rest);
  }
}
