package fr.toitcommun.persistence.observatory.report;

import java.time.Instant;

/**
 * A version of the text of a report; never changed. The latest serves.
 *
 * @param language {@code fr} or {@code en}
 * @param version from 1, the one delivered with the software
 * @param madeBy who wrote it; null: delivered
 */
public record ReportTemplate(
    ReportKind kind,
    String language,
    int version,
    String title,
    String body,
    Instant madeAt,
    String madeBy) {
  /** The delivered version. */
  public static final int STANDARD = 1;

  /** What of it is typed, to write the next version from. */
  public ReportForm form() {
    ReportForm form = new ReportForm();
    form.setTitle(title);
    form.setBody(body);
    return form;
  }
}
