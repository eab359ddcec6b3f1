package fr.toitcommun.persistence.observatory.extract;

import java.time.Instant;

/**
 * An extract, as its account stands.
 *
 * @param agentId who asked; of a delivery, who set it up
 * @param askedBy their name
 * @param login their login
 * @param partnerId whose scope it keeps to
 * @param delivered whether it lies in the partner's folder, and is not one agent's own
 * @param rowsDone rows, or reports of a collection
 * @param rowsTotal null: not counted yet
 * @param storageKey of its file; null: there is none
 * @param size of its file, bytes
 * @param failure a code of what went wrong; null: nothing
 * @param failureOf of which part of it, in words; null: of none in particular
 */
public record ExtractRow(
    long id,
    long agentId,
    String askedBy,
    String login,
    long partnerId,
    String partnerName,
    Long deliveryId,
    boolean delivered,
    String name,
    ExtractContent content,
    ExtractFormat format,
    String language,
    ExtractState state,
    long rowsDone,
    Long rowsTotal,
    String storageKey,
    Long size,
    String failure,
    String failureOf,
    Instant askedAt,
    Instant endedAt,
    Instant expiresAt) {

  private static final int ALL = 100;

  /** How much is done, in percent: all of it only once the file is there. */
  public int percent() {
    if (state == ExtractState.READY) {
      return ALL;
    }
    if (rowsTotal == null || rowsTotal == 0) {
      return 0;
    }
    return (int) Math.min(ALL - 1, rowsDone * ALL / rowsTotal);
  }

  /** The name of its file: what it is, when it was asked for, no more. */
  public String fileName() {
    return "toit-commun-extrait-" + id + format.ending();
  }
}
