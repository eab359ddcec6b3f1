package fr.toitcommun.web.api;

/**
 * A lease was signed and the demand left the file.
 *
 * @param leaseId by which the lease is known
 */
public record LeaseAnswer(long leaseId) {}
