package fr.toitcommun.persistence.allocation;

/**
 * A proposal that a signature released, and whether it can be put back.
 *
 * @param statusBefore where it stood
 * @param statusThen where it would stand again; null: it cannot
 * @param hindrance why it cannot; null: it can
 */
public record ReleasedByLease(
    long proposalId,
    long vacancyId,
    long landlordId,
    long demandId,
    String landlord,
    String dwelling,
    String uniqueNumber,
    ProposalStatus statusBefore,
    ProposalStatus statusThen,
    Hindrance hindrance) {

  /** Why a released proposal stays so. */
  public enum Hindrance {
    /** The demand has left the file. */
    DEMAND_LEFT,
    /** The dwelling is let or no longer offered. */
    DWELLING_TAKEN,
    /** The dwelling has been proposed anew to the same demand. */
    PROPOSED_AGAIN,
    /** Another candidate has been called instead. */
    CALLED_MEANWHILE,
    /** Another session has the dwelling on its agenda, or allocated it. */
    EXAMINED_AGAIN
  }
}
