package fr.toitcommun.web.dossier;

import java.util.function.BiConsumer;

/** What is said to a browser that shows what somebody else sent in. */
public final class UntrustedContent {
  private static final String NOTHING =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

  /** Not of a PDF: browsers' own viewers show none in a sandbox, and let no script out of it. */
  private static final String SANDBOX = "; sandbox";

  private UntrustedContent() {}

  /**
   * Says that the content is what its type says and nothing else, and may run and load nothing.
   *
   * @param header takes a header's name and value
   * @param fileName for who saves it
   */
  public static void guard(BiConsumer<String, String> header, String mediaType, String fileName) {
    header.accept(
        "Content-Security-Policy",
        "application/pdf".equals(mediaType) ? NOTHING : NOTHING + SANDBOX);
    header.accept("X-Content-Type-Options", "nosniff");
    header.accept("Cross-Origin-Resource-Policy", "same-origin");
    header.accept("Content-Disposition", "inline; filename=\"" + fileName + "\"");
  }
}
