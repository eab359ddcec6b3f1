package fr.toitcommun.persistence.commission;

import java.time.LocalDateTime;

/**
 * A session in a list.
 *
 * @param dwellings how many stand on its agenda
 * @param undecided candidates without decision
 * @param voteOpensAt when members begin to vote from afar, local time; null: they do not
 * @param signed whether its minutes are signed, here or by hand
 */
public record SessionRow(
    long sessionId,
    String commission,
    LocalDateTime heldAt,
    String place,
    CommissionSession.Status status,
    int dwellings,
    int candidates,
    int undecided,
    LocalDateTime voteOpensAt,
    LocalDateTime voteClosesAt,
    boolean signed) {}
