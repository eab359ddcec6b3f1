package fr.toitcommun.persistence.observatory.extract;

import static fr.toitcommun.persistence.observatory.extract.ExtractRows.utc;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/**
 * The account of extracts as servers work on it. Whoever writes to one must still have it: another
 * server may have taken it over, its agent may have called it off.
 */
public final class ExtractWork {
  /** How often one is begun before it counts as failed. */
  public static final int MOST_ATTEMPTS = 3;

  private final Jdbi jdbi;

  /** Works in this database. */
  public ExtractWork(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Takes the one that has waited longest; two servers never take the same. Collections of reports
   * take minutes: while one is under way the others wait, so that there is room for the rest.
   */
  public Optional<ExtractRow> take(String server, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    with taken as (
                      update extract set state = 'RUNNING', server = :server, beat_at = :now, attempts = attempts + 1,
                             rows_done = 0, rows_total = null
                      where id = (select w.id from extract w where w.state = 'WAITING'
                                    and (w.not_before is null or w.not_before <= :now)
                                    and (w.content ->> 'kind' <> 'REPORTS' or not exists (
                                      select 1 from extract r where r.state = 'RUNNING' and r.content ->> 'kind' = 'REPORTS'))
                                  order by w.id limit 1 for update skip locked)
                      returning *)
                    """
                        + ExtractRows.select().replace("from extract e", "from taken e"))
                .bind("server", server)
                .bind("now", utc(now))
                .map((row, context) -> ExtractRows.row(row))
                .findOne());
  }

  /**
   * A sign of life, and how far it is; false when it is no longer this server's to do. It is seen
   * at once, and holds nobody up, though the rows are being read in a long transaction.
   */
  public boolean beat(long id, String server, long done, long total, Instant now) {
    // The thread's own handle is in that transaction.
    try (Handle aside = jdbi.open()) {
      return of(aside, "beat_at = :now, rows_done = :done, rows_total = :total", id, server, now)
              .bind("done", done)
              .bind("total", total)
              .execute()
          == 1;
    }
  }

  /**
   * Its file is there.
   *
   * @param bytes size of it
   * @param expires until when it is kept
   * @return false when it is no longer this server's to say so
   */
  public static boolean ready(
      Handle handle,
      long id,
      String server,
      UUID key,
      long bytes,
      String dictionary,
      Instant expires,
      Instant now) {
    return of(
                handle,
                "state = 'READY', storage_key = :key, size = :size, dictionary = :dictionary,"
                    + " rows_done = rows_total, ended_at = :now, expires_at = :expires",
                id,
                server,
                now)
            .bind("key", key.toString())
            .bind("size", bytes)
            .bind("dictionary", dictionary)
            .bind("expires", utc(expires))
            .execute()
        == 1;
  }

  /**
   * It failed.
   *
   * @param part of it that did, in words; null: none in particular
   */
  public void failed(long id, String server, String code, String part, Instant now) {
    jdbi.useHandle(
        handle ->
            of(
                    handle,
                    "state = 'FAILED', failure = :failure, failure_of = :part, ended_at = :now",
                    id,
                    server,
                    now)
                .bind("failure", code)
                .bind("part", part)
                .execute());
  }

  /**
   * It failed by what may have passed in a while: what is delivered is begun anew then, since
   * nobody asks for it again, but not for ever; all else has failed.
   *
   * @param code of what went wrong
   * @param part of it that did, in words; null: none in particular
   * @param again when it may be begun anew
   */
  public void failedForNow(
      long id, String server, String code, String part, Instant again, Instant now) {
    String anew = "delivered and attempts < :most";
    jdbi.useHandle(
        handle ->
            of(
                    handle,
                    "state = case when %1$s then 'WAITING' else 'FAILED' end, failure = case when"
                            .formatted(anew)
                        + " %1$s then null else :failure end, failure_of = case when %1$s then null"
                            .formatted(anew)
                        + " else cast(:part as text) end, ended_at = case when %1$s then null"
                            .formatted(anew)
                        + " else cast(:now as timestamptz) end, not_before = :again",
                    id,
                    server,
                    now)
                .bind("most", MOST_ATTEMPTS)
                .bind("failure", code)
                .bind("part", part)
                .bind("again", utc(again))
                .execute());
  }

  private static Update of(Handle handle, String set, long id, String server, Instant now) {
    return handle
        .createUpdate(
            "update extract set "
                + set
                + " where id = :id and state = 'RUNNING' and server = :server")
        .bind("id", id)
        .bind("server", server)
        .bind("now", utc(now));
  }

  /**
   * Puts back what a server began and has said nothing of since, this one too when it is not at it;
   * and what this very node had begun before it was started anew. What was begun too often already
   * has failed.
   *
   * @param server this server since its start: the name of its node, a space, a sign of the start
   * @param atWork what this server is at
   * @param silentSince who has said nothing since then is gone
   * @return whether anything may be begun now
   */
  public boolean takeUp(String server, Collection<Long> atWork, Instant silentSince, Instant now) {
    return jdbi.withHandle(
        handle -> {
          handle
              .createUpdate(
                  """
                  update extract set
                    state = case when attempts < :most then 'WAITING' else 'FAILED' end,
                    failure = case when attempts < :most then null else 'SERVER_GONE' end,
                    ended_at = case when attempts < :most then null else cast(:now as timestamptz) end
                  where state = 'RUNNING'
                    and (beat_at < :silent and not (server = :server and id = any(:atWork))
                      or starts_with(server, :node) and server <> :server)
                  """)
              .bindArray("atWork", Long.class, atWork.toArray())
              .bind("most", MOST_ATTEMPTS)
              .bind("server", server)
              .bind("node", server.substring(0, server.indexOf(' ') + 1))
              .bind("silent", utc(silentSince))
              .bind("now", utc(now))
              .execute();
          return handle
              .createQuery(
                  "select exists (select 1 from extract where state = 'WAITING' and (not_before is"
                      + " null or not_before <= :now))")
              .bind("now", utc(now))
              .mapTo(Boolean.class)
              .one();
        });
  }
}
