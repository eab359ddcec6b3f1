package fr.toitcommun.ejb.registration.letter;

import java.time.LocalDate;
import java.util.List;

/**
 * Letters that offer a dwelling are being made (R.441-10): whoever keeps proposals notes that their
 * applicants are told.
 *
 * @param proposals identities of the proposals
 * @param on the day the letters bear
 */
public record OffersMade(List<Long> proposals, LocalDate on) {}
