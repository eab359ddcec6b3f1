package fr.toitcommun.persistence.observatory.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.observatory.report.ReportCollection;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the journal is told of an extract. */
class ExtractContentTest {
  @Test
  void theJournalIsToldAllThatWasAskedFor() {
    assertThat(
            new ExtractContent(
                    ExtractKind.FACTS,
                    null,
                    LocalDate.of(2026, 1, 1),
                    LocalDate.of(2026, 1, 31),
                    Map.of("TYPE", List.of("T2", "T3")),
                    List.of("MUNICIPALITY", "AGE"))
                .told())
        .isEqualTo("FACTS from=2026-01-01 to=2026-01-31 columns=MUNICIPALITY,AGE TYPE=T2,T3");
    assertThat(new ExtractContent(ExtractKind.LIVE, null, null, null, Map.of(), List.of()).told())
        .isEqualTo("LIVE columns=all");
    assertThat(ExtractContent.table("indicator=ACTIVE&rows=AGE&f.DESK=12").told())
        .isEqualTo("TABLE question=indicator=ACTIVE&rows=AGE&f.DESK=12");
    assertThat(
            ExtractContent.collection(
                    new ReportCollection(ReportKind.YEARLY, TerritoryLevel.EPCI, "44", 2025, null))
                .told())
        .isEqualTo("REPORTS report=YEARLY by=EPCI in=44 of=2025");
  }
}
