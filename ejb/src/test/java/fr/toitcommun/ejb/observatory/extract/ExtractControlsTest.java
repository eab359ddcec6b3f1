package fr.toitcommun.ejb.observatory.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import fr.toitcommun.persistence.observatory.report.ReportCollection;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused of an extract, each fault at its field. */
class ExtractControlsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
  private static final LocalDate SNAPSHOT = LocalDate.of(2026, 10, 1);
  private static final LocalDate EARLIEST = LocalDate.of(2020, 1, 1);

  private static final ExtractControls CONTROLS =
      new ExtractControls(
          List.of(SNAPSHOT),
          EARLIEST,
          TODAY,
          (axis, code) -> axis == Axis.TYPE && code.equals("T2"),
          question ->
              question.filters().containsKey(Axis.TYPE)
                  ? List.of(Fault.at("f.TYPE", "UNKNOWN_CODE", "T99"))
                  : List.of());

  private static List<String> faults(ExtractContent content) {
    ExtractFormat format =
        content.kind() == ExtractKind.REPORTS ? ExtractFormat.PDF : ExtractFormat.CSV;
    return CONTROLS.faults(new NewExtract("Essai", content, format, "fr")).stream()
        .map(fault -> fault.field() + " " + fault.code())
        .toList();
  }

  private static ExtractContent facts(LocalDate from, LocalDate to) {
    return new ExtractContent(ExtractKind.FACTS, null, from, to, Map.of(), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01, 2026-11-30, ''",
    "2019-12-31, 2026-11-30, from DATE_OUT_OF_RANGE",
    "2026-11-01, 2026-12-01, to DATE_OUT_OF_RANGE",
    "0001-01-01, 9999-12-31, from DATE_OUT_OF_RANGE;to DATE_OUT_OF_RANGE",
    "2026-11-01, +999999999-12-31, to DATE_OUT_OF_RANGE",
    "2026-11-02, 2026-11-01, to ENDS_BEFORE_IT_BEGINS",
    "2026-11-02, , to REQUIRED"
  })
  void aPeriodIsOfDaysThatMayBeTold(LocalDate from, LocalDate to, String expected) {
    assertThat(String.join(";", faults(facts(from, to)))).isEqualTo(expected);
  }

  @Test
  void theLatestPeriodIsLeftOut() {
    assertThat(faults(facts(null, null))).isEmpty();
  }

  @Test
  void aTableIsOfCodesThatAre() {
    assertThat(faults(ExtractContent.table("indicator=ACTIVE&rows=AGE"))).isEmpty();
    assertThat(faults(ExtractContent.table("indicator=ACTIVE&rows=AGE&f.TYPE=T99")))
        .containsExactly("question.f.TYPE UNKNOWN_CODE");
    assertThat(faults(ExtractContent.table("indicator=NOTHING")))
        .containsExactly("question.indicator UNKNOWN_INDICATOR");
  }

  @Test
  void whatBelongsToAnotherKindIsNotPassedOver() {
    ReportCollection reports =
        new ReportCollection(ReportKind.YEARLY, TerritoryLevel.EPCI, null, 2025, null);
    Map<String, List<String>> filters = Map.of("TYPE", List.of("T2"));
    List<String> columns = List.of("TYPE");
    String question = "indicator=ACTIVE&rows=AGE";
    assertThat(
            faults(
                new ExtractContent(
                    ExtractKind.TABLE, question, SNAPSHOT, TODAY, filters, columns, reports)))
        .containsExactlyInAnyOrder(strange("from", "to", "filters", "columns", "reports"));
    assertThat(
            faults(
                new ExtractContent(
                    ExtractKind.LIVE, question, SNAPSHOT, TODAY, filters, columns, reports)))
        .containsExactlyInAnyOrder(strange("question", "from", "to", "reports"));
    assertThat(
            faults(
                new ExtractContent(
                    ExtractKind.SNAPSHOT, question, SNAPSHOT, TODAY, filters, columns, reports)))
        .containsExactlyInAnyOrder(strange("question", "to", "reports"));
    assertThat(
            faults(
                new ExtractContent(
                    ExtractKind.FACTS, question, SNAPSHOT, TODAY, filters, columns, reports)))
        .containsExactlyInAnyOrder(strange("question", "reports"));
    assertThat(
            faults(
                new ExtractContent(
                    ExtractKind.REPORTS, question, SNAPSHOT, TODAY, filters, columns, reports)))
        .containsExactlyInAnyOrder(strange("question", "from", "to", "filters", "columns"));
  }

  private static String[] strange(String... fields) {
    return Arrays.stream(fields).map(field -> field + " NOT_OF_THIS_KIND").toArray(String[]::new);
  }

  @Test
  void aNullIsNoCode() {
    assertThat(
            faults(
                new ExtractContent(
                    ExtractKind.LIVE,
                    null,
                    null,
                    null,
                    Map.of("TYPE", Arrays.asList((String) null)),
                    Arrays.asList("TYPE", null))))
        .containsExactlyInAnyOrder("filters.TYPE UNKNOWN_CODE", "columns[1] UNKNOWN_CODE");
  }
}
