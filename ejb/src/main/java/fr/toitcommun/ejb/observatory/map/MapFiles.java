package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.document.MapDocuments;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.XMLAbstractTranscoder;
import org.apache.batik.transcoder.image.PNGTranscoder;

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
      case PNG -> png(new MapPicture(content).sheet());
      case PDF -> documents.map(view, view.rows().size(), content.words().language());
    };
  }

  private static byte[] png(String svg) {
    PNGTranscoder transcoder = new PNGTranscoder();
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, PNG_WIDTH);
    // A drawing of ours needs neither scripts nor other files.
    transcoder.addTranscodingHint(XMLAbstractTranscoder.KEY_XML_PARSER_VALIDATING, false);
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
    transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(png));
    } catch (TranscoderException e) {
      throw new IllegalStateException("The map could not be made a PNG", e);
    }
    return png.toByteArray();
  }
}
