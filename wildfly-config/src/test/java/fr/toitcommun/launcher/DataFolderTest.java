package fr.toitcommun.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path place;

  @Test
  void aSecretStaysTheSameAndIsReadByItsOwnerAlone() throws IOException {
    Path path = place.resolve("data");
    String first;
    try (DataFolder folder = DataFolder.take(path)) {
      first = folder.secret("password");
      assertThat(folder.secret("other")).isNotEqualTo(first);
    }
    try (DataFolder folder = DataFolder.take(path)) {
      assertThat(folder.secret("password")).isEqualTo(first).hasSizeGreaterThan(20);
    }
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(path.resolve("password"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rwx------");
  }
}
