package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.job.DueQuery;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The proposals that a night brings to an end, and the turns that nobody has called yet. */
public final class DueProposals {
  /** What a night looks for. */
  public enum Kind {
    /** No answer by the deadline (R.441-10); and the next in rank, if it was not called. */
    SILENCE,
    /** A suspensive condition not met by its deadline (R.441-3 c). */
    CONDITION
  }

  /** Silence counts once the delay is past; after a commission only of those whose turn it is. */
  private static final String SILENT =
      "r.accepted_on is null and r.reply_deadline < :day and (r.status = 'OPEN' or r.status in"
          + " ('ALLOCATED', 'RANKED', 'CONDITIONAL') and r.called_on is not null)";

  private static final String UNMET =
      "r.status = 'CONDITIONAL' and exists (select 1 from item_candidate c join commission_item i"
          + " on i.id = c.item_id join commission_session s on s.id = i.session_id where"
          + " c.proposal_id = r.id and s.status = 'CLOSED' and c.decision ="
          + " 'CONDITIONAL_ALLOCATION' and c.condition_met_on is null and c.condition_until <"
          + " :day)";

  private static final String OF_SILENCE =
      """
      select distinct on (demand_id) * from (
        select r.demand_id, r.reply_deadline as about, 'LAPSE' as what, 'NO_ANSWER' as why from proposal r where %s
        union all
        select r.demand_id, t.held_on, 'CALL', 'NEXT_IN_RANK' from proposal_turn t
        join proposal r on r.id = t.proposal_id where t.first and r.called_on is null and t.held_on < :day) u
      order by demand_id, about, what\
      """
          .formatted(SILENT);

  private static final String OF_CONDITION =
      """
      select r.demand_id, min(c.condition_until) as about, 'END_ALLOCATION' as what, 'CONDITION_UNMET' as why
      from proposal r join item_candidate c on c.proposal_id = r.id and c.condition_until < :day
      where %s group by r.demand_id\
      """
          .formatted(UNMET);

  private final Jdbi jdbi;
  private final Kind kind;

  /** Reads from this database. */
  public DueProposals(Jdbi jdbi, Kind kind) {
    this.jdbi = jdbi;
    this.kind = kind;
  }

  private DueQuery query() {
    return new DueQuery(
        "from ("
            + (kind == Kind.SILENCE ? OF_SILENCE : OF_CONDITION)
            + ") x join demand d on d.id = x.demand_id where true",
        "x.about",
        "x.what, x.why, x.about");
  }

  /** How many demands are concerned on that day, by département. */
  public Map<String, Long> count(LocalDate day) {
    return jdbi.withHandle(handle -> query().count(handle, Map.of("day", day)));
  }

  /** The demands concerned, after a place, earliest day first. */
  public List<DueDemand> due(LocalDate day, DueCursor after, int limit) {
    return jdbi.withHandle(handle -> query().list(handle, Map.of("day", day), after, limit));
  }

  /** The proposals of these demands that end on that day. */
  public List<Long> ending(LocalDate day, Collection<Long> demands) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select r.id from proposal r where r.demand_id = any(:demands) and "
                        + (kind == Kind.SILENCE ? SILENT : UNMET)
                        + " order by r.id")
                .bindArray("demands", Long.class, demands.toArray())
                .bind("day", day)
                .mapTo(Long.class)
                .list());
  }

  /** The vacancies of these demands where it is their turn and nobody has called them. */
  public List<Long> uncalled(Collection<Long> demands) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct t.vacancy_id from proposal_turn t join proposal r on r.id ="
                        + " t.proposal_id where t.first and r.called_on is null and r.demand_id ="
                        + " any(:demands) order by 1")
                .bindArray("demands", Long.class, demands.toArray())
                .mapTo(Long.class)
                .list());
  }
}
