package fr.toitcommun.ejb.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;

/** A drawing of ours as a PNG picture, for programs that do not draw. */
public final class SvgPixels {
  private SvgPixels() {}

  /**
   * Draws it.
   *
   * @param width pixels; the height follows from the drawing
   * @throws IllegalStateException when it is no drawing
   */
  public static byte[] png(String svg, float width) {
    Drawn drawn = new Drawn();
    drawn.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, width);
    // A drawing of ours needs neither scripts nor other files.
    drawn.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
    drawn.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
    drawn.addTranscodingHint(SVGAbstractTranscoder.KEY_EXECUTE_ONLOAD, false);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      drawn.transcode(new TranscoderInput(new StringReader(svg)), null);
      ImageIO.write(drawn.image, "png", png);
    } catch (TranscoderException e) {
      throw new IllegalStateException("A drawing could not be drawn", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }

  /** Batik's own way to write a PNG takes ten times as long as the drawing. */
  private static final class Drawn extends ImageTranscoder {
    private BufferedImage image;

    @Override
    public BufferedImage createImage(int width, int height) {
      return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    @Override
    public void writeImage(BufferedImage drawn, TranscoderOutput none) {
      image = drawn;
    }
  }
}
