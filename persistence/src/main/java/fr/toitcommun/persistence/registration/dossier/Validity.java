package fr.toitcommun.persistence.registration.dossier;

/** How long a kind of document serves. */
public enum Validity {
  NONE,
  /** So many months from the day it was issued. */
  MONTHS,
  /** A tax notice: until the end of the second year after its income, when the next one counts. */
  TAX_YEAR,
  /** Until the day written on it, when it has one. */
  STATED
}
