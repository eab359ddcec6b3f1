package fr.toitcommun.persistence.observatory.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a report is written as. */
public enum ReportFormat {
  /** Accessible (PDF/UA-1). */
  PDF("application/pdf"),
  /** OpenDocument text, to go on writing in. */
  ODT("application/vnd.oasis.opendocument.text");

  private final String mediaType;

  ReportFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** Its media type. */
  public String mediaType() {
    return mediaType;
  }

  /** How a file's name ends. */
  public String ending() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of this name, in whatever case. */
  public static Optional<ReportFormat> named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().equalsIgnoreCase(name))
        .findFirst();
  }
}
