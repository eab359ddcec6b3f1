package fr.toitcommun.persistence.commission;

import java.time.LocalDateTime;

/**
 * A session in a list.
 *
 * @param dwellings how many stand on its agenda
 * @param undecided candidates without decision
 */
public record SessionRow(
    long sessionId,
    String commission,
    LocalDateTime heldAt,
    String place,
    CommissionSession.Status status,
    int dwellings,
    int candidates,
    int undecided) {}
