package fr.toitcommun.ejb.document;

import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.FieldChange;

/** How the history of a demand reads in the language of a document: as on the screens. */
public interface HistoryWords {
  /** A change of a field, in words. */
  record Line(String field, String from, String to) {}

  /** A field that changed, with the person it belongs to, and what it was and became. */
  Line line(FieldChange change);

  /** What an event says besides its kind; empty when nothing. */
  String said(DemandFile.Event event);

  /**
   * What a criterion of a scoring grid counts.
   *
   * @param fact its name; null where the reader may not know it
   */
  String criterion(String fact);
}
