package fr.toitcommun.web.api;

import fr.toitcommun.persistence.allocation.VacancyRow;
import java.util.List;

/**
 * Vacant dwellings of the caller's stock.
 *
 * @param total how many there are in all
 */
public record VacancyList(long total, int offset, List<VacancyRow> vacancies) {}
