package fr.toitcommun.persistence.observatory.report;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The text of a report while it is typed. */
public class ReportForm implements Serializable {
  /** Most characters of a title. */
  public static final int LONGEST_TITLE = 150;

  /** Most characters of a text. */
  public static final int LONGEST_BODY = 30_000;

  private String title;
  private String body;

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getBody() {
    return body;
  }

  public void setBody(String body) {
    this.body = body;
  }

  /** What is wrong with it, at its fields; nothing when it may be kept. */
  public List<Fault> faults(ReportKind kind) {
    List<Fault> faults = new ArrayList<>();
    if (legible(faults, "title", title, LONGEST_TITLE)) {
      faults.addAll(ReportText.lineFaults(kind, "title", title));
    }
    if (legible(faults, "body", body, LONGEST_BODY)) {
      faults.addAll(ReportText.faults(kind, "body", body));
    }
    return faults;
  }

  private static boolean legible(List<Fault> faults, String field, String text, int longest) {
    if (text == null || text.isBlank()) {
      faults.add(Fault.at(field, "REQUIRED"));
      return false;
    }
    if (text.length() > longest) {
      faults.add(Fault.at(field, "TOO_LONG", longest));
    }
    if (!PlainText.allows(text) || longest == LONGEST_TITLE && text.contains("\n")) {
      faults.add(Fault.at(field, "ILLEGAL_CHARACTERS"));
      return false;
    }
    return true;
  }
}
