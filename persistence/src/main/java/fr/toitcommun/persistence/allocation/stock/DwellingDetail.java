package fr.toitcommun.persistence.allocation.stock;

import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.VacancyRow;
import java.util.List;

/**
 * A dwelling with all its fields and its vacancies.
 *
 * @param version compared when it is modified
 * @param form its fields
 * @param vacancies the latest first, a hundred at most
 */
public record DwellingDetail(
    long id,
    int version,
    long landlordId,
    String landlord,
    DwellingForm form,
    List<VacancyRow> vacancies) {

  /** The vacancy that is open; null: it is not vacant. */
  public VacancyRow open() {
    return vacancies.stream()
        .filter(vacancy -> vacancy.status().name().equals("OPEN"))
        .findFirst()
        .orElse(null);
  }
}
