package fr.toitcommun.ejb.document;

import fr.toitcommun.persistence.registration.letter.EnvelopeAddress;

/**
 * A letter to one applicant, written.
 *
 * @param content the letter as XHTML, to be printed with others
 * @param emailSubject null for a letter that never goes by e-mail
 * @param emailText null for a letter that never goes by e-mail
 */
public record WrittenLetter(
    String title, EnvelopeAddress address, String content, String emailSubject, String emailText) {}
