package fr.toitcommun.persistence.allocation;

import java.time.Instant;

/**
 * What a landlord is told of one of its proposals that others, or the night, brought to an end.
 *
 * @param noticeId identity; later ones are greater
 * @param kind what happened
 * @param dwelling the landlord's own reference and address
 * @param fresh whether the agent has not seen it yet
 */
public record ProposalNotice(
    long noticeId,
    Kind kind,
    Instant noticedAt,
    long proposalId,
    long vacancyId,
    String dwelling,
    String municipality,
    String uniqueNumber,
    String applicant,
    boolean fresh) {

  /** What happened. */
  public enum Kind {
    /** Freed: the applicant has signed a lease elsewhere. */
    HOUSED_ELSEWHERE,
    /** Freed: the demand has left the file. */
    LEFT_FILE,
    /** No answer came by the deadline: a refusal (R.441-10). */
    LAPSED,
    /** The suspensive condition was not met by its deadline (R.441-3 c). */
    CONDITION_UNMET,
    /** Those of better rank have gone: this one is called (R.441-3 b). */
    CALLED,
    /** A lease signed elsewhere was a mistake: the proposal stands again. */
    RESTORED
  }
}
