package fr.toitcommun.ejb.dossier;

import fr.toitcommun.persistence.registration.dossier.ContentStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small pictures of documents: an image, or the first page of a PDF. Made when first asked for, one
 * at a time so that memory stays bounded, and kept beside the content.
 */
@ApplicationScoped
public class Previews {
  private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
  private static final String SMALL = "small";

  /** Pixels of the longer side. */
  private static final Map<String, Integer> LONGER_SIDE = Map.of(SMALL, 240, "large", 1100);

  private static final long MOST_PIXELS = ContentInspection.MOST_MEGAPIXELS * 1_000_000L;
  private static final int PATIENCE_SECONDS = 20;

  private final ContentStore store = ContentStore.configured();
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * The preview of a document.
   *
   * @param size small or large; anything else is small
   * @return a PNG; empty when none can be made of it
   */
  public Optional<Path> of(OpenedDocument document, String size) {
    String known = LONGER_SIDE.containsKey(size) ? size : SMALL;
    Path preview = store.preview(document.key(), known);
    if (Files.exists(preview)) {
      return Optional.of(preview);
    }
    boolean mine = false;
    try {
      mine = turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (mine && !Files.exists(preview)) {
        make(document, LONGER_SIDE.get(known), preview);
      }
      return Files.exists(preview) ? Optional.of(preview) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException | RuntimeException unshowable) {
      // The library throws what it happens to stumble over; the document opens without a preview.
      LOG.info("No preview of a document: {}", unshowable.getClass().getName());
      return Optional.empty();
    } finally {
      if (mine) {
        turn.release();
      }
    }
  }

  private void make(OpenedDocument document, int longerSide, Path preview) throws IOException {
    Path content = store.path(document.key());
    BufferedImage picture =
        ContentInspection.PDF.equals(document.mediaType())
            ? firstPage(content, longerSide)
            : scaled(ContentInspection.image(content, longerSide * 2), longerSide);
    Path part = preview.resolveSibling(preview.getFileName() + "." + UUID.randomUUID() + ".part");
    try {
      ImageIO.write(picture, "png", part.toFile());
      if (Files.exists(content)) {
        Files.move(part, preview, StandardCopyOption.ATOMIC_MOVE);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static BufferedImage firstPage(Path content, int longerSide) throws IOException {
    try (PDDocument document = ContentInspection.openPdf(content)) {
      PDPage page = document.getPage(0);
      refuseBombs(page.getResources());
      float longest = Math.max(page.getCropBox().getWidth(), page.getCropBox().getHeight());
      PDFRenderer renderer = new PDFRenderer(document);
      renderer.setSubsamplingAllowed(true);
      return renderer.renderImage(0, longerSide / longest, ImageType.RGB);
    }
  }

  private static void refuseBombs(PDResources resources) throws IOException {
    if (resources == null) {
      return;
    }
    for (COSName name : resources.getXObjectNames()) {
      PDXObject object = resources.getXObject(name);
      if (object instanceof PDImageXObject image
          && (long) image.getWidth() * image.getHeight() > MOST_PIXELS) {
        throw new ContentInspection.TooManyPixels();
      }
    }
  }

  private static BufferedImage scaled(BufferedImage image, int longerSide) {
    double factor =
        Math.min(1.0, longerSide / (double) Math.max(image.getWidth(), image.getHeight()));
    int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
    int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
    BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(image, 0, 0, width, height, java.awt.Color.WHITE, null);
    } finally {
      graphics.dispose();
    }
    return small;
  }
}
