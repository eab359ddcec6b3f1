package fr.toitcommun.persistence.registration.dossier;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * Where the content of documents lies: one file each in a folder that all servers see (ADR 0014).
 * Content goes in and out by the stream, never as a whole through memory.
 *
 * <pre>{@code
 * root/3f/a9/3fa9…        the content
 * root/3f/a9/3fa9….small  a preview made of it
 * }</pre>
 */
public final class ContentStore {
  /** Sizes in which previews are kept beside the content. */
  public static final List<String> PREVIEWS = List.of("small", "large");

  private static final int BUFFER = 64 * 1024;
  private static final String PART = ".part";
  private static final FileAttribute<?>[] OWNER_ALONE =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
          ? new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
          }
          : new FileAttribute<?>[0];

  private final Path root;

  /** A store in this folder, which is made when first written to. */
  public ContentStore(Path root) {
    this.root = root;
  }

  /**
   * The store of this server: {@code TOITCOMMUN_DOCUMENTS}, else {@code documents} in the server's
   * own data.
   */
  public static ContentStore configured() {
    String set = System.getenv("TOITCOMMUN_DOCUMENTS");
    return new ContentStore(
        set == null || set.isBlank()
            ? Path.of(System.getProperty("jboss.server.data.dir", "data"), "documents")
            : Path.of(set.strip()));
  }

  /** Whether documents can be kept. */
  public boolean isWritable() {
    try {
      Files.createDirectories(root, OWNER_ALONE);
      return Files.isWritable(root);
    } catch (IOException notThere) {
      return false;
    }
  }

  /**
   * Takes content in, and returns once it is on the disk for good.
   *
   * @param most bytes
   * @throws ContentTooLong when there are more; nothing stays
   * @throws ContentBrokenOff when the stream breaks off; nothing stays
   * @throws IOException when the disk refuses; nothing stays
   */
  public StoredContent write(UUID key, InputStream content, long most) throws IOException {
    return write(key, out -> copy(content, out, most));
  }

  /** Content that is made while it is written. */
  @FunctionalInterface
  public interface Flow {
    /** Writes all of it. */
    void into(OutputStream out) throws IOException;
  }

  /**
   * Takes in content that is made on the way, and returns once it is on the disk for good.
   *
   * @throws IOException when the disk refuses, or what the flow throws; nothing stays
   */
  public StoredContent write(UUID key, Flow content) throws IOException {
    Path path = path(key);
    Files.createDirectories(path.getParent(), OWNER_ALONE);
    Path part = path.resolveSibling(key + PART);
    MessageDigest digest = sha256();
    try {
      long size;
      try (FileChannel file =
              FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
          OutputStream out =
              new BufferedOutputStream(
                  new DigestOutputStream(Channels.newOutputStream(file), digest), BUFFER)) {
        content.into(out);
        out.flush();
        size = file.size();
        file.force(true);
      }
      Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
      return new StoredContent(path, size, HexFormat.of().formatHex(digest.digest()));
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void copy(InputStream from, OutputStream to, long most) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long size = 0;
    for (int read = read(from, buffer); read >= 0; read = read(from, buffer)) {
      size += read;
      if (size > most) {
        throw new ContentTooLong();
      }
      to.write(buffer, 0, read);
    }
  }

  private static int read(InputStream from, byte[] buffer) throws ContentBrokenOff {
    try {
      return from.read(buffer);
    } catch (IOException senderLeft) {
      throw new ContentBrokenOff(senderLeft);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Gives content out.
   *
   * @throws IOException when it is not there
   */
  public InputStream open(UUID key) throws IOException {
    return Files.newInputStream(path(key));
  }

  /** Where content lies, for libraries that want a file. */
  public Path path(UUID key) {
    String name = key.toString();
    return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
  }

  /** Where a preview of this size lies, once it was made. */
  public Path preview(UUID key, String size) {
    return path(key).resolveSibling(key + "." + size);
  }

  /** Erases content and what was made of it; what is not there is erased. */
  public void delete(UUID key) throws IOException {
    Path path = path(key);
    for (String size : PREVIEWS) {
      Files.deleteIfExists(preview(key, size));
    }
    Files.deleteIfExists(path.resolveSibling(key + PART));
    Files.deleteIfExists(path);
  }
}
