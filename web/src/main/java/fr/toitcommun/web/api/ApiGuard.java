package fr.toitcommun.web.api;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Stands before every resource: nobody unknown comes in, no other site acts through an agent's
 * browser, no endless body is read. The path itself is open in {@code web.xml}, because a
 * constraint there would answer with the login page.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class ApiGuard implements ContainerRequestFilter {
  private static final Set<String> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** Bytes: as much as the server itself takes. */
  private static final int LONGEST_DOCUMENT = 64 * 1024 * 1024;

  private static final String ORIGIN = "Origin";
  private static final String REQUESTED_WITH = "X-Requested-With";

  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext call) {
    if (call.getLength() > longest(call)) {
      refuse(call, ProblemKind.TOO_LARGE);
    } else if (!SAFE.contains(call.getMethod()) && isCrossSite(call)) {
      refuse(call, ProblemKind.CROSS_SITE);
    } else if (request.getUserPrincipal() == null && !opensSession(call)) {
      refuse(call, ProblemKind.UNAUTHENTICATED);
    }
  }

  private static void refuse(ContainerRequestContext call, ProblemKind kind) {
    call.abortWith(
        Problems.of(
            kind, call.getAcceptableLanguages(), call.getUriInfo().getRequestUri().getRawPath()));
  }

  /** Bytes that a body may have here. */
  private static int longest(ContainerRequestContext call) {
    String path = call.getUriInfo().getPath();
    if (path.matches("/?agreements(/[^/]+)?/?")) {
      return BodyReader.LONGEST_AGREEMENT;
    }
    // A document or a stock file flows in; the boundary says how long this one may be.
    return HttpMethod.POST.equals(call.getMethod())
            && path.matches("/?(demands/[^/]+/documents|dwellings/import)/?")
        ? LONGEST_DOCUMENT
        : BodyReader.LONGEST;
  }

  private static boolean opensSession(ContainerRequestContext call) {
    return HttpMethod.POST.equals(call.getMethod())
        && "session".equals(call.getUriInfo().getPath().replaceAll("^/|/$", ""));
  }

  /** A page of another site says so by its origin; one that hides it cannot add a header. */
  private boolean isCrossSite(ContainerRequestContext call) {
    String origin = call.getHeaderString(ORIGIN);
    if (origin != null) {
      return !isOurs(origin, call.getHeaderString(HttpHeaders.HOST));
    }
    boolean byCookie =
        request.getUserPrincipal() != null
            && call.getHeaderString(HttpHeaders.AUTHORIZATION) == null;
    return byCookie && call.getHeaderString(REQUESTED_WITH) == null;
  }

  private static boolean isOurs(String origin, String host) {
    try {
      String authority = new URI(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }
}
