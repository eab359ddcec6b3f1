package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.ejb.registration.WholeFiles;
import fr.toitcommun.persistence.allocation.VacancyReader;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.allocation.eligibility.Candidacy;
import fr.toitcommun.persistence.allocation.eligibility.CandidateFigures;
import fr.toitcommun.persistence.allocation.eligibility.Eligibility;
import fr.toitcommun.persistence.allocation.eligibility.WhatIf;
import fr.toitcommun.persistence.commission.FigureSource;
import fr.toitcommun.persistence.registration.Demand;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The figures of many candidates of a dwelling or of a session at once, for other boundaries: they
 * know that dwellings and demands are their caller's to see.
 */
@Dependent
public class CandidateFigureReader implements FigureSource {
  @Inject private Jdbi jdbi;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private WholeFiles files;

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
    Map<Long, Candidacy> candidacies = new LinkedHashMap<>();
    demandIds.forEach(id -> candidacies.put(id, new Candidacy(vacancy, id)));
    return of(candidacies, demands.today());
  }

  /**
   * The figures of candidates for several dwellings, by whatever they are told apart by: every
   * demand is read once, all of them by the same few statements.
   *
   * @param day whose rules and amounts are in force, and on which ages are counted
   */
  @Override
  public Map<Long, CandidateFigures> of(Map<Long, Candidacy> candidacies, LocalDate day) {
    Eligibility eligibility = new Eligibility(references.current(), day);
    Map<Long, Demand> read =
        files
            .many(candidacies.values().stream().map(Candidacy::demandId).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Demand::id, Function.identity()));
    Map<Long, CandidateFigures> figures = new LinkedHashMap<>();
    candidacies.forEach(
        (candidate, one) ->
            figures.put(
                candidate,
                eligibility.ofCandidate(read.get(one.demandId()), one.vacancy(), WhatIf.NOTHING)));
    return figures;
  }
}
