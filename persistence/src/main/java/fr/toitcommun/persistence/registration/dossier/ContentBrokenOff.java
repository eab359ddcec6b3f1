package fr.toitcommun.persistence.registration.dossier;

import java.io.IOException;

/** Whoever sent a document stopped before its end; nothing of it is kept. */
public class ContentBrokenOff extends IOException {
  private static final long serialVersionUID = 1L;

  ContentBrokenOff(IOException cause) {
    super(cause);
  }
}
