package fr.toitcommun.ejb.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.journal.Readings;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.SubjectFile;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubjectFilesTest {
  private final DocumentDatabase database = DocumentDatabase.started();

  @Test
  void GDPR_15_thePersonReadsWhatIsHeldAndWhoOpenedIt() {
    PrintedText copy = print(new DemandSample().file(), Locale.FRENCH);
    assertThat(copy.text())
        .contains("Copie des données d’une demande de logement social")
        .contains("article 15 du règlement (UE) 2016/679")
        .contains("Anne-Zoé Le Guen-Kérvella")
        .contains("N’Diaye d’Août")
        .contains("14 bis, allée de l’Île-Héron")
        .contains("22/11/2026 Habitat de l’Estuaire 3 1")
        .contains("22/11/2026 fichier partagé 0 1");
    assertThat(copy.tagged()).isTrue();
  }

  @Test
  void itIsGivenInEnglishToo() {
    assertThat(print(new DemandSample().file(), Locale.ENGLISH).text())
        .contains("Who opened or changed the file");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindOfEventHasItsName(DemandEventKind kind) {
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      assertThat(new Words(locale, database.reference()).name("event", kind)).isNotBlank();
    }
  }

  private PrintedText print(DemandFile file, Locale locale) {
    LocalDate day = LocalDate.of(2026, 11, 22);
    SubjectFile copy =
        new SubjectFile(
            DocumentDatabase.TODAY,
            file,
            List.of(
                new Readings(day, "Habitat de l’Estuaire", 3, 1), new Readings(day, null, 0, 1)),
            null);
    return PrintedText.of(database.subjectFiles().print(copy, locale), "subject-" + locale);
  }
}
