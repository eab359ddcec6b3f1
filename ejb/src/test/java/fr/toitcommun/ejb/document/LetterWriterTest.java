package fr.toitcommun.ejb.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.allocation.OfferRow;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterTemplate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Letters say what the law asks, reach the window of their envelope, and print on both sides. */
class LetterWriterTest {
  private static final double POINTS_OF_A_MILLIMETRE = 72 / 25.4;

  private final DocumentDatabase database = DocumentDatabase.started();
  private final LetterWriter writer = database.letterWriter();

  private WrittenLetter write(DemandSample sample, LetterTemplate template) {
    DemandFile file = sample.file();
    return writer
        .to(List.of(file), template, DocumentDatabase.TODAY)
        .apply(file, new LetterWriter.Particulars("IRRSEJ", "Titre expiré.\nSecond motif.", null));
  }

  private String print(DemandSample sample, LetterKind kind) {
    WrittenLetter letter = write(sample, database.template(kind));
    return text(writer.print(letter.title(), List.of(letter.content())));
  }

  /** The text of a PDF line by line, as it lies on the pages. */
  private static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document).replaceAll("[\\s\\u00a0]+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(LetterKind.class)
  void everyLetterIsTaggedAndOnWholeLeaves(LetterKind kind) {
    DemandSample sample = new DemandSample();
    if (kind == LetterKind.CANCELLED) {
      sample.cancelledOn(LocalDate.of(2026, 11, 2));
    }
    WrittenLetter letter = write(sample, database.template(kind));
    byte[] pdf = writer.print(letter.title(), List.of(letter.content()));
    PrintedText printed = PrintedText.of(pdf, "letter-" + kind.name());
    assertThat(printed.pages() % 2).isZero();
    assertThat(printed.tagged()).isTrue();
    assertThat(printed.language()).isEqualTo("fr-FR");
    assertThat(text(pdf))
        .contains("044 0326 000123 G4401")
        .contains("Le 1er décembre 2026")
        .contains("Demande n° 044 0326 000123 G4401 – courrier du 1er décembre 2026")
        .contains("44800 SAINT HERBLAIN")
        .doesNotContain("{")
        .doesNotContain("**");
  }

  @Test
  void theCertificateSaysAllThat_R_441_2_4_asks() {
    assertThat(print(new DemandSample(), LetterKind.REGISTRATION_CERTIFICATE))
        .contains("Madame Anne-Zoé Le Guen-Kérvella nom de naissance : Œuvrard")
        .contains("Guichet logement de Nantes Métropole, 2 cours du Champ-de-Mars, Nantes")
        .contains("Demande reçue le 1er mars 2026. Dernier renouvellement : aucun à ce jour.")
        .contains("Habitat de l'Estuaire 3 quai des Antilles, 44200 Nantes Nantes, Saint-Herblain")
        .contains("si vous êtes sans logement")
        .contains("Vous pouvez la saisir à partir du 1er septembre 2028")
        .contains("Préfecture – Loire-Atlantique, 6 quai Ceineray, 44035 Nantes")
        .contains("elle serait radiée le 1er avril 2027")
        .contains("ADIL – Loire-Atlantique")
        .contains("au moins 10 jours pour répondre")
        .contains("Seule une pièce d’identité")
        .contains("Revenu fiscal de référence (N-2) 27 430 €");
  }

  @Test
  void R_441_2_7_theNoticeSaysWhenTheDemandEndsAndThatItWillBeCancelled() {
    assertThat(print(new DemandSample(), LetterKind.RENEWAL_NOTICE))
        .contains("est valable jusqu’au 1er mars 2027")
        .contains("Sans renouvellement, votre demande sera radiée du fichier le 1er avril 2027");
    WrittenLetter letter = write(new DemandSample(), database.template(LetterKind.RENEWAL_NOTICE));
    assertThat(letter.emailSubject())
        .isEqualTo("Renouvelez votre demande de logement social avant le 1er\u00a0mars 2027");
    assertThat(letter.emailText())
        .contains("044 0326 000123 G4401", "1er\u00a0avril 2027")
        .doesNotContain("Guen", "1988", "Île-Héron");
  }

  @Test
  void R_441_2_8_d_theInadmissibilityHasItsMotivesDelayAndRemedies() {
    assertThat(print(new DemandSample(), LetterKind.INADMISSIBILITY_NOTICE))
        .contains("Séjour irrégulier d'une personne majeure du foyer Titre expiré. Second motif.")
        .contains("1 mois après la première présentation")
        .contains("tribunal administratif")
        .contains("Recours gracieux");
  }

  @Test
  void R_441_2_8_d_theSenderOfTheNoticeIsItsHead() {
    DemandFile file = new DemandSample().file();
    WrittenLetter letter =
        writer
            .to(
                List.of(file),
                database.template(LetterKind.INADMISSIBILITY_NOTICE),
                DocumentDatabase.TODAY)
            .apply(
                file,
                new LetterWriter.Particulars(
                    "IRRRES",
                    null,
                    CertificateFacts.Place.of(
                        "Habitat de l’Estuaire", "3 quai des Antilles", "Nantes")));
    assertThat(text(writer.print(letter.title(), List.of(letter.content()))))
        .contains("Habitat de l’Estuaire 3 quai des Antilles, Nantes")
        .doesNotContain("Guichet logement de Nantes Métropole");
  }

  private String offer(OfferRow offer) {
    DemandFile file = new DemandSample().file();
    WrittenLetter letter =
        writer
            .to(List.of(file), database.template(LetterKind.OFFER), DocumentDatabase.TODAY)
            .apply(file, new LetterWriter.Particulars(null, null, null, null, offer));
    return text(writer.print(letter.title(), List.of(letter.content())));
  }

  private static OfferRow offer(boolean registered, LocalDate answerBy, Integer rank) {
    return new OfferRow(
        1,
        "12 rue des Salorges",
        "Nantes",
        DwellingType.T3,
        64,
        2,
        true,
        "C",
        412,
        35,
        0,
        88,
        LocalDate.of(2027, 1, 4),
        registered,
        answerBy,
        null,
        rank == null ? null : LocalDate.of(2026, 11, 20),
        rank,
        null,
        null);
  }

  @Test
  void R_441_10_theOfferTellsDwellingRentLastDayAndWhatSilenceMeans() {
    assertThat(offer(offer(false, LocalDate.of(2026, 12, 11), null)))
        .contains("12 rue des Salorges, Nantes")
        .contains("T3, 64 m²")
        .contains("2e étage, avec ascenseur")
        .contains("Total par mois, avant aide au logement 535 €")
        .contains("Répondez au plus tard le 11 décembre 2026.")
        .contains("10 jours, comptés à partir du lendemain")
        .contains("article R.441-10")
        .contains("vous serez considéré(e) comme ayant refusé")
        .contains("sera examinée par la commission");
  }

  @Test
  void R_441_10_aLetterWhoseDayOfSendingIsNotKnownTellsFromWhenTheDelayCounts() {
    assertThat(offer(offer(false, LocalDate.of(2026, 12, 11), null).notYetSent()))
        .contains("10 jours pour répondre, à compter du lendemain du jour où cette lettre")
        .doesNotContain("11 décembre 2026", "recommandée");
  }

  @Test
  void R_441_3_b_whoIsCalledNextLearnsThatItIsTheirTurn() {
    assertThat(offer(offer(false, LocalDate.of(2026, 12, 11), 2)))
        .contains("réunie le 20 novembre 2026")
        .contains("au rang 2 : les candidats classés avant vous n’ont pas donné suite")
        .contains("Répondez au plus tard le 11 décembre 2026.");
  }

  @Test
  void R_441_10_aRegisteredOfferCountsFromItsFirstPresentation() {
    assertThat(offer(offer(true, null, null)))
        .contains("10 jours pour répondre, à compter du lendemain de la première présentation")
        .contains("même si vous ne retirez pas la lettre")
        .doesNotContain("Répondez au plus tard");
  }

  @Test
  void pdftotextReadsWordsWithTheirHyphensAccentsAndApostrophes() {
    WrittenLetter letter =
        write(new DemandSample(), database.template(LetterKind.REGISTRATION_CERTIFICATE));
    assertThat(PdfToText.of(writer.print(letter.title(), List.of(letter.content()))))
        .contains("Madame Anne-Zoé Le Guen-Kérvella")
        .contains("nom de naissance : Œuvrard")
        .contains("avec Monsieur Noël N’Diaye d’Août")
        .contains("14 bis, allée de l’Île-Héron")
        .contains("Saint-Herblain")
        .contains("article R.441-2-4 du code de la construction et de l’habitation")
        .contains("Demande valable jusqu’au 1er mars 2027")
        .contains("12 rue du Président-Herriot");
  }

  @Test
  void anEmailBringsNoIncomeAndNoBirthDate() {
    WrittenLetter letter =
        write(new DemandSample(), database.template(LetterKind.REGISTRATION_CERTIFICATE));
    String sent =
        text(writer.print("Attestation", List.of(LetterWriter.withoutSummary(letter.content()))));
    assertThat(sent)
        .contains("Annexe 3", "remis sur demande")
        .doesNotContain("27 430", "1988", "Maëlys", "Salaire");
  }

  @Test
  void lettersPrintedTogetherEachBeginOnALeafAndPassVeraPdf() throws IOException {
    List<String> contents = new ArrayList<>();
    for (LetterKind kind : LetterKind.values()) {
      contents.add(write(new DemandSample(), database.template(kind)).content());
      contents.add(write(new DemandSample(), database.template(kind)).content());
    }
    byte[] pdf = writer.print("Courriers – lot 1", contents);
    PrintedText.of(pdf, "letters-merged");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages() % 2).isZero();
      List<Integer> firsts = new ArrayList<>();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        if (textOf(document, page).contains("Le 1er\u00a0décembre 2026")) {
          firsts.add(page);
        }
      }
      assertThat(firsts).hasSize(contents.size()).allMatch(page -> page % 2 == 1);
    }
  }

  @Test
  void lettersBoundOfSeveralPartsKeepTheirTagsAndLeaves() throws IOException {
    WrittenLetter letter = write(new DemandSample(), database.template(LetterKind.RENEWAL_NOTICE));
    byte[] pdf;
    try (BoundLeaves leaves = new BoundLeaves()) {
      for (int part = 0; part < 3; part++) {
        leaves.add(writer.print("Courriers – lot 1", List.of(letter.content(), letter.content())));
      }
      pdf = leaves.bytes();
    }
    PrintedText printed = PrintedText.of(pdf, "letters-bound");
    assertThat(printed.tagged()).isTrue();
    assertThat(printed.title()).isEqualTo("Courriers – lot 1");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(12);
      for (int page = 1; page <= 12; page += 2) {
        assertThat(textOf(document, page)).contains("Le 1er\u00a0décembre 2026");
      }
    }
  }

  @Test
  void NF_Z_11_001_theAddressAndNothingElseIsInTheWindow() throws IOException {
    WrittenLetter letter = write(new DemandSample(), database.template(LetterKind.RENEWAL_NOTICE));
    try (PDDocument document = Loader.loadPDF(writer.print("Préavis", List.of(letter.content())))) {
      // Where the window shows the leaf however far it slides in its envelope.
      String seen = textIn(document, 100, 54, 90, 27);
      assertThat(seen.strip().lines())
          .containsExactly(
              "Madame Anne-Zoé Le Guen-Kérvella",
              "Chez Mme Ginette Brçhault",
              "Bâtiment C, 3e étage",
              "14 bis, allée de l’Île-Héron",
              "44800 SAINT HERBLAIN");
      assertThat(textIn(document, 90, 81, 110, 5)).isBlank();
    }
  }

  @Test
  void L_442_8_1_lettersToABodyBearItsNameAndTheWholeAddress() throws IOException {
    DemandSample sample = new DemandSample().body("Association Les Abeilles", 3);
    sample.form.getContact().setHostedBy(null);
    sample.form.getContact().setAddressComplement(null);
    sample.form.getContact().setBuilding("Bât. C");
    sample.form.getContact().setFloor("3e étage");
    WrittenLetter letter = write(sample, database.template(LetterKind.REGISTRATION_CERTIFICATE));
    byte[] pdf = writer.print(letter.title(), List.of(letter.content()));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(textIn(document, 100, 54, 90, 27).strip().lines())
          .containsExactly(
              "Association Les Abeilles",
              "Madame Anne-Zoé Le Guen-Kérvella",
              "Bât. C, 3e étage",
              "14 bis, allée de l’Île-Héron",
              "44800 SAINT HERBLAIN");
    }
    // Arrêté of 7 November 2000, art. 1.
    assertThat(text(pdf))
        .contains("Association Les Abeilles – demande n° 3 de cet organisme dans le département");
  }

  @Test
  void whatWasTypedIsTextAndNothingElse() {
    DemandSample sample = new DemandSample();
    sample.form.getApplicant().setSurname("<script>${1+1}</script> {numéro} **x**");
    LetterTemplate hostile =
        new LetterTemplate(
            1,
            LetterKind.RENEWAL_NOTICE,
            1,
            "Titre ${.now} <#list 1..9 as i>",
            "<#assign x='freemarker.template.utility.Execute'?new()>${x('id')} #{7*7}\n\n"
                + "${.version} [lien](http://exemple.fr) <b>gras</b> {numéro} {demandeur}",
            "s",
            "t",
            null,
            null,
            null,
            false);
    WrittenLetter letter = write(sample, hostile);
    assertThat(text(writer.print(letter.title(), List.of(letter.content()))))
        .contains("Titre ${.now} <#list 1..9 as i>")
        .contains("freemarker.template.utility.Execute")
        .contains("<b>gras</b> 044 0326 000123 G4401")
        .contains("<script>${1+1}</script> {numéro} **x**");
  }

  private static String textOf(PDDocument document, int page) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(page);
      stripper.setEndPage(page);
      return stripper.getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Text of the first page within a rectangle of millimetres from its upper left corner. */
  private static String textIn(PDDocument document, double x, double y, double width, double high)
      throws IOException {
    PDFTextStripperByArea area = new PDFTextStripperByArea();
    area.setSortByPosition(true);
    area.addRegion(
        "window",
        new java.awt.geom.Rectangle2D.Double(
            x * POINTS_OF_A_MILLIMETRE,
            y * POINTS_OF_A_MILLIMETRE,
            width * POINTS_OF_A_MILLIMETRE,
            high * POINTS_OF_A_MILLIMETRE));
    area.extractRegions(document.getPage(0));
    return area.getTextForRegion("window");
  }
}
