package fr.toitcommun.persistence.observatory.quality;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.job.DueCursor;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QualityTextsTest {
  private static final QualityRules RULES = new QualityRules(3, 4, 2, 36, 5, 1);

  @Test
  void bothLanguagesSayTheSameThings() {
    assertThat(new TreeSet<>(QualityTexts.bundle(Locale.ENGLISH).keySet()))
        .isEqualTo(new TreeSet<>(QualityTexts.bundle(Locale.FRENCH).keySet()));
  }

  @ParameterizedTest
  @EnumSource(QualityIndicator.class)
  void everyIndicatorHasItsWordsInBothLanguages(QualityIndicator one) {
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      QualityTexts texts = new QualityTexts(locale, RULES);
      assertThat(texts.name(one)).isNotBlank();
      assertThat(texts.shortName(one)).isNotBlank().hasSizeLessThan(20);
      assertThat(texts.definition(one)).doesNotContain("{").endsWith(".");
      assertThat(texts.severity(one.severity())).isNotBlank();
      assertThat(texts.family(one.family())).isNotBlank();
    }
  }

  @Test
  void definitionsStateTheThresholdInForce() {
    QualityTexts french = new QualityTexts(Locale.FRENCH, RULES);
    assertThat(french.definition(QualityIndicator.REFUSALS)).contains("4 propositions ou plus");
    assertThat(french.definition(QualityIndicator.NOTICE_LATE)).contains("dans un mois ou moins");
    assertThat(french.definition(QualityIndicator.INCOMES_APART)).contains("5 fois");
  }

  @Test
  void aRowTellsWhatItsIndicatorCountsOnIt() {
    QualityTexts french = new QualityTexts(Locale.FRENCH, RULES);
    assertThat(french.told(QualityIndicator.ENTRY_LATE, row(12, null, List.of())))
        .isEqualTo("12 jours entre le dépôt et l’enregistrement");
    assertThat(french.told(QualityIndicator.DOCUMENTS_MISSING, row(1, null, List.of())))
        .isEqualTo("1 pièce à demander");
    assertThat(french.told(QualityIndicator.LAPSED, row(null, LocalDate.of(2026, 1, 2), List.of())))
        .isEqualTo("Échue le 02/01/2026");
    assertThat(french.told(QualityIndicator.DOUBTFUL_VALUES, row(null, null, List.of("TC-0809"))))
        .isEqualTo("Une colocation est demandée par une seule personne.");
    assertThat(french.told(QualityIndicator.DUPLICATE, row(null, null, List.of()))).isEmpty();
  }

  private static QualityRow row(Integer number, LocalDate day, List<String> doubts) {
    return new QualityRow(
        "1", "A", "B", "C", LocalDate.EPOCH, number, day, doubts, "", DueCursor.start("44"));
  }
}
