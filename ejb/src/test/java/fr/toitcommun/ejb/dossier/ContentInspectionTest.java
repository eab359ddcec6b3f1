package fr.toitcommun.ejb.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.registration.RefusedInput;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A document is what its content is, whatever it is called. */
class ContentInspectionTest {
  private final ContentInspection inspection = new ContentInspection();

  @TempDir private Path folder;

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("any-name.pdf"), content);
  }

  private String refused(byte[] content) throws IOException {
    Path file = file(content);
    return catchThrowableOfType(RefusedInput.class, () -> inspection.look(file))
        .faults()
        .get(0)
        .code();
  }

  private static byte[] image(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  private static byte[] pdf(int pages, String password) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        document.addPage(new PDPage());
      }
      if (password != null) {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
      }
      document.save(out);
    }
    return out.toByteArray();
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({"png,image/png", "jpeg,image/jpeg"})
  void imagesAreKnownByTheirContent(String format, String type) throws IOException {
    assertThat(inspection.look(file(image(format))))
        .isEqualTo(new ContentInspection.Found(type, 1));
  }

  @Test
  void aPdfIsKnownWithItsPages() throws IOException {
    assertThat(inspection.look(file(pdf(3, null))))
        .isEqualTo(new ContentInspection.Found("application/pdf", 3));
  }

  @Test
  void aPdfThatOnlyForbidsChangesOpensAndIsTaken() throws IOException {
    assertThat(inspection.look(file(pdf(1, ""))).pages()).isEqualTo(1);
  }

  @Test
  void aPdfThatWantsAPasswordIsRefused() throws IOException {
    assertThat(refused(pdf(1, "secret"))).isEqualTo("DOCUMENT_PDF_ENCRYPTED");
  }

  @Test
  void brokenPdfsAreRefused() throws IOException {
    byte[] whole = pdf(1, null);
    assertThat(refused(Arrays.copyOf(whole, whole.length / 3))).isEqualTo("DOCUMENT_PDF_BROKEN");
    assertThat(refused(pdf(0, null))).isEqualTo("DOCUMENT_PDF_BROKEN");
    assertThat(refused(text("%PDF-1.7\nnothing but a beginning"))).isEqualTo("DOCUMENT_PDF_BROKEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MZ\u0090\0\u0003\0\0\0\u0004\0\0\0",
        "<!DOCTYPE html><html><script>alert(1)</script></html>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "PK\u0003\u0004\u0014\0\0\0",
        "GIF89a\u0001\0\u0001\0",
        "not much of anything"
      })
  void otherTypesAreRefusedWhateverTheirName(String content) throws IOException {
    assertThat(refused(text(content))).isEqualTo("DOCUMENT_TYPE");
  }

  @Test
  void photosOfIphonesAreRefusedWithAWordWhatToDo() throws IOException {
    assertThat(refused(text("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"))).isEqualTo("DOCUMENT_HEIC");
  }

  @Test
  void whatIsTwoTypesAtOnceIsNeither() throws IOException {
    byte[] page = text("<html><script>alert(1)</script></html>\n");
    byte[] pdf = pdf(1, null);
    byte[] both = Arrays.copyOf(page, page.length + pdf.length);
    System.arraycopy(pdf, 0, both, page.length, pdf.length);
    assertThat(refused(both)).isIn("DOCUMENT_TYPE", "DOCUMENT_PDF_BROKEN");
  }

  @Test
  void aBrokenImageIsRefused() throws IOException {
    byte[] png = image("png");
    Arrays.fill(png, 16, png.length, (byte) 7);
    assertThat(refused(png)).isEqualTo("DOCUMENT_IMAGE_BROKEN");
  }

  @Test
  void anImageThatWouldFillTheMemoryIsRefusedBeforeItIsUnpacked() throws IOException {
    byte[] png = image("png");
    ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, 60_000).putInt(20, 60_000);
    CRC32 checksum = new CRC32();
    checksum.update(png, 12, 17);
    header.putInt(29, (int) checksum.getValue());
    assertThat(refused(png)).isEqualTo("DOCUMENT_IMAGE_TOO_BIG");
  }
}
