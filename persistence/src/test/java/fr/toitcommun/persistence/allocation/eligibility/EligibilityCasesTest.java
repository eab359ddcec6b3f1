package fr.toitcommun.persistence.allocation.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.registration.figure.Figure;
import fr.toitcommun.persistence.registration.figure.FigureKind;
import fr.toitcommun.persistence.registration.figure.FigureTexts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Worked cases of eligibility, each with its article: {@code eligibility-cases.csv}. Every figure
 * must also be able to say how it was reached, in both languages.
 */
class EligibilityCasesTest {
  /** A line of the table. */
  record Case(String name, String article, String figure, String given, String expected) {
    @Override
    public String toString() {
      return figure + ": " + name + " (" + article + ")";
    }
  }

  static Stream<Case> cases() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                EligibilityCasesTest.class.getResourceAsStream("/eligibility-cases.csv"),
                StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).filter(line -> !line.startsWith("#")).toList().stream()
          .map(line -> line.split(" ; "))
          .map(cells -> new Case(cells[0], cells[1], cells[2], cells[3], cells[4].strip()));
    }
  }

  @Test
  void thereAreAtLeastSixtyCasesEachWithItsArticle() throws IOException {
    List<Case> all = cases().toList();
    assertThat(all).hasSizeGreaterThanOrEqualTo(60);
    assertThat(all)
        .allSatisfy(one -> assertThat(one.article()).containsPattern("[LR]\\.\\d|arrêté"));
    List<String> covered = all.stream().map(one -> one.figure().split(" ")[0]).toList();
    assertThat(covered).containsAll(Arrays.stream(FigureKind.values()).map(Enum::name).toList());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isReachedAsTheArticleSays(Case one) {
    Figure figure = EligibilityFigures.figure(one.figure(), one.given());
    assertThat(EligibilityFigures.told(figure)).isEqualTo(one.expected());
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      FigureTexts texts =
          new FigureTexts(
              locale, (list, code) -> EligibilityFigures.REFERENCE.label(list, code, locale));
      assertThat(texts.name(figure)).isNotBlank();
      assertThat(texts.value(figure)).isNotBlank();
      assertThat(figure.steps())
          .allSatisfy(step -> assertThat(texts.step(step)).isNotBlank().doesNotContain("{"));
      assertThat(figure.missing()).allSatisfy(what -> assertThat(texts.missing(what)).isNotBlank());
    }
    assertThat(figure.article()).isNotBlank();
    assertThat(figure.known() || !figure.missing().isEmpty()).isTrue();
  }
}
