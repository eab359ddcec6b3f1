package fr.toitcommun.ejb.dossier;

import fr.toitcommun.persistence.registration.dossier.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases at once the content of a document that was deleted; should that fail, the sweep does it.
 */
@ApplicationScoped
public class ContentEraser {
  private static final Logger LOG = LoggerFactory.getLogger(ContentEraser.class);

  void erase(@Observes(during = TransactionPhase.AFTER_SUCCESS) ContentReleased released) {
    try {
      ContentStore.configured().delete(released.key());
    } catch (IOException disk) {
      LOG.warn("Content will be erased by the sweep: {}", disk.getClass().getName());
    }
  }
}
