package fr.toitcommun.ejb.observatory.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files far bigger than the heap that writes them. */
class ExtractMemoryTest {
  /** For everything, the program itself too; what an extract may take is 64. */
  private static final String HEAP = "-Xmx48m";

  @ParameterizedTest
  @EnumSource(
      value = ExtractFormat.class,
      names = {"XLSX", "ODS", "CSV", "ACCESS"})
  void eightyTwoThousandRowsOfFortyColumnsFlowThroughASmallHeap(
      ExtractFormat format, @TempDir Path folder) throws IOException, InterruptedException {
    Path file = folder.resolve("rows" + format.ending());
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                ManyRows.class.getName(),
                format.name(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(writer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(writer.waitFor()).as(said).isZero();
    assertThat(Files.size(file)).isGreaterThan(1_000_000);
  }
}
