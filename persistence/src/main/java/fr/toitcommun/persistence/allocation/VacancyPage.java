package fr.toitcommun.persistence.allocation;

import java.util.List;

/** Part of a list of vacant dwellings, and how many there are in all. */
public record VacancyPage(List<VacancyRow> rows, long total) {}
