package fr.toitcommun.persistence.allocation.eligibility;

import fr.toitcommun.persistence.allocation.VacancyRow;

/** A demand that is a candidate for a vacant dwelling. */
public record Candidacy(VacancyRow vacancy, long demandId) {}
