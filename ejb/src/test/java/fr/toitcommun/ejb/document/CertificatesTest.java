package fr.toitcommun.ejb.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.registration.LocationForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The certificate holds everything R.441-2-4 asks for, and says it legibly. */
class CertificatesTest {
  private final Certificates certificates = DocumentDatabase.started().certificates();

  private PrintedText print(DemandSample sample, String name) {
    return PrintedText.of(certificates.of(sample.file(), Locale.FRENCH), name);
  }

  private PrintedText print() {
    return print(new DemandSample(), "certificate");
  }

  @Test
  void a_nameAndAddress_R_441_2_4() {
    assertThat(print().text())
        .contains("Madame Anne-Zoé Le Guen-Kérvella nom de naissance : Œuvrard")
        .contains("avec Monsieur Noël N’Diaye d’Août")
        .contains(
            "Chez Mme Ginette Brçhault 14 bis, allée de l’Île-Héron Bâtiment C, 3e étage 44800"
                + " Saint-Herblain");
  }

  @Test
  void b_nameAndAddressOfTheRegisteringService_R_441_2_4() {
    assertThat(print().text())
        .contains(
            "Service qui a enregistré votre demande : Guichet logement de Nantes Métropole, 2 cours"
                + " du Champ-de-Mars, Nantes");
  }

  @Test
  void c_uniqueNumber_R_441_2_4() {
    assertThat(print().text())
        .contains("Votre numéro unique : 044 0326 000123 G4401")
        .contains("Demande n° 044 0326 000123 G4401 – courrier du 1er décembre 2026");
  }

  @Test
  void d_receptionAndLastRenewal_R_441_2_4() {
    assertThat(print().text())
        .contains("Attestation d’enregistrement d’une demande de logement social")
        .contains("Demande reçue le 1er mars 2026")
        .contains("Dernier renouvellement : aucun à ce jour")
        .contains("Le 1er décembre 2026");

    PrintedText renewal =
        print(new DemandSample().renewedOn(LocalDate.of(2026, 11, 20)), "certificate-renewal");
    assertThat(renewal.text())
        .contains("Attestation de renouvellement d’une demande de logement social")
        .contains("Demande reçue le 1er mars 2026")
        .contains("Dernier renouvellement : 20 novembre 2026")
        // The text stripper puts the bold day after its full stop.
        .contains("Demande valable jusqu’au .20 novembre 2027");
  }

  @Test
  void e_landlordsWithStockInTheWishedMunicipalities_R_441_2_4() {
    assertThat(print().text())
        .contains("Habitat de l'Estuaire 3 quai des Antilles, 44200 Nantes Nantes, Saint-Herblain")
        .contains("Logis de la Brière <SA> & fils 8 rue du Port Nantes")
        .doesNotContain("Vendée Toit")
        .doesNotContain("Le fichier ne connaît à ce jour aucun logement social");
  }

  @Test
  void e_landlordsOfTheDepartementWhereNoneHasStock_R_441_2_4() {
    DemandSample sample = new DemandSample();
    sample
        .form
        .getSought()
        .setLocations(List.of(new LocationForm("44109"), new LocationForm("44069")));

    assertThat(print(sample, "certificate-without-stock").text())
        .contains("Le fichier ne connaît à ce jour aucun logement social dans : Guérande.")
        .contains("Logis de la Brière <SA> & fils (8 rue du Port, Saint-Nazaire)")
        .doesNotContain("Vendée Toit");
  }

  @Test
  void f_casesOfTheMediationCommission_R_441_2_4() {
    assertThat(print().text())
        .contains("L.441-2-3")
        .contains("délai anormalement long fixé par le préfet")
        .contains("si vous êtes sans logement")
        .contains("menace d’une expulsion")
        .contains("structure d’hébergement de façon continue depuis plus de six mois")
        .contains("impropres à l’habitation, insalubres ou dangereux")
        .contains("manifestement suroccupé ou non décent");
  }

  @Test
  void g_dateAndAddressOfTheMediationCommission_R_441_2_4() {
    assertThat(print().text())
        .contains("Vous pouvez la saisir à partir du", "1er septembre 2028")
        .contains("Ce délai est de 30 mois")
        .contains("Durée supposée")
        .contains("Préfecture – Loire-Atlantique, 6 quai Ceineray, 44035 Nantes");
  }

