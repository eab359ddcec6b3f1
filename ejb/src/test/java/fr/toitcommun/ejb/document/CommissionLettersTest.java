package fr.toitcommun.ejb.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.OfferRow;
import fr.toitcommun.persistence.commission.AttendeeForm;
import fr.toitcommun.persistence.commission.CandidateException;
import fr.toitcommun.persistence.commission.CommissionReport;
import fr.toitcommun.persistence.commission.ConveningStore;
import fr.toitcommun.persistence.commission.InternalRules;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.letter.DueLetters;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * What a commission sends, to its members, to applicants and to the State, as it is printed;
 * veraPDF judges each.
 */
class CommissionLettersTest {
  private static final LocalDate DAY = DocumentDatabase.TODAY;
  private static final String VOTES = "https://toit-commun.example/votes.xhtml";

  private final DocumentDatabase database = DocumentDatabase.started();
  private final LetterWriter writer = database.letterWriter();

  @Test
  void R_441_9_aConveningNamesDayPlaceAndAgendaAndNoCandidate() {
    SessionDetail session = session(null);
    ConveningLetters letters = database.conveningLetters();
    List<String> contents =
        session.attendees().stream()
            .map(member -> letters.write(session, member, DAY, VOTES).content())
            .toList();

    PrintedText printed =
        PrintedText.of(writer.print(letters.title(), contents), "convening-letters");

    assertThat(printed.tagged()).isTrue();
    assertThat(printed.language()).isEqualTo("fr-FR");
    assertThat(printed.title()).isEqualTo("Convocation à la commission d’attribution");
    assertThat(printed.pages()).isEqualTo(2 * session.attendees().size());
    assertThat(printed.text())
        .contains("Solène Quéméneur")
        .contains("Commission d’attribution de l’Estuaire")
        .contains("Salle Anne-de-Bretagne")
        .contains("1 rue de l’Hôtel-Dieu")
        .contains("Vous y siégez avec voix délibérative.")
        .contains("Vous y siégez avec voix consultative.")
        .contains("votre voix est prépondérante")
        .doesNotContain("Le Guen", "0440124", "voter à distance");
  }

  @Test
  void R_441_9_whoVotesFromAfarIsToldWhenAndWhereInLetterAndEmail() {
    SessionDetail session = session(LocalDateTime.of(2026, 12, 1, 8, 0));
    AttendeeForm member = session.attendees().get(0);
    member.setAgentId(7L);
    member.setEmail("solene@estuaire.example");
    ConveningLetters letters = database.conveningLetters();

    ConveningStore.Written voter = letters.write(session, member, DAY, VOTES);
    ConveningStore.Written other = letters.write(session, session.attendees().get(1), DAY, VOTES);

    assertThat(
            PrintedText.of(
                    writer.print(letters.title(), List.of(voter.content())), "convening-vote")
                .text())
        .contains("Vous pouvez voter à distance")
        .contains("votes.xhtml");
    assertThat(voter.emailText())
        .contains(VOTES, "1 rue de l’Hôtel-Dieu", "Salle Anne-de-Bretagne")
        .doesNotContain("Le Guen", "0440124");
    assertThat(other.content()).doesNotContain("votes.xhtml");
    assertThat(other.emailText()).as("no address, no e-mail").isNull();
  }

  @Test
  void R_441_9_aMemberIsConvenedForTheDwellingsThatConcernThem() {
    SessionDetail session = session(null);
    AttendeeForm elsewhere = session.attendees().get(3);
    elsewhere.setConcerns("44184");
    String letter =
        PrintedText.of(
                writer.print(
                    "Convocation",
                    List.of(
                        database
                            .conveningLetters()
                            .write(session, elsewhere, DAY, VOTES)
                            .content())),
                "convening-elsewhere")
            .text();
    assertThat(letter)
        .contains("Aucun logement de cet ordre du jour ne relève de votre qualité")
        .doesNotContain("Hôtel-Dieu");
  }

