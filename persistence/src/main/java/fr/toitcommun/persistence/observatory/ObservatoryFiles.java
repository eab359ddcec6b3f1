package fr.toitcommun.persistence.observatory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The files of the observatory: a folder that all servers see, and their account in the database. A
 * file counts once its account stands; one that is written anew takes the other's place at once.
 */
public final class ObservatoryFiles {
  private static final String KEEP =
      """
      insert into observatory_file (kind, day, rows, bytes, sha256, origin, written_at)
      values (:kind, :day, :rows, :bytes, :sha, :origin, :at)
      on conflict (kind, day) do update set rows = excluded.rows, bytes = excluded.bytes, sha256 = excluded.sha256,
        origin = excluded.origin, written_at = excluded.written_at
      """;

  private record Account(String state, List<ObservatoryFile> files) {}

  private final Path folder;
  private volatile Account account;

  /** The files in this folder, which is made when first written to. */
  public ObservatoryFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Those of this server: {@code TOITCOMMUN_OBSERVATORY}, else {@code observatory} in the server's
   * own data.
   */
  public static ObservatoryFiles configured() {
    String set = System.getenv("TOITCOMMUN_OBSERVATORY");
    return new ObservatoryFiles(
        set == null || set.isBlank()
            ? Path.of(System.getProperty("jboss.server.data.dir", "data"), "observatory")
            : Path.of(set.strip()));
  }

  /** The files that stand, by kind and day; one that is not in its place tells nothing. */
  public List<ObservatoryFile> list(Jdbi jdbi) {
    Set<String> there = names();
    return account(jdbi).stream()
        .filter(file -> there.contains(file.kind().file(file.day())))
        .toList();
  }

  private Set<String> names() {
    if (!Files.isDirectory(folder)) {
      return Set.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of the observatory cannot be read", e);
    }
  }

  /** Some hundred rows that every answer asks for, and that change once a month. */
  private List<ObservatoryFile> account(Jdbi jdbi) {
    return jdbi.withHandle(
        handle -> {
          // Another whenever a file is written or taken away.
          String state =
              handle
                  .createQuery(
                      "select concat(count(*), ' ', md5(string_agg(concat(kind, day, sha256,"
                          + " origin), ',' order by kind, day))) from observatory_file")
                  .mapTo(String.class)
                  .one();
          Account known = account;
          if (known == null || !known.state().equals(state)) {
            known =
                new Account(
                    state,
                    handle
                        .createQuery("select * from observatory_file order by kind, day")
                        .map(ConstructorMapper.of(ObservatoryFile.class))
                        .list());
            account = known;
          }
          return known.files();
        });
  }

  /** Where the file of a day lies, whether or not it is there. */
  public Path path(FileKind kind, LocalDate day) {
    return folder.resolve(kind.file(day));
  }

  /** Where to write what is to become the file of a day. */
  Path draft(FileKind kind, LocalDate day) {
    try {
      Files.createDirectories(folder);
      return Files.createTempFile(folder, kind.file(day), ".part");
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of the observatory cannot be written", e);
    }
  }

  /** Leaves nothing of a draft that did not come to its place. */
  void discard(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException("A draft of the observatory cannot be deleted", e);
    }
  }

  /** Puts a draft in its place and keeps its account. */
  void keep(Handle handle, Path draft, FileKind kind, LocalDate day, long rows, FileOrigin origin) {
    try {
      String sha = sha256(draft);
      long bytes = Files.size(draft);
      Files.move(
          draft,
          path(kind, day),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      handle
          .createUpdate(KEEP)
          .bind("kind", kind.name())
          .bind("day", day)
          .bind("rows", rows)
          .bind("bytes", bytes)
          .bind("sha", sha)
          .bind("origin", origin.name())
          .bind("at", Instant.now())
          .execute();
    } catch (IOException e) {
      throw new UncheckedIOException("A file of the observatory cannot be kept", e);
    }
  }

  /** Whether a file is what was written, as an auditor would ask. */
  public boolean isIntact(ObservatoryFile file) {
    Path path = path(file.kind(), file.day());
    try {
      return Files.exists(path) && sha256(path).equals(file.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(Path file) throws IOException {
    try (InputStream in =
        new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(((DigestInputStream) in).getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
