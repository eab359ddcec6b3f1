package fr.toitcommun.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {

  private static final Path DATA = Path.of("/somewhere/data");

  private static Options parse(Map<String, String> environment, String... arguments) {
    return Options.parse(List.of(arguments), environment, DATA);
  }

  @Test
  void withoutArgumentsTheDemonstrationOf2006RunsOnTheUsualPorts() {
    Options options = parse(Map.of());
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.managementPort()).isEqualTo(9990);
    assertThat(options.demands()).isEqualTo(82_000);
    assertThat(options.demonstration()).isTrue();
    assertThat(options.data()).isEqualTo(DATA);
  }

  @Test
  void aDatabaseNamedByTheEnvironmentIsFilledOnlyOnDemand() {
    Map<String, String> environment = Map.of("TOITCOMMUN_DB_URL", "jdbc:postgresql://host/base");
    assertThat(parse(environment).externalDatabase()).isTrue();
    assertThat(parse(environment).demonstration()).isFalse();
    assertThat(parse(environment, "--demonstration").demonstration()).isTrue();
  }

  @Test
  void theCommandLineGoesBeforeTheEnvironment() {
    Map<String, String> environment =
        Map.of("TOITCOMMUN_DEMONSTRATION_DEMANDS", "5000", "TOITCOMMUN_DEMONSTRATION", "true");
    assertThat(parse(environment).demands()).isEqualTo(5000);
    Options options = parse(environment, "--demands", "700", "--no-demonstration");
    assertThat(options.demands()).isEqualTo(700);
    assertThat(options.demonstration()).isFalse();
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> parse(Map.of(), "--port", "70000"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--port")
        .hasMessageContaining("70000");
    assertThatThrownBy(() -> parse(Map.of(), "--port"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("--port wants a value");
    assertThatThrownBy(() -> parse(Map.of(), "--prot", "1"))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("Unknown option --prot");
  }
}
