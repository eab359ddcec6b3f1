package fr.toitcommun.ejb.registration.letter;

import java.time.LocalDate;
import java.util.List;

/**
 * Letters that offer or allocate a dwelling leave (R.441-10): whoever keeps proposals notes that
 * their applicants are told.
 *
 * @param proposals identities of the proposals
 * @param on the day they leave
 */
public record OffersSent(List<Long> proposals, LocalDate on) {}
