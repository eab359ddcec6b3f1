package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.persistence.registration.dossier.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * The file of an extract that the caller takes out.
 *
 * @param size bytes
 */
public record OpenedExtract(UUID key, String fileName, String mediaType, long size) {
  /** Its content, to be closed by the caller. */
  public InputStream content() throws IOException {
    return ContentStore.configured().open(key);
  }
}
