package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.document.MapDocuments;
import fr.toitcommun.ejb.document.SvgPixels;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** A map as a file. */
@Dependent
class MapFiles {
  /** Wide enough to be printed over a page of A4. */
  private static final float PNG_WIDTH = 2400;

  private final MapDocuments documents;

  @Inject
  MapFiles(MapDocuments documents) {
    this.documents = documents;
  }

  /**
   * Makes the file.
   *
   * @throws IllegalStateException when it cannot be made
   */
  byte[] make(MapContent content, MapView view, MapFormat format) {
    return switch (format) {
      case SVG -> new MapPicture(content).sheet().getBytes(StandardCharsets.UTF_8);
      case PNG -> SvgPixels.png(new MapPicture(content).sheet(), PNG_WIDTH);
      case PDF -> documents.map(view, content.words().language());
    };
  }
}
