package fr.toitcommun.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  @Test
  void everyKindHasItsTextsInBothLanguages() {
    for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      for (ProblemKind kind : ProblemKind.values()) {
        assertThat(Problems.texts(language).containsKey(kind.slug() + ".title")).isTrue();
        assertThat(Problems.texts(language).containsKey(kind.slug() + ".detail")).isTrue();
      }
    }
    assertThat(Problems.texts(Locale.ENGLISH).keySet())
        .hasSize(2 * ProblemKind.values().length)
        .isEqualTo(Problems.texts(Locale.FRENCH).keySet());
  }

  @Test
  void frenchIsSpokenUnlessEnglishIsPreferred() {
    assertThat(Problems.spoken(List.of())).isEqualTo(Locale.FRENCH);
    assertThat(Problems.spoken(List.of(Locale.GERMAN))).isEqualTo(Locale.FRENCH);
    assertThat(Problems.spoken(List.of(Locale.UK, Locale.FRANCE))).isEqualTo(Locale.ENGLISH);
    assertThat(Problems.spoken(List.of(Locale.FRANCE, Locale.UK))).isEqualTo(Locale.FRENCH);
    assertThat(Problems.spoken(List.of(Locale.GERMAN, Locale.US))).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void onlyAnEntityTagOfOursIsAVersion() {
    assertThat(Versions.read("\"12\"")).isEqualTo(12);
    for (String other : new String[] {null, "", "*", "12", "W/\"12\"", "\"a\"", "\"1\", \"2\""}) {
      assertThatExceptionOfType(ApiProblem.class)
          .isThrownBy(() -> Versions.read(other))
          .satisfies(problem -> assertThat(problem.kind()).isEqualTo(ProblemKind.VERSION_REQUIRED));
    }
  }
}
