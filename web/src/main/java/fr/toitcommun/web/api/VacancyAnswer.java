package fr.toitcommun.web.api;

/**
 * A dwelling was declared vacant.
 *
 * @param vacancyId by which it is named from now on
 */
public record VacancyAnswer(long vacancyId) {}
