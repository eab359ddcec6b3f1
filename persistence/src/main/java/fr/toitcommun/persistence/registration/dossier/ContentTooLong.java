package fr.toitcommun.persistence.registration.dossier;

import java.io.IOException;

/** What was sent is longer than a document may be; nothing of it is kept. */
public class ContentTooLong extends IOException {
  private static final long serialVersionUID = 1L;
}
