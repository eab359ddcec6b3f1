package fr.toitcommun.persistence.registration;

import java.time.LocalDate;

/**
 * A cancellation as asked (R.441-2-8).
 *
 * @param reason the legal reason
 * @param subReason IRRSEJ or IRRRES, mandatory with RADIRR and only then
 * @param on day from which the demand is out of the file
 * @param noticeDate day on which the letter was handed or first presented, mandatory where the
 *     reason asks for notice
 */
public record Cancellation(
    CancellationReason reason, String subReason, LocalDate on, LocalDate noticeDate) {}
