package fr.toitcommun.web.api;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.persistence.registration.DoubtfulInput;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.ejb.EJBAccessException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that goes wrong becomes a problem (RFC 9457), and nothing of the inside shows. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
  private static final int FRAMES_KEPT = 12;

  /** Unique violation, serialization failure, deadlock, lock not available. */
  private static final Set<String> COLLISIONS = Set.of("23505", "40001", "40P01", "55P03");

  @Context private HttpHeaders headers;
  @Context private UriInfo uri;

  @Override
  public Response toResponse(Throwable thrown) {
    List<Locale> languages = headers.getAcceptableLanguages();
    String path = uri.getRequestUri().getRawPath();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof DoubtfulInput doubtful) {
        return Problems.of(ProblemKind.DOUBTFUL, languages, path, doubtful.faults());
      }
      if (cause instanceof RefusedInput refused) {
        return Problems.of(ProblemKind.REFUSED, languages, path, refused.faults());
      }
      if (cause instanceof RefusedBody refused) {
        return Problems.of(ProblemKind.MALFORMED, languages, path, refused.faults());
      }
      if (cause instanceof ApiProblem problem) {
        return Problems.of(problem.kind(), languages, path, problem.faults());
      }
      if (cause instanceof NotInScope) {
        return Problems.of(ProblemKind.NOT_FOUND, languages, path);
      }
      if (cause instanceof EJBAccessException) {
        return Problems.of(ProblemKind.FORBIDDEN, languages, path);
      }
      if (cause instanceof ChangedMeanwhile changed) {
        int now = changed.current().version();
        int read = Versions.read(headers.getHeaderString(HttpHeaders.IF_MATCH));
        return Response.fromResponse(Problems.changed(languages, path, now, changed.since(read)))
            .tag(String.valueOf(now))
            .build();
      }
      if (cause instanceof WebApplicationException ofTheStandard) {
        return standard(ofTheStandard, languages, path);
      }
      if (isCollision(cause)) {
        return Problems.of(ProblemKind.CONFLICT, languages, path);
      }
    }
    return internal(thrown, languages);
  }

  private static Response standard(
      WebApplicationException thrown, List<Locale> languages, String path) {
    Response given = thrown.getResponse();
    if (given.getStatus() < 400) {
      return given;
    }
    if (given.getStatus() >= 500) {
      return internal(thrown, languages);
    }
    Response problem = Problems.of(ProblemKind.of(given.getStatus()), languages, path);
    if (given.getHeaderString(HttpHeaders.ALLOW) == null) {
      return problem;
    }
    return Response.fromResponse(problem)
        .header(HttpHeaders.ALLOW, given.getHeaderString(HttpHeaders.ALLOW))
        .build();
  }

  private static boolean isCollision(Throwable cause) {
    return cause instanceof OptimisticLockException
        || cause instanceof PessimisticLockException
        || cause instanceof LockTimeoutException
        || cause instanceof SQLException sql && COLLISIONS.contains(sql.getSQLState());
  }

  /**
   * Logs what failed under a reference that the caller gets; messages may hold names, so they stay
   * out.
   */
  private static Response internal(Throwable thrown, List<Locale> languages) {
    String reference = "urn:uuid:" + UUID.randomUUID();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      LOG.error(
          "{} {}{} at {}",
          reference,
          cause.getClass().getName(),
          cause instanceof SQLException sql ? " " + sql.getSQLState() : "",
          Arrays.stream(cause.getStackTrace()).limit(FRAMES_KEPT).toList());
    }
    return Problems.of(ProblemKind.INTERNAL, languages, reference);
  }
}
