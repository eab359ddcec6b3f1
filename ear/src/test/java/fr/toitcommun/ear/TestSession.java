package fr.toitcommun.ear;

import fr.toitcommun.launcher.DataFolder;
import fr.toitcommun.launcher.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * What stands around all tests of the whole: a real PostgreSQL, empty at first, and a server's base
 * folder. Arquillian starts the server itself, once.
 */
public final class TestSession implements LauncherSessionListener {

  private DataFolder folder;
  private EmbeddedDatabase database;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      layServer();
      Path data = Path.of(System.getProperty("test.data"));
      delete(data.resolve("postgresql"));
      folder = DataFolder.take(data);
      Files.writeString(data.resolve("database-password"), System.getenv("TOITCOMMUN_DB_PASSWORD"));
      database = EmbeddedDatabase.start(folder, Integer.getInteger("test.database.port"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (database != null) {
      database.close();
    }
    if (folder != null) {
      folder.close();
    }
  }

  /**
   * Only the configuration: an application left in a base folder would deploy beside the tests'
   * own.
   */
  private static void layServer() throws IOException {
    Path base = Path.of(System.getProperty("test.server"));
    delete(base);
    Files.createDirectories(base.resolve("deployments"));
    Path configuration = Files.createDirectories(base.resolve("configuration"));
    Path from =
        Path.of(System.getProperty("test.home"))
            .resolve("wildfly-config/target/server/standalone/configuration");
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, configuration.resolve(file.getFileName().toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      // The deepest first.
      for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(path);
      }
    }
  }
}
