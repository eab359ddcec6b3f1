package fr.toitcommun.persistence.registration.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureTextsTest {
  private static final ResourceBundle FRENCH = FigureTexts.bundle(Locale.FRENCH);
  private static final ResourceBundle ENGLISH = FigureTexts.bundle(Locale.ENGLISH);

  @Test
  void bothLanguagesHaveTheSameKeysAndArguments() {
    assertThat(ENGLISH.keySet()).isEqualTo(FRENCH.keySet());
    assertThat(FRENCH.keySet())
        .allSatisfy(
            key ->
                assertThat(arguments(ENGLISH.getString(key)))
                    .as(key)
                    .isEqualTo(arguments(FRENCH.getString(key))));
  }

  @Test
  void signsStayWithTheirWordsInFrench() {
    assertThat(FRENCH.keySet())
        .allSatisfy(
            key -> assertThat(FRENCH.getString(key)).doesNotContainPattern(" [:;!?»%€]|« "));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindHasItsNameAndArticle(FigureKind kind) {
    for (ResourceBundle texts : new ResourceBundle[] {FRENCH, ENGLISH}) {
      assertThat(texts.getString("kind." + kind)).isNotBlank();
      assertThat(texts.getString("article." + kind)).isNotBlank();
    }
  }

  @Test
  void numbersAreWrittenAsTheLanguageWritesThem() {
    FigureTexts french = new FigureTexts(Locale.FRANCE, (list, code) -> code);
    FigureTexts english = new FigureTexts(Locale.UK, (list, code) -> code);
    BigDecimal amount = new BigDecimal("1234.50");
    assertThat(french.number(amount, FigureUnit.EUROS_MONTH))
        .isEqualTo("1\u202f234,50\u00a0€/mois");
    assertThat(english.number(amount, FigureUnit.EUROS_MONTH)).isEqualTo("€1,234.50 a month");
    assertThat(french.number(BigDecimal.valueOf(2026), FigureUnit.NUMBER)).isEqualTo("2026");
    assertThat(french.number(BigDecimal.ONE, FigureUnit.PERSONS)).isEqualTo("1 personne");
    assertThat(french.number(BigDecimal.ZERO, FigureUnit.YES_NO)).isEqualTo("non");
  }

  private static TreeSet<String> arguments(String text) {
    TreeSet<String> found = new TreeSet<>();
    Matcher argument = Pattern.compile("\\{\\d+\\}").matcher(text);
    while (argument.find()) {
      found.add(argument.group());
    }
    return found;
  }
}
