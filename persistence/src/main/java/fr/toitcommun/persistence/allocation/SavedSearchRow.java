package fr.toitcommun.persistence.allocation;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * A kept search in a list.
 *
 * @param keptBy given name and surname of the agent who keeps it
 * @param own whether that is the caller
 * @param query what the address of the page says after the question mark
 */
public record SavedSearchRow(
    long searchId,
    String name,
    String keptBy,
    boolean own,
    boolean shared,
    String query,
    Instant createdAt) {
  /** Most searches an agent may keep. */
  public static final int MOST = 100;

  /** An agent's own searches and those that colleagues of their partner share, by name. */
  public static List<SavedSearchRow> of(Jdbi jdbi, long agentId, long partnerId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select s.*, a.given_name || ' ' || a.surname as kept_by from saved_search s
                    join agent a on a.id = s.agent_id
                    where s.agent_id = :agent or (s.shared and s.partner_id = :partner)
                    order by s.agent_id <> :agent, lower(s.name), s.id limit 500
                    """)
                .bind("agent", agentId)
                .bind("partner", partnerId)
                .map(
                    (row, context) ->
                        new SavedSearchRow(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("kept_by"),
                            row.getLong("agent_id") == agentId,
                            row.getBoolean("shared"),
                            row.getString("query"),
                            row.getObject("created_at", java.time.OffsetDateTime.class)
                                .toInstant()))
                .list());
  }
}
