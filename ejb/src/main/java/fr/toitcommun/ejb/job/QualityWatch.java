package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.WholeFiles;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import fr.toitcommun.persistence.observatory.quality.QualityLook;
import fr.toitcommun.persistence.observatory.quality.QualityLooks;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.dossier.DossierGaps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Looks, by the rules of form and dossier, at the demands that were changed or not looked at for
 * long, and then counts the quality of the file. Nothing of a demand is changed and nobody reads
 * it: the journal names nobody.
 */
@ApplicationScoped
public class QualityWatch implements Job {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private WholeFiles files;
  @Inject private QualityNight night;

  @Override
  public String id() {
    return "QUALITY";
  }

  /** After all that changes demands. */
  @Override
  public int order() {
    return 60;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    return jdbi.withHandle(handle -> QualityLooks.count(handle, staleOn(day)));
  }

  @Override
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return jdbi.withHandle(handle -> QualityLooks.due(handle, staleOn(day), after, limit));
  }

  private LocalDate staleOn(LocalDate day) {
    return day.minusDays(references.current().value("QUALITY_LOOK_DAYS", day));
  }

  @Override
  public Outcome apply(LocalDate day, List<DueDemand> due) {
    List<Demand> demands =
        files.many(due.stream().map(DueDemand::demandId).toList()).stream()
            .filter(demand -> demand.status() == DemandStatus.ACTIVE)
            .toList();
    Map<Long, DossierGaps.Gap> gaps = new DossierGaps(jdbi, files.dossierRules(day)).of(demands);
    Reference reference = references.current();
    List<QualityLook> looks =
        demands.stream()
            .map(
                demand ->
                    QualityLook.at(
                        demand, files.doubts(demand, day), gaps.get(demand.id()), reference, day))
            .toList();
    jdbi.useHandle(handle -> QualityLooks.keep(handle, looks));
    return Outcome.unnamed(looks.size());
  }

  /** Counts, département by département, each in a transaction of its own. */
  @Override
  @Transactional(TxType.NOT_SUPPORTED)
  public int afterwards(Runnable alive) {
    LocalDate today = LocalDate.now(clock);
    for (String departement : references.current().departements().keySet()) {
      night.count(departement, today);
      alive.run();
    }
    night.counted(today, false);
    for (LocalDate past : night.uncounted(today)) {
      for (String departement : references.current().departements().keySet()) {
        night.derive(departement, past);
        alive.run();
      }
      night.counted(past, true);
    }
    return 0;
  }
}
