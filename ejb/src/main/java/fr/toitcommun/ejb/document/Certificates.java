package fr.toitcommun.ejb.document;

import fr.toitcommun.persistence.registration.DemandFile;
import jakarta.enterprise.context.Dependent;

/** Registration certificates (R.441-2-4). */
@Dependent
public class Certificates {
  /** The certificate of a demand. */
  public byte[] of(DemandFile file) {
    throw new UnsupportedOperationException(file.uniqueNumber());
  }
}