  @Test
  void L_441_2_2_aRefusalBearsItsMotivesInWriting() {
    SessionDetail.Candidate refused = candidate(0, 2);
    DecisionWords words = database.decisionWords();

    PrintedText letter =
        decision(
            LetterKind.NON_ALLOCATION,
            null,
            words.motives(refused),
            null,
            null,
            "decision-refusal");

    assertThat(letter.text())
        .contains("Habitat de l’Estuaire")
        .contains("Loyer ou surface inadaptés aux ressources")
        .contains("taux d’effort de 48 %")
        .contains("T3, 1 rue de l’Hôtel-Dieu, Nantes")
        .contains("(66 m², loyer et charges 507 € par mois)")
        .doesNotContain("attribuer ce logement au rang");
  }

  @Test
  void R_441_2_8_d_anInadmissibilityBearsItsGround() {
    SessionDetail.Candidate rejected = candidate(0, 3);
    assertThat(
            decision(
                    LetterKind.INADMISSIBILITY_NOTICE,
                    rejected.motive(),
                    database.decisionWords().further(rejected),
                    null,
                    null,
                    "decision-inadmissibility")
                .text())
        .contains("Ressources supérieures au plafond");
  }

  @Test
  void R_441_10_anAllocationTellsRankConditionAndLastDayToAnswer() {
    assertThat(
            allocation(candidate(1, 0), offer(true, LocalDate.of(2026, 12, 11), null, false))
                .text())
        .contains("La commission a décidé de vous attribuer ce logement.")
        .contains("fournir « jugement de divorce » au plus tard le 21 décembre 2026")
        .contains("Répondez au plus tard le 11 décembre 2026");
    assertThat(allocation(candidate(0, 1), offer(false, null, null, false)).text())
        .contains("attribuer ce logement au rang 2")
        .contains("Vous n’avez rien à faire pour l’instant")
        .doesNotContain("Répondez au plus tard");
  }

  @Test
  void R_441_10_anAllocationThatIsNotSentYetTellsFromWhenTheDelayCounts() {
    assertThat(allocation(candidate(1, 0), offer(true, null, null, false)).text())
        .contains("10 jours pour répondre, à compter du lendemain du jour où cette lettre")
        .contains("vous serez considéré(e) comme ayant refusé");
    assertThat(allocation(candidate(1, 0), offer(true, null, null, true)).text())
        .contains("première présentation de cette lettre recommandée");
    assertThat(
            allocation(
                    candidate(1, 0),
                    offer(true, LocalDate.of(2026, 12, 11), LocalDate.of(2026, 12, 1), false))
                .text())
        .contains("Vous avez accepté ce logement le 1er décembre 2026")
        .doesNotContain("Répondez");
  }

  private PrintedText allocation(SessionDetail.Candidate candidate, OfferRow offer) {
    return decision(
        LetterKind.ALLOCATION,
        null,
        null,
        database.decisionWords().allocation(candidate),
        offer,
        "decision-allocation");
  }

  private static OfferRow offer(
      boolean called, LocalDate answerBy, LocalDate accepted, boolean registered) {
    return new OfferRow(
        1,
        "1 rue de l’Hôtel-Dieu",
        "Nantes",
        DwellingType.T3,
        66,
        null,
        false,
        null,
        420,
        0,
        0,
        87,
        DAY,
        registered,
        answerBy,
        accepted,
        called ? LocalDate.of(2026, 12, 1) : null,
        null,
        null,
        null);
  }

