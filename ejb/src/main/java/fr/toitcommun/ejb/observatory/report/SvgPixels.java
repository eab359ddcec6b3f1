package fr.toitcommun.ejb.observatory.report;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;

/**
 * A drawing as pixels, for programs that do not draw.
 *
 * @param png the picture
 * @param ratio height over width
 */
record SvgPixels(byte[] png, double ratio) {
  private static final float WIDTH = 1440;
  private static final Pattern BOX =
      Pattern.compile("viewBox=\"0 0 (\\d+(?:\\.\\d+)?) (\\d+(?:\\.\\d+)?)\"");

  /**
   * Draws it.
   *
   * @throws IllegalStateException when it is no drawing
   */
  static SvgPixels of(String svg) {
    Matcher box = BOX.matcher(svg);
    if (!box.find()) {
      throw new IllegalStateException("A drawing without size");
    }
    PNGTranscoder transcoder = new PNGTranscoder();
    transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, WIDTH);
    transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, Boolean.FALSE);
    transcoder.addTranscodingHint(PNGTranscoder.KEY_EXECUTE_ONLOAD, Boolean.FALSE);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(png));
    } catch (TranscoderException e) {
      throw new IllegalStateException("A drawing could not be drawn", e);
    }
    return new SvgPixels(
        png.toByteArray(), Double.parseDouble(box.group(2)) / Double.parseDouble(box.group(1)));
  }
}
