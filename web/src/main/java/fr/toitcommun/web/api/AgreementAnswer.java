package fr.toitcommun.web.api;

/**
 * An agreement is kept.
 *
 * @param agreementId by which it is named from now on
 */
public record AgreementAnswer(long agreementId) {}
