package fr.toitcommun.persistence.registration.letter;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of the text of a letter; never changed.
 *
 * @param inForceFrom first day it may serve; null: it never has
 * @param madeBy who wrote it; null: delivered with the software
 * @param inForce whether it is the one that serves today
 */
public record LetterTemplate(
    long id,
    LetterKind kind,
    int version,
    String title,
    String body,
    String emailSubject,
    String emailText,
    LocalDate inForceFrom,
    Instant madeAt,
    String madeBy,
    boolean inForce) {

  /** What of it is typed, to write the next version from. */
  public TemplateForm form() {
    TemplateForm form = new TemplateForm();
    form.setTitle(title);
    form.setBody(body);
    form.setEmailSubject(emailSubject);
    form.setEmailText(emailText);
    return form;
  }
}
