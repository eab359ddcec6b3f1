package fr.toitcommun.web.api;

/**
 * A demand was registered.
 *
 * @param uniqueNumber its 18 characters
 */
public record RegistrationAnswer(String uniqueNumber) {}
