package fr.toitcommun.persistence.commission;

import org.jdbi.v3.core.Handle;

/**
 * What the second screen of a session shows.
 *
 * @param itemId dwelling shown; null: the first
 * @param hidesNames whether candidates are shown by number and initials
 * @param state changes with everything that the screen shows, and names nobody
 */
public record SessionScreen(Long itemId, boolean hidesNames, String state) {

  /** Reads it; one that nobody has set shows the first dwelling without names. */
  public static SessionScreen of(Handle handle, long sessionId) {
    return handle
        .createQuery(
            """
            select w.item_id, coalesce(w.hides_names, true) as hides_names,
                   concat_ws('-', s.version, coalesce(w.changes, 0),
                     (select sum(c.version) || '.' || count(*) from item_candidate c join commission_item i on i.id = c.item_id
                       where i.session_id = s.id),
                     (select md5(string_agg(a.attendance, ',' order by a.position, a.id)) from session_attendee a
                       where a.session_id = s.id)) as state
            from commission_session s left join session_screen w on w.session_id = s.id where s.id = :session
            """)
        .bind("session", sessionId)
        .map(
            (row, context) ->
                new SessionScreen(
                    row.getObject("item_id", Long.class),
                    row.getBoolean("hides_names"),
                    row.getString("state")))
        .one();
  }

  /** Shows a dwelling, with or without names. */
  public static void show(Handle handle, long sessionId, Long itemId, boolean hidesNames) {
    handle
        .createUpdate(
            """
            insert into session_screen (session_id, item_id, hides_names) values (:session, :item, :hides)
            on conflict (session_id) do update set item_id = :item, hides_names = :hides,
              changes = session_screen.changes + 1
            where session_screen.item_id is distinct from :item or session_screen.hides_names <> :hides
            """)
        .bind("session", sessionId)
        .bind("item", itemId)
        .bind("hides", hidesNames)
        .execute();
  }
}
