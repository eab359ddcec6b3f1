package fr.toitcommun.ejb.dossier;

import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * Says what content is by looking into it, never by its name: a PDF, a JPEG or a PNG that opens, or
 * why it is refused.
 */
@ApplicationScoped
public class ContentInspection {
  static final String PDF = "application/pdf";
  static final String JPEG = "image/jpeg";
  static final String PNG = "image/png";

  /** Most pixels of an image, in millions: a telephone's camera gives fifty. */
  static final int MOST_MEGAPIXELS = 60;

  private static final int MEGAPIXEL = 1_000_000;
  private static final byte[] PDF_BEGINS = "%PDF-".getBytes(StandardCharsets.US_ASCII);
  private static final Set<String> OF_IPHONES =
      Set.of(
          "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence", "image/avif");

  private static final File UNPACKED =
      new File(System.getProperty("jboss.server.temp.dir", System.getProperty("java.io.tmpdir")));

  /** Pixels across of the trial that shows that an image opens. */
  private static final int TRIAL_WIDTH = 64;

  /**
   * What content is.
   *
   * @param pages 1 for an image
   */
  public record Found(String mediaType, int pages) {}

  /**
   * Looks into content.
   *
   * @throws RefusedInput at {@code file}, with a word why it is refused
   * @throws IOException when it cannot be read from the disk
   */
  public Found look(Path content) throws IOException {
    String type = detected(content);
    return switch (type) {
      case PDF -> new Found(PDF, pages(content));
      case JPEG, PNG -> {
        open(content);
        yield new Found(type, 1);
      }
      default -> throw refusal(type);
    };
  }

  private static RefusedInput refusal(String type) {
    return OF_IPHONES.contains(type)
        ? RefusedInput.at("file", "DOCUMENT_HEIC")
        : RefusedInput.at("file", "DOCUMENT_TYPE", type);
  }

  private static String detected(Path content) throws IOException {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(content))) {
      MediaType type = MimeTypes.getDefaultMimeTypes().detect(stream, new Metadata());
      return type.getBaseType().toString();
    }
  }

  private static int pages(Path content) throws IOException {
    try (InputStream stream = Files.newInputStream(content)) {
      // Others allow something before it, which could be another type's beginning.
      if (!Arrays.equals(stream.readNBytes(PDF_BEGINS.length), PDF_BEGINS)) {
        throw RefusedInput.at("file", "DOCUMENT_PDF_BROKEN");
      }
    }
    try (PDDocument document = openPdf(content)) {
      int pages = document.getNumberOfPages();
      if (pages > 0) {
        document.getPage(0);
        return pages;
      }
    } catch (InvalidPasswordException locked) {
      throw RefusedInput.at("file", "DOCUMENT_PDF_ENCRYPTED");
    } catch (IOException | RuntimeException broken) {
      // The library throws what it happens to stumble over.
      throw RefusedInput.at("file", "DOCUMENT_PDF_BROKEN");
    }
    throw RefusedInput.at("file", "DOCUMENT_PDF_BROKEN");
  }

  /**
   * Opens a PDF without taking it into memory; what it unpacks goes to files of the server's own,
   * where a crash leaves nothing that outlives the next start.
   */
  static PDDocument openPdf(Path content) throws IOException {
    return Loader.loadPDF(
        new RandomAccessReadBufferedFile(content),
        MemoryUsageSetting.setupTempFileOnly().setTempDir(UNPACKED).streamCache);
  }

  private static void open(Path content) throws IOException {
    try {
      if (image(content, TRIAL_WIDTH) != null) {
        return;
      }
    } catch (TooManyPixels bomb) {
      throw RefusedInput.at("file", "DOCUMENT_IMAGE_TOO_BIG", MOST_MEGAPIXELS);
    } catch (IOException | RuntimeException broken) {
      // As with a PDF.
      throw RefusedInput.at("file", "DOCUMENT_IMAGE_BROKEN");
    }
    throw RefusedInput.at("file", "DOCUMENT_IMAGE_BROKEN");
  }

  /**
   * Reads an image, passing over pixels so that it is hardly wider than this.
   *
   * @return null when nothing can read it
   * @throws TooManyPixels before anything is unpacked
   */
  static BufferedImage image(Path content, int width) throws IOException {
    try (ImageInputStream stream = ImageIO.createImageInputStream(content.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        return null;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(stream, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_MEGAPIXELS * (long) MEGAPIXEL) {
          throw new TooManyPixels();
        }
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / width);
        ImageReadParam every = reader.getDefaultReadParam();
        every.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, every);
      } finally {
        reader.dispose();
      }
    }
  }

  /** An image that would fill the memory once unpacked. */
  static final class TooManyPixels extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
