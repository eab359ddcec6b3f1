package fr.toitcommun.ejb.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.commission.CandidateException;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SignedMinutes;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What a commission reads and signs (L.441-2, R.441-3, R.441-9). */
class SessionDocumentsTest {
  private final SessionDocuments documents = DocumentDatabase.started().sessionDocuments();

  @Test
  void theDossierHoldsAgendaConvenedDwellingsAndCandidates() {
    SessionDetail session =
        SessionSample.session(
            false,
            List.of(
                SessionSample.item(
                    1,
                    CandidateException.NONE,
                    null,
                    List.of(
                        SessionSample.undecided(1, "Anne-Zoé Le Guen-Kérvella"),
                        SessionSample.undecided(2, "Jean <b>Gras</b> & ${x}")))));

    PrintedText dossier =
        PrintedText.of(documents.dossier(SessionSample.dossier(session), Locale.FRENCH), "dossier");

    assertThat(dossier.text())
        .contains("Dossier de séance Mardi 1er décembre 2026 à 9 h 30")
        .contains("Salle Anne-de-Bretagne, 3 quai des Antilles")
        .contains("1 logement, 2 candidatures")
        .contains("Moins de 3 candidatures et aucune exception indiquée")
        .contains("Solène Quéméneur Membre désigné par le bailleur Délibérative Convoqué(e)")
        .contains("Délibérative – prépondérante")
        .contains("EST-1 – RPLS 4410912345")
        .contains("412 € + 95 € de charges, soit 507 € par mois")
        .contains("État – publics prioritaires")
        .contains("Candidats comparés")
        .contains("Jean <b>Gras</b> & ${x}")
        .contains("0440124000001G4401")
        .contains("3 personnes (2+1), catégorie 3")
        .contains("Reconnu prioritaire, à reloger")
        .contains("Revenu fiscal (N-2) 21 300 €")
        .contains("a) Attribution")
        .contains("e) Rejet pour irrecevabilité")
        .contains("motif protégé (article L.441-1)")
        .contains("Motif motif protégé")
        .contains("Autres motifs Logement trop cher ; motif protégé")
        .contains("25,6 % R.441-3-1 ; arrêté du 10 mars 2011")
        .contains("18,40 €/jour par UC")
        .contains("au-dessus du 1er quartile (13 200 €/an par UC) L.441-1")
        .contains("12 points, 15 si tout est justifié")
        .contains("3 (refusées par le candidat : 1 ; non attribuées : 1)");
    assertThat(dossier.marks()).isEqualTo(2);
    assertThat(dossier.tagged()).isTrue();
  }

  @Test
  void theMinutesHoldEverythingTheyMust_R_441_3() {
    PrintedText minutes =
        PrintedText.of(minutes(SessionSample.decided(), Locale.FRENCH), "minutes");

    assertThat(minutes.text())
        .contains("Procès-verbal de la commission d’attribution Mardi 1er décembre 2026 à 9 h 30")
        .contains("Habitat de l’Estuaire")
        .contains("Salle Anne-de-Bretagne")
        .contains("Solène Quéméneur Membre désigné par le bailleur Délibérative Présent(e)")
        .contains("Fatoumata Traoré Représentant(e) des locataires Délibérative Représenté(e)")
        .contains("Maire de Nantes")
        .contains("Délibérative – prépondérante Absent(e)")
        .contains("Luc Hervé Organisme agréé d'insertion par le logement Consultative Présent(e)")
        .contains(
            "Le quorum est atteint. 3 voix délibératives au moins pour chaque logement ; il en faut"
                + " 3.")
        .contains("Quorum : 3 voix délibératives ; il en faut 3.")
        .contains("EST-1 – RPLS 4410912345")
        .contains("1 rue de l’Hôtel-Dieu, Nantes")
        .contains("T3 (trois pièces)")
        .contains("66 m²")
        .contains("507 € par mois")
        .contains("PLUS – prêt locatif à usage social")
        .contains("Contingent État – publics prioritaires")
        .contains("Quartier prioritaire (QPV) Oui")
        .contains("Candidats désignés par le préfet au titre du DALO – désignation du 12 novembre")
        .contains("Anne-Zoé Le Guen-Kérvella")
        .contains("0440124000001G4401 09/01/2024 3 (2+1) 57 % 25,6 %")
        .contains("Örjan Šťastný")
        .contains("Jean <b>Gras</b> & Cie")
        .contains("b) Attribution par ordre de priorité – rang 1")
        .contains("taux d’effort de 48 %")
        .contains("Motif : Loyer ou surface inadaptés aux ressources")
        .contains("Motif : Ressources supérieures au plafond")
        .contains("Condition : jugement de divorce, à fournir avant le 21 décembre 2026.")
        .contains("a) Attribution")
        .contains("Nom du président ou de la présidente")
        .contains("Projet de procès-verbal");
    assertThat(minutes.marks()).isEqualTo(4);
    assertThat(minutes.tagged()).isTrue();
    assertThat(minutes.title())
        .isEqualTo("Procès-verbal de la commission d’attribution – Habitat de l’Estuaire");
  }

