package fr.toitcommun.persistence.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/controls.md} is the table of controls. Write it anew with {@code ./mvnw test -pl
 * persistence -Dtest=ControlsPageTest -Dcontrols.write=true}.
 */
class ControlsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "controls.md");
  private static final String HEAD =
      """
      # Controls of a demand

      Made from `ControlTable` by `ControlsPageTest`; not to be edited by hand. The same controls hold for screens, for systems
      (`GET /api/v1/controls`) and for imports. **INVALID** blocks: nothing is stored; only what a demand cannot be registered without
      (R.441-2-3). **INCOMPLETE** blocks nothing: the demand is registered and listed as one to complete. **DOUBTFUL** asks: it is stored
      once somebody confirms it by its identifier. Identifiers are never given to another control. `…` stands for what depends on the form.
      """;

  @Test
  void thePageIsTheTable() throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    for (FormSection section : FormSection.values()) {
      List<Control<?>> lines =
          ControlTable.all().stream().filter(line -> line.section() == section).toList();
      String letter = section.letter().isEmpty() ? "" : " (R.441-2-2 " + section.letter() + ")";
      page.append("\n## ").append(title(section)).append(letter).append("\n\n");
      page.append(
          "| Control | Severity | Field | Article | Texte | Text |\n|---|---|---|---|---|---|\n");
      for (Control<?> line : lines) {
        page.append(
            "| %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                    line.id(),
                    line.severity(),
                    line.field().isEmpty() ? "" : "`" + line.field() + "`",
                    line.article(),
                    FaultTexts.text(line, Locale.FRENCH),
                    FaultTexts.text(line, Locale.ENGLISH)));
      }
    }
    if (Boolean.getBoolean("controls.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/controls.md differs from the table; write it anew with -Dcontrols.write=true")
        .isEqualTo(page.toString());
  }

  private static String title(FormSection section) {
    String words = section.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
