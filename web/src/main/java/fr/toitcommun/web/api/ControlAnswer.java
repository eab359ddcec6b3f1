package fr.toitcommun.web.api;

import fr.toitcommun.persistence.registration.Control;
import fr.toitcommun.persistence.registration.FaultTexts;
import fr.toitcommun.persistence.registration.FormSection;
import fr.toitcommun.persistence.registration.Severity;
import java.util.Locale;

/**
 * A line of the table of controls.
 *
 * @param id stable identifier
 * @param severity INVALID blocks, INCOMPLETE makes the demand one to complete, DOUBTFUL is to be
 *     confirmed
 * @param field where its faults are told, with {@code []} for each line of a list
 * @param article the article it obeys
 */
public record ControlAnswer(
    String id,
    Severity severity,
    FormSection section,
    String field,
    String code,
    String article,
    String labelFr,
    String labelEn) {
  static ControlAnswer of(Control<?> control) {
    return new ControlAnswer(
        control.id(),
        control.severity(),
        control.section(),
        control.field(),
        control.code(),
        control.article(),
        FaultTexts.text(control, Locale.FRENCH),
        FaultTexts.text(control, Locale.ENGLISH));
  }
}
