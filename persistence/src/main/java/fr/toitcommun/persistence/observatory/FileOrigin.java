package fr.toitcommun.persistence.observatory;

/** How a file of the observatory came to be; told wherever its figures are shown. */
public enum FileOrigin {
  /** Written on its day, of demands as they stood. */
  TAKEN,
  /** Written later, from the dates of demands: what else they say is as of the writing. */
  REBUILT,
  /** Invented for the demonstration. */
  INVENTED
}