  @Test
  void R_441_9_IV_theYearlyReportIsPrintedInBothLanguages() {
    CommissionReport report =
        new CommissionReport(
            1L,
            "Commission d’attribution de l’Estuaire",
            "Habitat de l’Estuaire",
            2026,
            24,
            3,
            118,
            391,
            4,
            97,
            512,
            21,
            List.of(
                new CommissionReport.Attendance("LANDLORD_MEMBER", 144, 131),
                new CommissionReport.Attendance("MAYOR", 24, 9)),
            List.of(
                new CommissionReport.Count("ALLOCATION", 60),
                new CommissionReport.Count("RANKED_ALLOCATION", 140),
                new CommissionReport.Count("CONDITIONAL_ALLOCATION", 11),
                new CommissionReport.Count("NON_ALLOCATION", 170),
                new CommissionReport.Count("INADMISSIBILITY", 10)),
            List.of(
                new CommissionReport.Count("RENT_TOO_HIGH", 88),
                new CommissionReport.Count("IRRRES", 7)),
            List.of(new CommissionReport.Count("DALO_DESIGNATION", 4)),
            List.of(
                new CommissionReport.Share("DALO", 9, 97),
                new CommissionReport.Share("PRIORITY", 26, 97),
                new CommissionReport.Share("QUARTILE", 0, 0),
                new CommissionReport.Share("TRANSFER", 31, 97)));
    ReportDocuments documents = database.reportDocuments();

    PrintedText french = PrintedText.of(documents.report(report, Locale.FRENCH), "report");
    PrintedText english =
        PrintedText.of(documents.report(report, Locale.ENGLISH), "report-english");

    assertThat(french.tagged()).isTrue();
    assertThat(french.language()).isEqualTo("fr-FR");
    assertThat(french.title())
        .isEqualTo("Bilan annuel 2026 de la commission d’attribution – Habitat de l’Estuaire");
    assertThat(french.text())
        .contains("Séances tenues 24 dont avec vote à distance 3")
        .contains("Demandes par logement, en moyenne 3,3")
        .contains("512 jours")
        .contains("Convoqués Présents")
        .contains("144 131 91")
        .contains("e) Rejet pour irrecevabilité 10")
        .contains("Ressources supérieures au plafond 7")
        .contains("Reconnus prioritaires au titre du DALO 9 97 9")
        .contains("Premier quartile, hors QPV 0 0 –");
    assertThat(english.text()).contains("3.3").doesNotContain("Séances", "3,3");
  }

  @Test
  void R_441_9_IV_aYearWithoutSessionIsReportedToo() {
    CommissionReport nothing =
        new CommissionReport(
            null,
            null,
            "Vendée Toit",
            2025,
            0,
            0,
            0,
            0,
            0,
            0,
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new CommissionReport.Share("DALO", 0, 0)));
    assertThat(
            PrintedText.of(
                    database.reportDocuments().report(nothing, Locale.FRENCH), "report-empty")
                .text())
        .contains("Toutes les commissions")
        .contains("Aucune séance close dans l’année.");
  }

  private PrintedText decision(
      LetterKind kind,
      String subReason,
      String words,
      String decided,
      OfferRow offer,
      String name) {
    DemandFile file = new DemandSample().file();
    WrittenLetter letter =
        writer
            .to(List.of(file), database.template(kind), DAY)
            .apply(
                file,
                new LetterWriter.Particulars(
                    subReason,
                    words,
                    CertificateFacts.Place.of(
                        "Habitat de l’Estuaire", "3 quai des Antilles", "Nantes"),
                    new DueLetters.Outcome(
                        LocalDate.of(2026, 12, 1),
                        database.decisionWords().dwelling(SessionSample.dwelling(1)),
                        decided),
                    offer));
    PrintedText printed =
        PrintedText.of(writer.print(letter.title(), List.of(letter.content())), name);
    assertThat(printed.tagged()).isTrue();
    assertThat(printed.pages() % 2).isZero();
    assertThat(printed.text()).contains("Habitat de l’Estuaire");
    return printed;
  }

  private static SessionDetail.Candidate candidate(int item, int place) {
    return SessionSample.decided().items().get(item).candidates().get(place);
  }

  /** A session to come with one dwelling. */
  private static SessionDetail session(LocalDateTime votesFrom) {
    SessionDetail plain =
        SessionSample.session(
            false,
            List.of(
                SessionSample.item(
                    1,
                    CandidateException.NONE,
                    null,
                    List.of(SessionSample.undecided(1, "Anne-Zoé Le Guen-Kérvella")))));
    for (int i = 0; i < plain.attendees().size(); i++) {
      plain.attendees().get(i).setAttendeeId(i + 1L);
    }
    return new SessionDetail(
        plain.sessionId(),
        plain.version(),
        plain.commission(),
        plain.landlord(),
        plain.landlordAddress(),
        plain.heldAt(),
        plain.place(),
        plain.status(),
        plain.dayCome(),
        plain.minimumCandidates(),
        plain.quorum(),
        plain.attendees(),
        plain.items(),
        new SessionDetail.Proceedings(
            1,
            new InternalRules(null, 3, false, true, 8),
            votesFrom,
            votesFrom == null ? null : votesFrom.plusHours(1),
            false,
            List.of()));
  }
}
