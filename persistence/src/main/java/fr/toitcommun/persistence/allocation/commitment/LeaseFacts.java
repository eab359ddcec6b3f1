package fr.toitcommun.persistence.allocation.commitment;

/**
 * What a lease, or one to come, counts for: frozen at signature.
 *
 * @param inDistrict the dwelling lies in a priority district (QPV)
 * @param firstQuartile resources per unit at or below the threshold of the EPCI; null: not stated
 * @param renewal rehoused by the urban renewal programme (NPNRU)
 * @param quota code list QUOTA: on whose contingent
 * @param priority DALO or a ground of L.441-1
 * @param agreement ACD, ACI, AUCUN or NONDOC
 */
public record LeaseFacts(
    boolean inDistrict,
    Boolean firstQuartile,
    boolean renewal,
    String quota,
    boolean priority,
    String agreement) {}
