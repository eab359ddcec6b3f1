package fr.toitcommun.persistence.commission;

import java.time.LocalDateTime;

/**
 * A session that someone is convened to and votes on from afar.
 *
 * @param attendeeId who they are on its list
 * @param opensAt local time
 * @param open whether members vote now
 * @param dwellings how many of its agenda this member sits for
 * @param voted on how many of them this member has voted
 */
public record SeatRow(
    long sessionId,
    long attendeeId,
    String commission,
    String landlord,
    LocalDateTime heldAt,
    String place,
    LocalDateTime opensAt,
    LocalDateTime closesAt,
    boolean open,
    int dwellings,
    int voted) {}
