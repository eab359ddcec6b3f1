package fr.toitcommun.ejb.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.journal.Readings;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.FieldChange;
import fr.toitcommun.persistence.registration.HandicapPersonForm;
import fr.toitcommun.persistence.registration.SubjectCandidacy;
import fr.toitcommun.persistence.registration.SubjectFile;
import fr.toitcommun.persistence.registration.SubjectScore;
import fr.toitcommun.persistence.registration.WordOf;
import fr.toitcommun.persistence.registration.dossier.DocumentStatus;
import fr.toitcommun.persistence.registration.dossier.Dossier;
import fr.toitcommun.persistence.registration.dossier.ScanState;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterRow;
import fr.toitcommun.persistence.registration.priority.DetectionRule;
import fr.toitcommun.persistence.registration.priority.LabelKind;
import fr.toitcommun.persistence.registration.priority.LabelRow;
import fr.toitcommun.persistence.registration.priority.LabelState;
import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.math.BigDecimal;
import java.time.Instant;
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
  void GDPR_15_theCopyHasDocumentsLettersProposalsComplementAndEveryChangedValue() {
    DemandSample sample = new DemandSample();
    sample.events.add(
        new DemandFile.Event(
            DemandEventKind.MODIFIED,
            Instant.parse("2026-11-22T10:00:00Z"),
            LocalDate.of(2026, 11, 22),
            "Camille Durand",
            "Habitat de l’Estuaire",
            WordOf.APPLICANT,
            "sur pièce",
            List.of(new FieldChange("contact.city", "Nantes", "Rezé"))));
    sample.form.getApplicant().setId(7L);
    HandicapPersonForm complement = new HandicapPersonForm();
    complement.setPersonId(7L);
    complement.setDetail("Douche sans ressaut");
    PrintedText copy =
        print(
            copy(sample.file(), List.of(complement), List.of(document("WAGES"), document(null))),
            Locale.FRENCH);
    assertThat(copy.text())
        .contains("contact.city : Nantes → Rezé")
        .contains("sur pièce")
        .contains("Nantes Métropole : 42 points, 60 une fois les pièces vérifiées (grille n° 2")
        .contains("VIOLENCE 0 18")
        .contains("null 42 42")
        .contains("T3 à Vertou – Habitat de l’Estuaire")
        .contains("Nantes Métropole, rang 2")
        .contains("par la poste, le 3 octobre 2026")
        .contains("Raisons de santé")
        .contains("trop loin de l’hôpital")
        .contains("c) Attribution sous condition suspensive, rang 2")
        .contains("Commission de Nantes, séance du 20 octobre 2026")
        .contains("attestation d’assurance")
        .contains("Oui (seuil 9 720 €)")
        .contains("1 204 jours")
        .contains("Bail signé le")
        .contains("annulé par erreur")
        .contains("21/10/2026 – Le dossier est complet.")
        .contains("la copie ne porte pas atteinte")
        .contains("Complément handicap")
        .contains("Douche sans ressaut")
        .contains("Bulletins de salaire des trois derniers mois")
        .contains("Pièce sensible")
        .contains("Préavis de renouvellement")
        .contains("1A 234 567 8901 2")
        .contains("La nature de certaines pièces")
        .contains("contact.postalCode 44800");
    assertThat(copy.tagged()).isTrue();
  }

  private static Dossier.Document document(String kind) {
    LocalDate day = LocalDate.of(2026, 11, 2);
    return new Dossier.Document(
        1,
        kind,
        kind == null,
        null,
        DocumentStatus.CHECKED,
        ScanState.CLEAN,
        null,
        "application/pdf",
        1_000,
        1,
        null,
        day,
        null,
        null,
        null,
        false,
        day.plusDays(15),
        false,
        Instant.parse("2026-11-02T10:00:00Z"),
        null,
        "Habitat de l’Estuaire",
        null,
        null,
        null,
        false,
        false);
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
    return print(copy(file, List.of(), List.of()), locale);
  }

  private static final List<LabelRow> LABELS =
      List.of(
          new LabelRow(
              1,
              2,
              1,
              LabelKind.GROUND,
              "J",
              LabelState.CERTIFIED,
              DetectionRule.MINOR_OVERCROWDED,
              LocalDate.of(2026, 5, 4),
              "Habitat de l’Estuaire",
              LocalDate.of(2026, 5, 6),
              1L,
              "Habitat de l’Estuaire",
              "Anne Le Bihan",
              LocalDate.of(2027, 5, 6),
              "Bail et livret de famille vus",
              null,
              null,
              null,
              null,
              null,
              false));

  private static final List<SubjectScore> SCORES =
      List.of(
          new SubjectScore(
              "Nantes Métropole",
              2,
              LocalDate.of(2025, 1, 1),
              42,
              60,
              LocalDate.of(2026, 11, 1),
              List.of(
                  new SubjectScore.Line("VIOLENCE", 0, 18), new SubjectScore.Line(null, 42, 42))));

  private static final List<SubjectCandidacy> CANDIDACIES =
      List.of(
          new SubjectCandidacy(
              "Habitat de l’Estuaire",
              "Vertou",
              "T3",
              LocalDate.of(2026, 10, 1),
              "Nantes Métropole",
              2,
              "POST",
              LocalDate.of(2026, 10, 3),
              LocalDate.of(2026, 10, 13),
              null,
              "REFUSED",
              LocalDate.of(2026, 10, 12),
              "HEALTH",
              "trop loin de l’hôpital",
              "HOUSED_ELSEWHERE",
              new SubjectCandidacy.Decided(
                  "Commission de Nantes",
                  LocalDate.of(2026, 10, 20),
                  "CONDITIONAL_ALLOCATION",
                  2,
                  List.of(),
                  null,
                  "attestation d’assurance",
                  LocalDate.of(2026, 11, 2),
                  null,
                  new SubjectCandidacy.FactsOfDecision(
                      new BigDecimal("2.3"),
                      8_400,
                      9_720,
                      true,
                      false,
                      List.of(PriorityGround.J, PriorityGround.K),
                      true,
                      false,
                      1_204)),
              List.of(
                  new SubjectCandidacy.Said(
                      Instant.parse("2026-10-21T10:00:00Z"), "Le dossier est complet.")),
              List.of(
                  new SubjectCandidacy.Signed(
                      LocalDate.of(2026, 11, 3),
                      512,
                      "COLTER",
                      "NON",
                      "AUCUN",
                      3,
                      4,
                      18_000,
                      9_000,
                      LocalDate.of(2026, 11, 5),
                      "annulé par erreur")),
              List.of()));

  private static SubjectFile copy(
      DemandFile file, List<HandicapPersonForm> complement, List<Dossier.Document> documents) {
    LocalDate day = LocalDate.of(2026, 11, 22);
    return new SubjectFile(
        DocumentDatabase.TODAY,
        file,
        List.of(),
        complement,
        documents,
        documents.isEmpty()
            ? List.of()
            : List.of(
                new LetterRow(
                    1,
                    DemandSample.NUMBER,
                    LetterKind.RENEWAL_NOTICE,
                    day,
                    "POST",
                    Instant.parse("2026-11-02T10:00:00Z"),
                    day,
                    null,
                    1,
                    null,
                    day,
                    null,
                    null,
                    null,
                    false,
                    "1A 234 567 8901 2",
                    null,
                    null,
                    0,
                    null,
                    null)),
        documents.isEmpty() ? List.of() : LABELS,
        documents.isEmpty() ? List.of() : SCORES,
        documents.isEmpty() ? List.of() : CANDIDACIES,
        documents.isEmpty() ? List.of() : List.of(SubjectFile.Withheld.values()),
        List.of(new Readings(day, "Habitat de l’Estuaire", 3, 1), new Readings(day, null, 0, 1)),
        null);
  }

  private PrintedText print(SubjectFile copy, Locale locale) {
    return PrintedText.of(
        database.subjectFiles().print(copy, locale, new Paths()),
        "subject-" + locale + copy.documents().size());
  }

  /** The screens, whose words the history is told in, are not here: paths stand for labels. */
  private static final class Paths implements HistoryWords {
    @Override
    public Line line(FieldChange change) {
      return new Line(change.field(), String.valueOf(change.from()), String.valueOf(change.to()));
    }

    @Override
    public String said(DemandFile.Event event) {
      return event.detail();
    }

    @Override
    public String criterion(String fact) {
      return String.valueOf(fact);
    }
  }
}
