package fr.toitcommun.ejb.job;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.Outcome;
import fr.toitcommun.persistence.registration.duplicate.DuplicateSweep;
import fr.toitcommun.persistence.registration.duplicate.FoundSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Searches the file for duplicates (arrêté of 23 March 2015, annex §8). What is due is a set of
 * demands, under the first of them; what it would open or let grow is searched for each time it is
 * asked, and compared once more where it is kept.
 */
@ApplicationScoped
public class DuplicateWatch implements Job {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;

  @Override
  public String id() {
    return "DUPLICATE_SWEEP";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  @Transactional
  public Map<String, Long> count(LocalDate day) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String departement : departements(day)) {
      long found =
          jdbi.withHandle(handle -> (long) DuplicateSweep.plan(handle, departement).size());
      if (found > 0) {
        counts.put(departement, found);
      }
    }
    return counts;
  }

  /** All there are: counting would search the whole file once more. */
  @Override
  public Set<String> departements(LocalDate day) {
    List<String> all =
        jdbi.withHandle(
            handle ->
                handle.createQuery("select code from departement").mapTo(String.class).list());
    return new TreeSet<>(all);
  }

  @Override
  @Transactional
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return jdbi.withHandle(handle -> DuplicateSweep.plan(handle, after.departementCode())).stream()
        .filter(found -> found.demands().get(0) > after.demandId())
        .limit(limit)
        .map(found -> due(found, day))
        .toList();
  }

  private static DueDemand due(FoundSet found, LocalDate day) {
    return new DueDemand(
        found.demands().get(0),
        found.uniqueNumbers().get(0),
        found.departement(),
        day,
        found.set() == null ? "OPEN_SET" : "GROW_SET",
        found.reasons().get(0).name(),
        day,
        found.uniqueNumbers().subList(1, found.uniqueNumbers().size()));
  }

  @Override
  public Outcome apply(LocalDate day, List<DueDemand> due) {
    List<String> done = new ArrayList<>();
    Map<String, List<DueDemand>> byDepartement =
        due.stream()
            .collect(
                Collectors.groupingBy(
                    DueDemand::departementCode, TreeMap::new, Collectors.toList()));
    byDepartement.forEach(
        (departement, sets) -> {
          List<String> numbers =
              sets.stream()
                  .flatMap(
                      set -> Stream.concat(Stream.of(set.uniqueNumber()), set.others().stream()))
                  .toList();
          Set<Long> kept =
              jdbi.withHandle(
                  handle -> DuplicateSweep.keep(handle, departement, numbers, clock.instant()));
          sets.stream()
              .filter(set -> kept.contains(set.demandId()))
              .map(DueDemand::uniqueNumber)
              .forEach(done::add);
        });
    return Outcome.done(done);
  }
}
