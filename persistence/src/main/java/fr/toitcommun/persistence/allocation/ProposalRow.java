package fr.toitcommun.persistence.allocation;

import java.time.LocalDate;

/**
 * A proposal of the caller's own stock in a list.
 *
 * @param overdue the deadline is past and no answer came: silence will count as refusal
 * @param sessionId session where it stands or stood; null: none
 * @param maySign a lease may follow: allocated, session closed
 * @param replyDeadline last day to answer (R.441-10); null: no delay runs, the applicant has not
 *     been told or somebody of better rank comes first
 * @param notifiedOn when the applicant was told; null: not yet
 * @param calledOn since when it is their turn, after a commission; null: it is not
 * @param place rank among the candidates under way of the dwelling, from 1; null once ended
 * @param conditionNear a condition is unmet and its deadline near or past
 * @param conditionDeadline until when a missing document must be supplied; null: no condition
 */
public record ProposalRow(
    long proposalId,
    int version,
    long vacancyId,
    String dwelling,
    String municipality,
    String dwellingType,
    String uniqueNumber,
    String applicant,
    String phone,
    ProposalStatus status,
    LocalDate madeOn,
    LocalDate replyDeadline,
    LocalDate acceptedOn,
    LocalDate closedOn,
    String refusalMotive,
    boolean overdue,
    Long sessionId,
    Long candidateId,
    Integer rank,
    String conditionText,
    LocalDate conditionDeadline,
    LocalDate conditionMetOn,
    boolean maySign,
    int openElsewhere,
    NotificationChannel channel,
    LocalDate notifiedOn,
    LocalDate calledOn,
    Integer place,
    boolean conditionNear) {}
