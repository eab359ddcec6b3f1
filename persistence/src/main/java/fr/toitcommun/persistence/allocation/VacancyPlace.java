package fr.toitcommun.persistence.allocation;

/**
 * A municipality where a landlord has open vacancies.
 *
 * @param code INSEE code
 * @param open how many
 */
public record VacancyPlace(String code, String name, long open) {}
