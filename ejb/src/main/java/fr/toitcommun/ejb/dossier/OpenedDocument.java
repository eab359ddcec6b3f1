package fr.toitcommun.ejb.dossier;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.registration.dossier.ContentStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;

/**
 * A document that the caller may open.
 *
 * @param key where its content lies
 * @param mediaType what it is by its content
 * @param size bytes
 */
public record OpenedDocument(String uniqueNumber, long id, UUID key, String mediaType, long size)
    implements Nominative {

  /** Its content, to be closed by the caller. */
  public InputStream content() throws IOException {
    return ContentStore.configured().open(key);
  }

  /** A name for who saves it, which names nobody. */
  public String fileName() {
    return "document-" + id + "." + mediaType.replaceAll(".*/", "").replace("jpeg", "jpg");
  }

  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }
}
