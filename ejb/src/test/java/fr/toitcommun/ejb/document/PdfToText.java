package fr.toitcommun.ejb.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What poppler's pdftotext reads in a PDF: what a search engine or another office would. */
final class PdfToText {
  private PdfToText() {}

  /** Its words, one space between. */
  static String of(byte[] pdf) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "documents"));
      Path file = Files.write(folder.resolve("pdftotext.pdf"), pdf);
      Path text = folder.resolve("pdftotext.txt");
      int ended =
          new ProcessBuilder("pdftotext", "-enc", "UTF-8", file.toString(), text.toString())
              .inheritIO()
              .start()
              .waitFor();
      if (ended != 0) {
        throw new IllegalStateException("pdftotext ended with " + ended);
      }
      return Files.readString(text, StandardCharsets.UTF_8).replaceAll("[\\s\\u00a0]+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
