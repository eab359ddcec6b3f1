package fr.toitcommun.ejb.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What every OpenDocument file is held to (OASIS, ISO/IEC 26300), text or spreadsheet. */
public final class OpenDocument {
  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private OpenDocument() {}

  /**
   * Begins the zip of a document with its media type, first and not compressed: by it the file is
   * known without being opened (ODF 1.3, part 2, 3.3).
   */
  public static void begin(ZipOutputStream zip, String mediaType) throws IOException {
    byte[] bytes = mediaType.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry("mimetype");
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /** Words without what XML has no place for. */
  public static String legal(String words) {
    return ILLEGAL.matcher(words).replaceAll("");
  }
}
