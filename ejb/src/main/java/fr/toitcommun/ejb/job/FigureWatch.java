package fr.toitcommun.ejb.job;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.ejb.registration.WholeFiles;
import fr.toitcommun.persistence.allocation.CandidateRows;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.DueQuery;
import fr.toitcommun.persistence.job.Outcome;
import fr.toitcommun.persistence.observatory.ObservedRows;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.FactRows;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.HouseholdRules;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.priority.LabelRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps true what time itself changes: the figures of a household when a child grows up or another
 * year's income counts, and labels whose last day is over. Each demand says from which day on it is
 * to be looked at.
 */
@ApplicationScoped
public class FigureWatch implements Job {
  private static final DueQuery DUE =
      new DueQuery(
          "from demand d where d.status = 'ACTIVE' and d.figures_until <= :day",
          "d.figures_until",
          "'COUNT' as what, 'TIME_PASSED' as why, d.figures_until as about");

  @Inject private Jdbi jdbi;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private WholeFiles files;

  @Override
  public String id() {
    return "FIGURES";
  }

  @Override
  public int order() {
    return 5;
  }

  @Override
  public Map<String, Long> count(LocalDate day) {
    return jdbi.withHandle(handle -> DUE.count(handle, Map.of("day", day)));
  }

  @Override
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return jdbi.withHandle(handle -> DUE.list(handle, Map.of("day", day), after, limit));
  }

  @Override
  public Outcome apply(LocalDate day, List<DueDemand> due) {
    List<Long> ids = lock(due);
    List<Demand> locked = files.many(ids);
    if (locked.isEmpty()) {
      return Outcome.done(List.of());
    }
    HouseholdRules rules = RegistrationRules.household(references.current(), day);
    Set<Long> changed = new HashSet<>();
    jdbi.useHandle(
        handle -> {
          FactRows written = new FactRows(handle);
          for (Demand demand : locked) {
            DemandForm form = demand.form();
            HouseholdFacts facts = HouseholdFacts.of(form, rules, day);
            if (!facts.equals(demand.facts())) {
              changed.add(demand.id());
            }
            written.add(demand.id(), facts, HouseholdFacts.until(form, rules, day));
          }
          written.write();
          CandidateRows.remove(handle, changed);
          List<Long> ended = LabelRows.end(handle, ids, day);
          changed.addAll(ended);
          locked.stream()
              .filter(demand -> ended.contains(demand.id()))
              .forEach(demand -> demands.note(demand, DemandEventKind.LABEL_ENDED, day, null));
          LabelRows.settle(handle, ids, day);
          CandidateRows.refresh(handle, changed, day);
          ObservedRows.keep(handle, changed);
        });
    return Outcome.done(
        locked.stream()
            .filter(demand -> changed.contains(demand.id()))
            .map(demand -> demand.uniqueNumber().value())
            .toList());
  }

  /** In the order of their identities, so that two transactions never wait on each other. */
  private List<Long> lock(List<DueDemand> due) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select id from demand where id = any(:due) and status = 'ACTIVE' order by id"
                        + " for no key update")
                .bindArray("due", Long.class, due.stream().map(DueDemand::demandId).toArray())
                .mapTo(Long.class)
                .list());
  }
}
