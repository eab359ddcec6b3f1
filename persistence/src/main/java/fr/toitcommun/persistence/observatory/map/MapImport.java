package fr.toitcommun.persistence.observatory.map;

import java.time.Instant;

/**
 * A file of shapes that the manager brought in.
 *
 * @param source who made the shapes
 * @param shapesYear of which year they are
 * @param codeProperty where the file keeps the official codes
 * @param repaired outlines mended
 * @param ignored shapes of other départements
 * @param brought shapes of former municipalities brought into those of today
 * @param checkedBy name of the agent
 * @param appliedAt null: only checked
 * @param endedAt null: in use, or only checked
 */
public record MapImport(
    long id,
    String fileName,
    String source,
    int shapesYear,
    String codeProperty,
    int repaired,
    int ignored,
    int brought,
    Instant checkedAt,
    String checkedBy,
    Instant appliedAt,
    Instant endedAt) {

  /** Whether maps are drawn from it. */
  public boolean inUse() {
    return appliedAt != null && endedAt == null;
  }
}
