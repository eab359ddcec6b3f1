package fr.toitcommun.persistence.partner;

import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * A kept link in a list.
 *
 * @param keptBy given name and surname of the agent who keeps it
 * @param own whether that is the caller
 * @param query what the address of the page says after the question mark
 */
public record SavedLinkRow(
    long id,
    String name,
    String keptBy,
    boolean own,
    boolean shared,
    String query,
    Instant createdAt) {
  /** Most links of a kind that an agent may keep. */
  public static final int MOST = 100;

  /**
   * An agent's own links of a kind and those that colleagues of their partner share, by name.
   *
   * @param kind what is kept
   */
  public static List<SavedLinkRow> of(
      Jdbi jdbi, Class<? extends SavedLink> kind, long agentId, long partnerId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select s.*, a.given_name || ' ' || a.surname as kept_by from <table> s
                    join agent a on a.id = s.agent_id
                    where s.agent_id = :agent or (s.shared and s.partner_id = :partner)
                    order by s.agent_id <> :agent, lower(s.name), s.id limit 500
                    """
                        .replace("<table>", kind.getAnnotation(Table.class).name()))
                .bind("agent", agentId)
                .bind("partner", partnerId)
                .map(
                    (row, context) ->
                        new SavedLinkRow(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("kept_by"),
                            row.getLong("agent_id") == agentId,
                            row.getBoolean("shared"),
                            row.getString("query"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list());
  }
}
