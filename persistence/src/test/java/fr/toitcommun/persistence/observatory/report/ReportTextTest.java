package fr.toitcommun.persistence.observatory.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the manager may write in a report, and that the texts delivered are such. */
class ReportTextTest {
  private static final Jdbi DATABASE = Reads.over(TestDatabase.empty());

  private static List<String> codes(ReportKind kind, String text) {
    return ReportText.faults(kind, "body", text).stream().map(Fault::code).toList();
  }

  @ParameterizedTest
  @EnumSource(ReportKind.class)
  void theDeliveredTextsHaveNoFaultAndTellFigures(ReportKind kind) {
    for (String language : List.of("fr", "en")) {
      ReportTemplate delivered = new ReportTemplateStore(DATABASE).latest(kind, language);
      assertThat(delivered.version()).isEqualTo(ReportTemplate.STANDARD);
      assertThat(delivered.form().faults(kind)).as(language).isEmpty();
      assertThat(ReportText.blocks(kind, delivered.body()))
          .as(language)
          .hasAtLeastOneElementOfType(ReportBlock.Prose.class)
          .hasAtLeastOneElementOfType(ReportBlock.Table.class)
          .hasAtLeastOneElementOfType(ReportBlock.Chart.class);
    }
  }

  @Test
  void bothLanguagesTellTheSame() {
    ReportTemplateStore store = new ReportTemplateStore(DATABASE);
    for (ReportKind kind : ReportKind.values()) {
      assertThat(figures(kind, store.latest(kind, "en").body()))
          .as(kind.name())
          .isEqualTo(figures(kind, store.latest(kind, "fr").body()));
    }
  }

  private static List<ReportBlock> figures(ReportKind kind, String body) {
    return ReportText.blocks(kind, body).stream()
        .filter(block -> !(block instanceof ReportBlock.Prose))
        .toList();
  }

  @Test
  void marksThatReportsDoNotHaveAreFoundWithinOthers() {
    for (String text :
        List.of(
            "[lien](https://exemple.fr)",
            "**[lien](https://exemple.fr)**",
            "*voir **`code`** là*",
            "## Titre *![image](x.png)*")) {
      assertThat(codes(ReportKind.YEARLY, text)).as(text).containsExactly("LETTER_MARK_UNKNOWN");
    }
    assertThat(codes(ReportKind.YEARLY, "*italique et **gras***")).isEmpty();
  }

  @Test
  void blocksAreReadInEitherLanguage() {
    assertThat(
            ReportText.blocks(
                ReportKind.YEARLY,
                "{carte:ACTIVE:EPCI}\n\n"
                    + "{table:ACTIVE:AGE:TRANSFER}\n\n"
                    + "{graphique:barres-empilées:ACTIVE:AGE:TRANSFER}\n\n"
                    + "{figures:ACTIVE,TENSION}"))
        .containsExactly(
            new ReportBlock.Mapped(Indicator.ACTIVE, TerritoryLevel.EPCI),
            new ReportBlock.Table(Indicator.ACTIVE, Axis.AGE, Axis.TRANSFER),
            new ReportBlock.Chart(ChartForm.STACKED, Indicator.ACTIVE, Axis.AGE, Axis.TRANSFER),
            new ReportBlock.Figures(List.of(Indicator.ACTIVE, Indicator.TENSION)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "YEARLY|{partenaire} agit.|REPORT_WORD_UNKNOWN",
        "YEARLY|{axe} compte.|REPORT_WORD_UNKNOWN",
        "PARTNER|{engagements}|REPORT_WORD_UNKNOWN",
        "PARTNER|{carte:ACTIVE:EPCI}|REPORT_WORD_UNKNOWN",
        "YEARLY|{inconnu} ici.|REPORT_WORD_UNKNOWN",
        "YEARLY|Il y a {chiffre:NOTHING}.|REPORT_INDICATOR_UNKNOWN",
        "YEARLY|{tableau:NOTHING:AGE}|REPORT_INDICATOR_UNKNOWN",
        "YEARLY|{tableau:ACTIVE:NOWHERE}|REPORT_AXIS_UNKNOWN",
        "YEARLY|{tableau:ACTIVE}|REPORT_BLOCK_INCOMPLETE",
        "YEARLY|{tableau:ACTIVE:AGE:AGE}|REPORT_SAME_AXIS",
        "YEARLY|{tableau:TENSION:REFUSAL_MOTIVE}|REPORT_AXIS_NOT_ALLOWED",
        "YEARLY|{graphique:camembert:ACTIVE:AGE}|REPORT_CHART_UNKNOWN",
        "YEARLY|{graphique:courbes:ACTIVE:AGE}|REPORT_LINES_WITHOUT_TIME",
        "YEARLY|{graphique:pyramide:ACTIVE:AGE}|REPORT_PYRAMID",
        "YEARLY|{carte:ACTIVE}|REPORT_MAP",
        "YEARLY|{carte:ACTIVE:AGE}|REPORT_MAP",
        "YEARLY|{carte:NOTHING:EPCI}|REPORT_INDICATOR_UNKNOWN",
        "YEARLY|Voyez {tableau:ACTIVE:AGE} ici.|REPORT_BLOCK_ALONE",
        "YEARLY|Une { seule.|REPORT_WORD_BROKEN",
        "YEARLY|#### Trop bas|LETTER_HEADING",
        "YEARLY|Un `code`.|LETTER_MARK_UNKNOWN"
      })
  void whatCannotBeIsNamed(ReportKind kind, String text, String code) {
    assertThat(codes(kind, text)).containsExactly(code);
    assertThatThrownBy(() -> ReportText.blocks(kind, text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{graphique:barres-empilées:TENSION:AGE:TRANSFER}|REPORT_STACKED",
        "{graphique:barres-empilées:ACTIVE:AGE}|REPORT_STACKED",
        "{graphique:barres:ACTIVE:AGE:YEAR}|REPORT_TIME_ACROSS",
        "{graphique:pyramide:ACTIVE:AGE:YEAR}|REPORT_TIME_ACROSS"
      })
  void whatWouldMisleadIsNotKeptButIsReadWhereItWasKeptBefore(String text, String code) {
    assertThat(codes(ReportKind.YEARLY, text)).containsExactly(code);
    assertThat(ReportText.blocks(ReportKind.YEARLY, text)).hasSize(1);
  }

  @Test
  void titleAndTextAreBothLookedAt() {
    ReportForm form = new ReportForm();
    assertThat(form.faults(ReportKind.YEARLY))
        .containsExactly(Fault.at("title", "REQUIRED"), Fault.at("body", "REQUIRED"));
    form.setTitle("{tableau:ACTIVE:AGE}");
    form.setBody("x".repeat(ReportForm.LONGEST_BODY + 1));
    assertThat(form.faults(ReportKind.YEARLY))
        .extracting(Fault::field, Fault::code)
        .containsExactly(tuple("title", "REPORT_BLOCK_ALONE"), tuple("body", "TOO_LONG"));
  }
}
