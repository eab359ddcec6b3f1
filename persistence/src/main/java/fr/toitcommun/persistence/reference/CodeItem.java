package fr.toitcommun.persistence.reference;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A code of one of the form's lists, with its labels and validity.
 *
 * @param validTo last day; null: still valid
 */
public record CodeItem(
    String listName,
    String code,
    String labelFr,
    String labelEn,
    int rank,
    LocalDate validFrom,
    LocalDate validTo) {

  /** The label in French, or in English to a reader of English. */
  public String label(Locale locale) {
    return "en".equals(locale.getLanguage()) ? labelEn : labelFr;
  }

  /** Whether this code may be used on that day. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
  }
}
