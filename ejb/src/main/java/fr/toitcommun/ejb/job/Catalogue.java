package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.journal.NotInScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** The jobs there are. */
@ApplicationScoped
public class Catalogue {
  @Inject @Any private Instance<Job> found;

  /** All of them, in the order in which a night runs them. */
  public List<Job> jobs() {
    return found.stream().sorted(Comparator.comparingInt(Job::order)).toList();
  }

  /**
   * The job of this name.
   *
   * @throws NotInScope when there is none
   */
  public Job job(String id) {
    return jobs().stream()
        .filter(job -> job.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotInScope("job"));
  }
}
