package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.CandidateRows;
import fr.toitcommun.persistence.allocation.scoring.DueScores;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Scores demands anew where time or another grid changes what they score (R.441-2-10), and ranks
 * them by it. A score is worked out, not read: the journal names nobody.
 */
@ApplicationScoped
public class ScoreUpkeep implements Job {
  @Inject private Jdbi jdbi;
  @Inject private References references;

  @Override
  public String id() {
    return "SCORES";
  }

  @Override
  public int order() {
    return 15;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    return new DueScores(jdbi).count(day);
  }

  @Override
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return new DueScores(jdbi).due(day, after, limit);
  }

  /** All: to count what is due takes as long as to look into each. */
  @Override
  public Set<String> departements(LocalDate day) {
    return references.current().departements().keySet();
  }

  /** What is due is found for a whole département at once: few pages. */
  @Override
  public int page() {
    return 50_000;
  }

  @Override
  public Outcome apply(LocalDate day, List<DueDemand> due) {
    List<Long> demands = due.stream().map(DueDemand::demandId).toList();
    jdbi.useHandle(handle -> CandidateRows.refresh(handle, demands, day));
    return Outcome.unnamed(demands.size());
  }

  /** Lists are read from their index alone only once the old rows are swept. */
  @Override
  @Transactional(TxType.NOT_SUPPORTED)
  public int afterwards(Runnable alive) {
    jdbi.useHandle(CandidateRows::tidy);
    alive.run();
    return 0;
  }
}