  @Test
  void h_validityUpdateRenewalAndCancellation_R_441_2_4() {
    assertThat(print().text())
        .contains("valable 12 mois")
        .contains("la vôtre l’est jusqu’au 1er mars 2027")
        .contains("un avis au moins un mois avant")
        .contains("Signalez sans attendre tout changement")
        .contains("vous signez le bail")
        .contains("vous y renoncez par écrit")
        .contains("dernière adresse que vous avez indiquée")
        .contains("la juge irrecevable")
        .contains("elle serait radiée le 1er avril 2027")
        .contains("jusqu’à 18 mois");
  }

  @Test
  void i_howToLearnOfProgress_R_441_2_4() {
    assertThat(print().text())
        .contains("Pour savoir où en est votre demande")
        .contains("ADIL – Loire-Atlantique, 12 rue du Président-Herriot, 44000 Nantes");
  }

  @Test
  void threeAnnexes_R_441_2_4() {
    assertThat(print().text())
        .contains("Annexe 3 – Récapitulatif de la demande")
        .contains("naissance le 29 février 1988")
        .contains("Salaire ou revenu d'activité 1 650 €")
        .contains("Pension alimentaire versée 90 €")
        .contains("Revenu fiscal de référence (N-2) 27 430 €")
        .contains("Locataire du parc privé")
        .contains("Logement trop petit · Logement trop cher")
        .contains("1. Nantes (Doulon) · 2. Saint-Herblain")
        .contains("Annexe 1 – Les étapes à venir")
        .contains("au moins 3 demandes pour chaque logement")
        .contains("au moins 10 jours pour répondre")
        .contains("Annexe 2 – Pièces justificatives")
        .contains("Seule une pièce d’identité");
  }

  @Test
  void itIsShortTaggedAndTitled() {
    PrintedText printed = print();

    // Two leaves, printed on both sides.
    assertThat(printed.pages()).isLessThanOrEqualTo(4);
    assertThat(printed.tagged()).isTrue();
    assertThat(printed.language()).isEqualTo("fr-FR");
    assertThat(printed.title())
        .isEqualTo("Attestation d’enregistrement d’une demande de logement social");
  }

  @Test
  void whatWasTypedIsTextAndNothingElse() {
    DemandSample sample = new DemandSample();
    sample.form.getApplicant().setSurname("<script>alert(1)</script>");
    sample.form.getApplicant().setGivenName("${w.language()} <#list 1..9 as x>${x}</#list>");
    sample
        .form
        .getContact()
        .setAddressLine("&amp; & \"quoted\" 'single' ]]> {0}\u0000\u000b\ud800");
    sample.form.getContact().setHostedBy("{1} <img src='file:///etc/passwd'/>");
    sample.form.getMotives().setDetail("</style><h1>gros</h1>" + "mot".repeat(400));

    // Lines may break anywhere in these.
    assertThat(print(sample, "certificate-hostile").text().replace(" ", ""))
        .contains("${w.language()}<#list1..9asx>${x}</#list><script>alert(1)</script>")
        .contains("&amp;&\"quoted\"'single']]>{0}")
        .contains("Chez{1}<imgsrc='file:///etc/passwd'/>")
        .contains("</style><h1>gros</h1>");
  }

  @Test
  void aBareDemandIsPrintedToo() {
    DemandSample sample = new DemandSample();
    sample.form.setApplicant(new fr.toitcommun.persistence.registration.PersonForm());
    sample.form.setContact(new fr.toitcommun.persistence.registration.ContactForm());
    sample.form.setCurrentHousing(new fr.toitcommun.persistence.registration.CurrentHousingForm());
    sample.form.setMotives(new fr.toitcommun.persistence.registration.MotivesForm());
    sample.form.getSought().setLocations(new ArrayList<>());
    sample.form.setCoApplicants(new ArrayList<>());
    sample.form.setDependants(new ArrayList<>());
    sample.form.setExpectedChildren(null);

    assertThat(print(sample, "certificate-bare").text()).contains("Adresse non renseignée");
  }

  @Test
  void aCancelledDemandSaysSo() {
    assertThat(
            print(
                    new DemandSample().cancelledOn(LocalDate.of(2026, 11, 2)),
                    "certificate-cancelled")
                .text())
        .contains(
            "Cette demande a été radiée le 2 novembre 2026. Motif : Renonciation écrite du"
                + " demandeur.")
        .contains("044 0326 000123 G4401");
  }

  @Test
  void englishIsTheSecondLanguage() {
    PrintedText english =
        PrintedText.of(
            certificates.of(new DemandSample().file(), Locale.ENGLISH), "certificate-english");

    assertThat(english.language()).isEqualTo("en-GB");
    assertThat(english.text())
        .contains("Certificate of registration of a demand for social housing")
        .contains("Demand received on 1 March 2026")
        .contains("Wages or income from work €1,650")
        .contains("Private tenant");
  }
}
