package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Whether the text of a letter may be kept: legible, and whole as the law wants it. */
public final class TemplateCheck {
  /** Most characters of a title or subject. */
  public static final int LONGEST_TITLE = 150;

  /** Most characters of a text. */
  public static final int LONGEST_TEXT = 10_000;

  private final LetterKind kind;
  private final List<Fault> faults = new ArrayList<>();

  private TemplateCheck(LetterKind kind) {
    this.kind = kind;
  }

  /** What is wrong with it, at its fields; nothing when it may be kept. */
  public static List<Fault> faults(LetterKind kind, TemplateForm form) {
    TemplateCheck check = new TemplateCheck(kind);
    if (check.legible("title", form.getTitle(), LONGEST_TITLE)) {
      check.faults.addAll(LetterText.plainFaults("title", form.getTitle(), Set.of(), Set.of()));
    }
    if (check.legible("body", form.getBody(), LONGEST_TEXT)) {
      check.faults.addAll(
          LetterText.faults("body", form.getBody(), kind.fields(), kind.required()));
    }
    if (!kind.onPaperOnly()) {
      check.email(form);
    }
    return check.faults;
  }

  private void email(TemplateForm form) {
    if (legible("emailSubject", form.getEmailSubject(), LONGEST_TITLE)) {
      faults.addAll(
          LetterText.plainFaults(
              "emailSubject", form.getEmailSubject(), kind.emailFields(), Set.of()));
    }
    if (legible("emailText", form.getEmailText(), LONGEST_TEXT)) {
      faults.addAll(
          LetterText.plainFaults(
              "emailText", form.getEmailText(), kind.emailFields(), kind.requiredInEmail()));
    }
  }

  private boolean legible(String field, String text, int longest) {
    if (text == null || text.isBlank()) {
      faults.add(Fault.at(field, "REQUIRED"));
      return false;
    }
    if (text.length() > longest) {
      faults.add(Fault.at(field, "TOO_LONG", longest));
    }
    // Titles and subjects are one line: a subject with an end of line would begin another header.
    if (!PlainText.allows(text) || longest == LONGEST_TITLE && text.contains("\n")) {
      faults.add(Fault.at(field, "ILLEGAL_CHARACTERS"));
      return false;
    }
    return true;
  }
}
