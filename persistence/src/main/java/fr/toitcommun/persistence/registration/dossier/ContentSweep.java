package fr.toitcommun.persistence.registration.dossier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Keeps the account of content that may be swept from the store: what is being received, until its
 * document is kept, and what was deleted. So nothing is left over by a crash, and what is to be
 * erased is erased.
 */
public final class ContentSweep {
  private ContentSweep() {}

  /**
   * Says that content may be swept from then on; in the transaction that deletes its document, or
   * before it is written.
   */
  public static void claim(Handle handle, UUID key, Instant due) {
    handle
        .createUpdate(
            "insert into content_to_sweep (storage_key, due) values (:key, :due)"
                + " on conflict (storage_key) do nothing")
        .bind("key", key.toString())
        .bind("due", due.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /**
   * Sets content free: it belongs to a document, or is swept.
   *
   * @return whether it was claimed
   */
  public static boolean settle(Handle handle, UUID key) {
    return handle
            .createUpdate("delete from content_to_sweep where storage_key = :key")
            .bind("key", key.toString())
            .execute()
        == 1;
  }

  /** Content to sweep now, locked until the transaction ends; another server takes others. */
  public static List<UUID> due(Handle handle, Instant now, int limit) {
    return handle
        .createQuery(
            "select storage_key from content_to_sweep where due <= :now order by due"
                + " limit :limit for update skip locked")
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .bind("limit", limit)
        .mapTo(String.class)
        .map(UUID::fromString)
        .list();
  }

  /**
   * Deletes all documents of these demands, for the erasure of their nominative data (décret n°
   * 2017-917, art. 4); their content is swept within minutes of the commit.
   *
   * @return how many documents
   */
  public static int eraseAllOf(Handle handle, Collection<Long> demands) {
    return handle
        .createUpdate(
            """
            with gone as (
              delete from supporting_document where demand_id = any(:demands) returning storage_key)
            insert into content_to_sweep (storage_key, due) select storage_key, now() from gone
            on conflict (storage_key) do nothing
            """)
        .bindArray("demands", Long.class, demands.toArray())
        .execute();
  }
}
