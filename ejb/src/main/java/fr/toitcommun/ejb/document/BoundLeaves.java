package fr.toitcommun.ejb.document;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * One PDF of documents printed one after the other. Only one of them is laid out at a time, which
 * is what costs memory; what binds them keeps their tags (PDF/UA-1, PDF/A-2a). Title and standards
 * are those of the first.
 */
public final class BoundLeaves implements Closeable {
  private final PDFMergerUtility binder = new PDFMergerUtility();
  private PDDocument whole;

  /**
   * Adds a document after those before it.
   *
   * @throws IOException when it is no PDF
   */
  public void add(byte[] pdf) throws IOException {
    PDDocument part = Loader.loadPDF(pdf);
    if (whole == null) {
      whole = part;
      return;
    }
    // What is taken over is copied: a part need not stay open.
    try (part) {
      binder.appendDocument(whole, part);
    }
  }

  /**
   * The whole.
   *
   * @throws IOException when it cannot be written
   */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    whole.save(pdf);
    return pdf.toByteArray();
  }

  @Override
  public void close() throws IOException {
    if (whole != null) {
      whole.close();
    }
  }
}
