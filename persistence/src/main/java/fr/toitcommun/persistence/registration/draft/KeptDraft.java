package fr.toitcommun.persistence.registration.draft;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a draft was kept.
 *
 * @param id its identity from now on
 * @param revision to state when it is kept again
 * @param apart another window had kept the same draft meanwhile: both stay, this one under an
 *     identity of its own
 */
public record KeptDraft(UUID id, int revision, Instant at, boolean apart) {}
