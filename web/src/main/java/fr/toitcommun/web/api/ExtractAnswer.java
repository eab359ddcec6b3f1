package fr.toitcommun.web.api;

import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.ExtractRow;
import fr.toitcommun.persistence.observatory.extract.ExtractState;
import java.time.Instant;

/**
 * An extract as it stands.
 *
 * @param delivered whether it lies in the partner's folder
 * @param percent done; 100 only once the file is there
 * @param rowsDone rows, or reports of a collection
 * @param rowsTotal null: not counted yet
 * @param size of the file, bytes; null: there is none yet
 * @param failure why it failed: SERVER_GONE, DISK, FAULT, REPORT or NO_LONGER_ALLOWED
 * @param failureOf of REPORT: whose report could not be made
 * @param expiresAt when the file is deleted
 */
record ExtractAnswer(
    long id,
    String name,
    ExtractKind kind,
    ExtractFormat format,
    boolean delivered,
    ExtractState state,
    int percent,
    long rowsDone,
    Long rowsTotal,
    Long size,
    String failure,
    String failureOf,
    Instant askedAt,
    Instant endedAt,
    Instant expiresAt) {

  static ExtractAnswer of(ExtractRow row) {
    return new ExtractAnswer(
        row.id(),
        row.name(),
        row.content().kind(),
        row.format(),
        row.delivered(),
        row.state(),
        row.percent(),
        row.rowsDone(),
        row.rowsTotal(),
        row.size(),
        row.failure(),
        row.failureOf(),
        row.askedAt(),
        row.endedAt(),
        row.expiresAt());
  }
}
