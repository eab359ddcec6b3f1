package fr.toitcommun.persistence.installation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says at {@code /health/ready} whether the database answers: without it this server has nothing to
 * give.
 *
 * <p>It is in this module because WildFly's health extension sees, in an EAR, the beans of {@code
 * lib/} alone.
 */
@Readiness
@ApplicationScoped
public class DatabaseReady implements HealthCheck {

  private static final int PATIENCE_IN_SECONDS = 2;

  @Resource(lookup = "java:jboss/datasources/ToitCommun")
  private DataSource database;

  /** Asks the database the simplest question, and does not wait long for the answer. */
  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("database");
    try (Connection connection = database.getConnection();
        Statement question = connection.createStatement()) {
      question.setQueryTimeout(PATIENCE_IN_SECONDS);
      question.execute("select 1");
      return answer.up().build();
    } catch (SQLException e) {
      // The state tells the kind of failure; the message might tell addresses to whoever asks.
      return answer.down().withData("state", String.valueOf(e.getSQLState())).build();
    }
  }
}
