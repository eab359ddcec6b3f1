package fr.toitcommun.persistence.registration.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says at {@code /health/ready} whether documents can be kept and whether they are scanned for
 * viruses. It never calls the server unready: all else works without.
 */
@Readiness
@ApplicationScoped
public class DocumentsHealth implements HealthCheck {
  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("documents")
        .withData("store", ContentStore.configured().isWritable() ? "writable" : "not writable")
        .withData("virus scanner", ScannerAddress.configured().isPresent() ? "configured" : "none")
        .up()
        .build();
  }
}
