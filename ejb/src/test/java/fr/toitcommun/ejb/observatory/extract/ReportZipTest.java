package fr.toitcommun.ejb.observatory.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.ejb.observatory.extract.ExtractBook.About;
import fr.toitcommun.ejb.observatory.report.CollectedReports;
import fr.toitcommun.ejb.observatory.report.InventedCollection;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A collection of reports is a zip of all of them with its contents, or none at all. */
class ReportZipTest {
  private static final String TEXT = "{chiffres:ACTIVE}";

  private final List<Long> told = new ArrayList<>();

  private ReportZip zip(CollectedReports reports, long calledOffAt) {
    return new ReportZip(
        new ExtractTexts(Locale.FRENCH),
        List.of(new About("Rapport", "Profil")),
        reports,
        (done, total) -> {
          assertThat(total).isEqualTo(3);
          told.add(done);
          return done < calledOffAt;
        });
  }

  private static Map<String, byte[]> entries(byte[] zipped) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  @Test
  void eachTerritoryHasItsReportAndTheContentsNameItToo() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    zip(InventedCollection.of(ReportKind.TERRITORY, TEXT), Long.MAX_VALUE).write(out);
    Map<String, byte[]> entries = entries(out.toByteArray());
    // Two towns of one name do not stand in each other's way.
    assertThat(entries.keySet())
        .containsExactly(
            "territory-2025-saint-clair-44001.odt",
            "territory-2025-saint-clair-49001.odt",
            "territory-2025-nantes-metropole-244400404.odt",
            "sommaire.csv");
    Map<String, byte[]> report =
        entries(entries.get("territory-2025-nantes-metropole-244400404.odt"));
    assertThat(new String(report.get("content.xml"), StandardCharsets.UTF_8))
        .contains("Profil – Nantes Métropole");
    assertThat(new String(entries.get("sommaire.csv"), StandardCharsets.UTF_8).lines())
        .contains(
            "\ufeffRapport;Profil",
            "Code;Territoire;Fichier",
            "49001;Saint-Clair;territory-2025-saint-clair-49001.odt")
        .hasSize(6);
    assertThat(told).containsExactly(0L, 1L, 2L, 3L);
  }

  @Test
  void oneThatCannotBeMadeEndsTheWholeAndIsNamed() {
    // A text that is none is found out only when a report is made of it.
    CollectedReports broken = InventedCollection.of(ReportKind.TERRITORY, "{tableau:NONE:AGE}");
    ReportZip.Failed failed =
        catchThrowableOfType(
            ReportZip.Failed.class,
            () -> zip(broken, Long.MAX_VALUE).write(new ByteArrayOutputStream()));
    assertThat(failed.territory()).isEqualTo("Saint-Clair");
    assertThat(failed).hasCauseInstanceOf(IllegalArgumentException.class);
    assertThat(told).containsExactly(0L);
  }

  @Test
  void whatIsCalledOffStopsAtTheNextReport() {
    CollectedReports reports = InventedCollection.of(ReportKind.TERRITORY, TEXT);
    assertThat(
            catchThrowableOfType(
                Followed.Stopped.class, () -> zip(reports, 2).write(new ByteArrayOutputStream())))
        .isNotNull();
    assertThat(told).containsExactly(0L, 1L, 2L);
  }
}
