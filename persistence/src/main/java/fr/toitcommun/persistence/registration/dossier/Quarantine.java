package fr.toitcommun.persistence.registration.dossier;

import fr.toitcommun.persistence.registration.DemandEventKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Documents that nobody opens because the virus scanner did not answer when they came. */
public final class Quarantine {
  /** What the history of a demand says of a document in which a virus was found. */
  public static final String INFECTED = "INFECTED";

  private Quarantine() {}

  /** One of them. */
  public record Held(long id, UUID key) {}

  /**
   * Those that wait, the oldest first; locked, so that another server looks at others.
   *
   * @param after identity to go on after
   */
  public static List<Held> waiting(Handle handle, long after, int limit) {
    return handle
        .createQuery(
            "select id, storage_key from supporting_document where scan = 'AWAITED'"
                + " and id > :after order by id limit :limit for update skip locked")
        .bind("after", after)
        .bind("limit", limit)
        .map((row, context) -> new Held(row.getLong(1), UUID.fromString(row.getString(2))))
        .list();
  }

  /** Lets a document out: it is clean. */
  public static void release(Handle handle, long id) {
    handle
        .createUpdate(
            "update supporting_document set scan = 'CLEAN', version = version + 1"
                + " where id = :id and scan = 'AWAITED'")
        .bind("id", id)
        .execute();
  }

  /** Deletes an infected document with its content; the demand's history says so. */
  public static void expel(Handle handle, Held infected, Instant at, LocalDate today) {
    handle
        .createUpdate(
            """
            with gone as (
              delete from supporting_document where id = :id returning demand_id, departement_code)
            insert into demand_event (id, demand_id, kind, occurred_at, effective_on, departement_code, detail)
            select nextval('demand_event_seq'), demand_id, :kind, :at, :today, departement_code, :detail
            from gone
            """)
        .bind("id", infected.id())
        .bind("kind", DemandEventKind.DOCUMENT_DELETED)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .bind("today", today)
        .bind("detail", INFECTED)
        .execute();
    ContentSweep.claim(handle, infected.key(), at);
  }
}
