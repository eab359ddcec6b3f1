package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.dossier.ContentStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The few invented documents that are the content of all documents of the demonstration. */
public final class Specimens {
  private static final Map<String, Specimen> BY_KIND =
      List.of(
              "TAX_NOTICE.pdf",
              "WAGES.pdf",
              "RENT.pdf",
              "HEALTH.pdf",
              "EVICTION.pdf",
              "IDENTITY.png",
              "FAMILY_BOOK.png")
          .stream()
          .map(Specimen::read)
          .collect(Collectors.toMap(Specimen::kind, Function.identity()));

  private Specimens() {}

  /** An invented document, some kilobytes. */
  record Specimen(String kind, String mediaType, byte[] content, String sha256) {
    private static Specimen read(String name) {
      try (InputStream stream = Specimens.class.getResourceAsStream("documents/" + name)) {
        byte[] content = stream.readAllBytes();
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        return new Specimen(
            name.substring(0, name.indexOf('.')),
            name.endsWith(".pdf") ? "application/pdf" : "image/png",
            content,
            HexFormat.of().formatHex(digest));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }

    long size() {
      return content.length;
    }
  }

  /** The one of this kind. */
  static Specimen of(String kind) {
    return BY_KIND.get(kind);
  }

  /**
   * Writes the content of the demonstration's documents into the store; what is there is left.
   *
   * @throws IOException when the store cannot be written
   */
  public static void write(Connection connection, ContentStore store)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select storage_key, kind from supporting_document")) {
      while (row.next()) {
        UUID key = UUID.fromString(row.getString(1));
        if (!Files.exists(store.path(key))) {
          Specimen specimen = of(row.getString(2));
          store.write(key, new ByteArrayInputStream(specimen.content()), specimen.size());
        }
      }
    }
  }
}
