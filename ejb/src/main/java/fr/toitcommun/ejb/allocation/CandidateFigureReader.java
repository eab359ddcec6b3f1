package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.allocation.VacancyReader;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.eligibility.CandidateFigures;
import fr.toitcommun.persistence.allocation.eligibility.Eligibility;
import fr.toitcommun.persistence.allocation.eligibility.WhatIf;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * The figures of many candidates of a dwelling at once, for other boundaries: they know that
 * dwelling and demands are their caller's to see.
 */
@Dependent
public class CandidateFigureReader {
  @Inject private Jdbi jdbi;
  @Inject private References references;
  @Inject private Demands demands;

  /**
   * The figures of these demands for a vacant dwelling, by demand: the same few statements, however
   * many they are.
   *
   * @throws NotInScope when there is no such vacancy
   */
  public Map<Long, CandidateFigures> of(long vacancyId, Collection<Long> demandIds) {
    VacancyRow vacancy =
        new VacancyReader(jdbi)
            .find(vacancyId)
            .orElseThrow(() -> new NotInScope("vacancy " + vacancyId));
    return of(vacancy, demandIds);
  }

  /** The same for a vacancy that was read already. */
  public Map<Long, CandidateFigures> of(VacancyRow vacancy, Collection<Long> demandIds) {
    Eligibility eligibility = new Eligibility(references.current(), demands.today());
    Map<Long, CandidateFigures> figures = new LinkedHashMap<>();
    demands
        .many(demandIds)
        .forEach(
            demand ->
                figures.put(demand.id(), eligibility.ofCandidate(demand, vacancy, WhatIf.NOTHING)));
    return figures;
  }
}
