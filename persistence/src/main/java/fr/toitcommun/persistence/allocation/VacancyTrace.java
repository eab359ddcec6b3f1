package fr.toitcommun.persistence.allocation;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * What happened to a vacancy. It names no person.
 *
 * @param by the partner whose agent did it; null: a job
 * @param holder the reservation holder whom it concerns; null: none
 * @param detail a reason in the agent's words or a code of a list; null: none
 */
public record VacancyTrace(Kind kind, LocalDate on, String by, String holder, String detail) {

  /** Detail of a change: excluded before, the vacancy counts in the flow from now on (R.441-5). */
  public static final String COUNTED = "COUNTED";

  /** Kinds of events of a vacancy. */
  public enum Kind {
    DECLARED,
    CHANGED,
    OFFERED,
    /** Kept by the landlord against the rule. */
    KEPT,
    DESIGNATED,
    DESIGNATION_LAPSED,
    WITHDRAWN
  }

  /** Everything that happened to a vacancy, the latest first; a hundred at most. */
  public static List<VacancyTrace> of(Jdbi jdbi, long vacancyId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select e.kind, e.occurred_on, p.name, h.name as holder, e.detail from"
                        + " vacancy_event e left join partner p on p.id = e.partner_id left join"
                        + " partner h on h.id = e.holder_id where e.vacancy_id = :vacancy order by"
                        + " e.id desc limit 100")
                .bind("vacancy", vacancyId)
                .map(
                    (row, context) ->
                        new VacancyTrace(
                            Kind.valueOf(row.getString("kind")),
                            row.getObject("occurred_on", LocalDate.class),
                            row.getString("name"),
                            row.getString("holder"),
                            row.getString("detail")))
                .list());
  }

  /**
   * Keeps an event.
   *
   * @param agentId who did it; null: a job
   */
  public static void keep(
      Jdbi jdbi,
      long vacancyId,
      Kind kind,
      LocalDate on,
      Long agentId,
      Long partnerId,
      Long holderId,
      String detail) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into vacancy_event (vacancy_id, kind, occurred_on, agent_id,"
                        + " partner_id, holder_id, detail) values (:vacancy, :kind, :on, :agent,"
                        + " :partner, :holder, :detail)")
                .bind("vacancy", vacancyId)
                .bind("kind", kind.name())
                .bind("on", on)
                .bind("agent", agentId)
                .bind("partner", partnerId)
                .bind("holder", holderId)
                .bind("detail", detail)
                .execute());
  }
}
