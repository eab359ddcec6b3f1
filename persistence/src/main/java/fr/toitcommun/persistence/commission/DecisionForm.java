package fr.toitcommun.persistence.commission;

import java.time.LocalDate;

/**
 * A decision as recorded during the session.
 *
 * @param decision one of the five
 * @param rank from 1; mandatory for an allocation in rank order
 * @param conditionText the missing document; mandatory for a conditional allocation
 * @param conditionDeadline until when it must be supplied; mandatory with it
 * @param motive code of NON_ALLOCATION_MOTIVE, or IRRSEJ/IRRRES for inadmissibility; mandatory for
 *     both (L.441-2-2: motives in writing)
 * @param motiveDetail further words; may be null
 */
public record DecisionForm(
    Decision decision,
    Integer rank,
    String conditionText,
    LocalDate conditionDeadline,
    String motive,
    String motiveDetail) {}
