package fr.toitcommun.ejb.observatory.map;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the shapes of maps ready before anyone asks for one. */
@Startup
@Singleton
@DependsOn("DatabasePreparation")
@PermitAll
@TransactionManagement(TransactionManagementType.BEAN)
public class ShapesPreparation {
  private static final Logger LOG = LoggerFactory.getLogger(ShapesPreparation.class);

  @Resource private ManagedExecutorService executor;
  @Inject private ShapesInUse shapes;

  /** Begins beside the start. */
  @PostConstruct
  public void begin() {
    executor.execute(this::prepare);
  }

  private void prepare() {
    try {
      long began = System.nanoTime();
      shapes.current();
      LOG.info(
          "[toit-commun] Shapes of maps ready in {} ms", (System.nanoTime() - began) / 1_000_000L);
    } catch (RuntimeException e) {
      // Whoever asks for a map first has to wait for them then, and is told what is wrong.
      LOG.error("[toit-commun] The shapes of maps could not be prepared", e);
    }
  }
}
