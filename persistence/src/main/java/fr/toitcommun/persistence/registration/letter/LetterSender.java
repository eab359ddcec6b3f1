package fr.toitcommun.persistence.registration.letter;

/**
 * Who sends a letter: its head bears their name, and the law lets the sender of a notice alone
 * state what follows from it (R.441-2-8 c and d).
 *
 * @param partnerId identity of the partner
 * @param deskId identity of the desk; null: the agent has none, and a certificate is handed out by
 *     the demand's own
 */
public record LetterSender(long partnerId, Long deskId) {}
