package fr.toitcommun.ejb.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader finds in a PDF. */
record PrintedText(
    String text, int pages, String title, String language, boolean tagged, int marks) {

  /** Names of those whose like was checked: judging one takes a second. */
  private static final Set<String> CHECKED = ConcurrentHashMap.newKeySet();

  /**
   * Reads it, which must be accessible and lasting; keeps a copy under {@code target/documents} to
   * look at.
   */
  static PrintedText of(byte[] pdf, String name) {
    if (CHECKED.add(name)) {
      Conformance.check(pdf);
    }
    try (PDDocument document = Loader.loadPDF(pdf)) {
      Path folder = Files.createDirectories(Path.of("target", "documents"));
      Files.write(folder.resolve(name + ".pdf"), pdf);
      // Lines break where the page ends: compare words only.
      String text = new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0]+", " ");
      var outline = document.getDocumentCatalog().getDocumentOutline();
      int marks = 0;
      if (outline != null) {
        for (var mark : outline.children()) {
          marks += mark.getTitle().isBlank() ? 0 : 1;
        }
      }
      return new PrintedText(
          text,
          document.getNumberOfPages(),
          document.getDocumentInformation().getTitle(),
          document.getDocumentCatalog().getLanguage(),
          document.getDocumentCatalog().getMarkInfo().isMarked(),
          marks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
