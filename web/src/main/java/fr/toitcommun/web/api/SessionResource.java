package fr.toitcommun.web.api;

import fr.toitcommun.ejb.partner.Agents;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * A session for systems that call often: the password is checked once, which takes tens of
 * milliseconds.
 */
@Path("session")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Session")
public class SessionResource {
  private static final String BASIC = "Basic ";

  @Inject private Agents agents;
  @Context private HttpServletRequest request;

  /** Opens a session. */
  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(
      operationId = "openSession",
      summary = "Open a session",
      description = "By HTTP Basic without body, or by login and password as JSON.")
  @RequestBody(
      required = false,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Credentials.class)))
  @APIResponse(responseCode = "204", description = "Opened; the answer sets the cookie")
  public void open(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization)
      throws IOException, ServletException {
    Credentials stated = isBasic(authorization) ? basic(authorization) : sent();
    if (stated.login() == null || stated.password() == null) {
      throw new ApiProblem(ProblemKind.UNAUTHENTICATED);
    }
    if (request.getUserPrincipal() != null) {
      request.logout();
    }
    HttpSession before = request.getSession(false);
    if (before != null) {
      // Whatever was prepared under an older cookie is not taken over.
      before.invalidate();
    }
    request.getSession(true);
    try {
      request.login(stated.login(), stated.password());
    } catch (ServletException notKnown) {
      request.getSession().invalidate();
      throw new ApiProblem(ProblemKind.UNAUTHENTICATED);
    }
  }

  /** Who is signed in. */
  @GET
  @Operation(operationId = "readSession", summary = "Who is signed in, for whom, with which rights")
  @APIResponse(
      responseCode = "200",
      description = "The agent",
      content = @Content(schema = @Schema(implementation = SessionAnswer.class)))
  public SessionAnswer read() {
    return SessionAnswer.of(agents.me());
  }

  /** Closes the session. */
  @DELETE
  @Operation(operationId = "closeSession", summary = "Close the session")
  @APIResponse(responseCode = "204", description = "Closed")
  public void close() throws ServletException {
    request.logout();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  private static boolean isBasic(String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length());
  }

  private static Credentials basic(String authorization) {
    try {
      byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()).trim());
      String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
      return new Credentials(parts[0], parts.length == 2 ? parts[1] : null);
    } catch (IllegalArgumentException notBase64) {
      throw new ApiProblem(ProblemKind.UNAUTHENTICATED);
    }
  }

  private Credentials sent() throws IOException {
    String type = request.getContentType();
    if (type == null) {
      throw new ApiProblem(ProblemKind.UNAUTHENTICATED);
    }
    if (!type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_JSON)) {
      throw new NotSupportedException();
    }
    return BodyReader.read(request.getInputStream(), Credentials.class);
  }
}
