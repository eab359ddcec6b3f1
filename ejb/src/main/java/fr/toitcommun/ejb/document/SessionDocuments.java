package fr.toitcommun.ejb.document;

import fr.toitcommun.persistence.commission.SessionDetail;
import jakarta.enterprise.context.Dependent;

/** Documents of a session. */
@Dependent
public class SessionDocuments {
  /** The dossier. */
  public byte[] dossier(SessionDetail detail) {
    throw new UnsupportedOperationException(detail.place());
  }

  /** The minutes. */
  public byte[] minutes(SessionDetail detail) {
    throw new UnsupportedOperationException(detail.place());
  }
}
