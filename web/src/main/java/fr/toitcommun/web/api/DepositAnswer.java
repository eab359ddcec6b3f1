package fr.toitcommun.web.api;

/**
 * A document was deposited.
 *
 * @param id its identity among the demand's documents
 */
public record DepositAnswer(long id) {}
