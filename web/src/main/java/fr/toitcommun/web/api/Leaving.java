package fr.toitcommun.web.api;

import fr.toitcommun.persistence.registration.Departure;

/**
 * A signer leaves a demand that goes on.
 *
 * @param person identity of the signer, as the form gives it
 * @param departure why
 */
public record Leaving(Long person, Departure departure) {}