  @Test
  void theMinutesTellOfEachCandidateWhatTheCommissionKnew_R_441_3() {
    String minutes =
        PrintedText.of(minutes(SessionSample.decided(), Locale.FRENCH), "minutes-known").text();
    assertThat(minutes)
        .contains("Reste à vivre : 18,40 €/jour par UC")
        .contains("Reste à vivre : non renseigné")
        .contains("motif protégé (article L.441-1)")
        .contains("Accord collectif : ")
        .contains("Cotation : 12 points, 15 si tout est justifié")
        .contains("Désigné par Préfecture de la Loire-Atlantique")
        .contains("Proposé par Habitat de l’Estuaire");
    assertThat(
            PrintedText.of(
                    documents.dossier(
                        SessionSample.dossier(SessionSample.decided()), Locale.FRENCH),
                    "dossier-known")
                .text())
        .contains("candidat 1 · Désigné par Préfecture de la Loire-Atlantique");
  }

  /** Whoever presided in the president's place is told as such (R.441-9). */
  @Test
  void R_441_9_minutesSayThatSomebodyPresidedInThePresidentsPlace() {
    SessionDocuments.Signature signature =
        new SessionDocuments.Signature(
            "Yves-Marie Péan", false, "Anne Secrétaire", Instant.parse("2026-12-01T15:30:00Z"));
    String minutes =
        PrintedText.of(
                documents.signedMinutes(text(SessionSample.decided(), Locale.FRENCH), signature),
                "minutes-presided")
            .text();
    assertThat(minutes)
        .contains(
            "Signé par Yves-Marie Péan, qui a présidé la séance en l’absence du président ou de la"
                + " présidente")
        .doesNotContain("Nom du président ou de la présidente");
  }

  private String text(SessionDetail session, Locale locale) {
    return documents.minutesText(SessionSample.dossier(session), locale);
  }

  private byte[] minutes(SessionDetail session, Locale locale) {
    return documents.minutes(text(session, locale));
  }

  @Test
  void aFullDayIsPrinted() {
    SessionDetail large = SessionSample.large();

    PrintedText dossier =
        PrintedText.of(
            documents.dossier(SessionSample.dossier(large), Locale.FRENCH), "dossier-large");
    assertThat(dossier.pages()).isBetween(41, 90);
    assertThat(dossier.text()).contains("Logement 20 sur 20").contains("Logement 20 – candidat 80");
    assertThat(dossier.text())
        .as("R.441-3-1: what a figure lacks stands beneath it")
        .contains("non renseigné Il manque : les ressources mensuelles de chaque signataire");
    assertThat(PrintedText.of(minutes(large, Locale.FRENCH), "minutes-large").text())
        .contains("0440124000080G4401");
  }

  @Test
  void anEmptySessionIsPrintedToo() {
    SessionDetail empty = SessionSample.session(false, List.of());

    assertThat(
            PrintedText.of(
                    documents.dossier(SessionSample.dossier(empty), Locale.FRENCH), "dossier-empty")
                .text())
        .contains("Aucun logement n’est encore inscrit à l’ordre du jour.");
    assertThat(PrintedText.of(minutes(empty, Locale.FRENCH), "minutes-empty").text())
        .contains("Le quorum n’est pas atteint.");
  }

  @Test
  void englishIsTheSecondLanguage() {
    assertThat(
            PrintedText.of(minutes(SessionSample.decided(), Locale.ENGLISH), "minutes-english")
                .text())
        .contains("Minutes of the allocation commission Tuesday 1 December 2026 at 09:30")
        .contains(
            "The quorum is reached. 3 deliberative voices take part for each dwelling at least; 3"
                + " are needed.")
        .contains("c) Allocation under a suspensive condition");
    assertThat(
            PrintedText.of(
                    documents.dossier(
                        SessionSample.dossier(SessionSample.decided()), Locale.ENGLISH),
                    "dossier-english")
                .text())
        .contains("Candidates side by side");
  }

  @Test
  void signedMinutesAndTheirAnnexSayWhoSignedWhen_R_441_9() {
    Instant at = Instant.parse("2026-12-01T15:30:00Z");
    SessionDocuments.Signature signature =
        new SessionDocuments.Signature("Solène Quéméneur", true, "Anne Secrétaire", at);
    PrintedText minutes =
        PrintedText.of(
            documents.signedMinutes(text(SessionSample.decided(), Locale.FRENCH), signature),
            "minutes-signed");
    assertThat(minutes.text())
        .contains(
            "Signé par Solène Quéméneur, président(e) de la commission, mardi 1er décembre 2026 à"
                + " 16 h 30")
        .doesNotContain("Projet de procès-verbal");
    assertThat(minutes.tagged()).isTrue();
    SessionDetail signed =
        SessionSample.decided(
            List.of(new SignedMinutes(0, null, "ab".repeat(32), "Solène Quéméneur", at, null)));
    PrintedText annex =
        PrintedText.of(
            documents.annex(signed, "Logement 1", "Lire rang 2.\nEt non rang 1.", signature),
            "minutes-annex");
    assertThat(annex.text())
        .contains("Annexe rectificative au procès-verbal")
        .contains("qui reste inchangé")
        .contains("Lire rang 2.");
    assertThat(annex.tagged()).isTrue();
  }
}
