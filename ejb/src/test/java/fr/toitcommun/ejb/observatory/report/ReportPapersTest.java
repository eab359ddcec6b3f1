package fr.toitcommun.ejb.observatory.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.document.Conformance;
import fr.toitcommun.ejb.document.ObservatoryDocuments;
import fr.toitcommun.ejb.document.Printer;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.Unit;
import fr.toitcommun.persistence.observatory.When;
import fr.toitcommun.persistence.observatory.report.ReportKind;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import fr.toitcommun.persistence.observatory.report.ReportTemplate;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import fr.toitcommun.persistence.reference.Reference;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.odftoolkit.odfdom.doc.OdfTextDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A report on paper and as text to go on writing in. */
class ReportPapersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
  private static final String TEXT =
      """
      Il y a **{chiffre:ACTIVE}** demandes à *{territoire}* en {année}, dit le {date}.

      {chiffres:ACTIVE,TENSION,DELAY_MEAN}

      ## Tableaux & listes

      - premier point
      - second point

      {tableau:ACTIVE:AGE}

      {tableau:ACTIVE:SENIORITY:TRANSFER}

      ## Dessins

      {graphique:barres:ACTIVE:SENIORITY}

      {graphique:barres-empilées:ACTIVE:SENIORITY:TRANSFER}

      {graphique:courbes:SATISFIED:YEAR}

      {graphique:pyramide:ACTIVE:AGE:TRANSFER}

      {carte:ACTIVE:EPCI}

      ### Engagements

      {engagements}


      """;

  private final InventedFigures figures = new InventedFigures();

  private ReportPaper paper(String language) {
    ReportOrder order =
        new ReportOrder(
            ReportKind.TERRITORY,
            new ReportTerritory(Axis.EPCI, "244400404", "Nantes Métropole"),
            2025,
            null,
            null,
            language);
    return new ReportComposer(order, figures, "Nantes Métropole <&>", TODAY)
        .compose(
            new ReportTemplate(
                ReportKind.TERRITORY,
                language,
                1,
                "Profil {année} – {territoire}",
                TEXT,
                Instant.EPOCH,
                null));
  }

  @Test
  void thePdfIsAccessibleAndItsChartsAreDrawn() throws Exception {
    byte[] pdf =
        new ReportPdf(
                new ObservatoryDocuments(
                    new References() {
                      @Override
                      public Reference current() {
                        return null;
                      }
                    },
                    new Printer()))
            .write(paper("fr"));
    keep("profil.pdf", pdf);

    Conformance.check(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String text = new PDFTextStripper().getText(document).replaceAll("[\\s\\u00a0]+", " ");
      assertThat(text)
          .contains("Profil 2025 – Nantes Métropole <&>")
          .contains("en 2025, dit le 1er décembre 2026.")
          .contains("Ce que compte TENSION")
          .contains("Indicateur ACTIVE – selon")
          .contains("Valeur <A0_19> & suite 100 0,8 %")
          .contains("Valeur <A20_24> & suite s s")
          .contains("Ensemble 12 345")
          .contains("situation au 1er janvier 2026")
          .contains("s : secret statistique")
          .contains("Hors quartiers prioritaires, ménages du premier quartile 30 200 15,0 % 25 %")
          .contains("Carte de ACTIVE par EPCI")
          .contains("il manque 20")
          .contains("ACD de COLLECTIVE_AGREEMENT 12");
      // Drawn as lines and letters, not as pixels.
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getXObjectNames()) {
          assertThat(page.getResources().getXObject(name)).isNotInstanceOf(PDImageXObject.class);
        }
      }
      assertThat(document.getDocumentCatalog().getDocumentOutline().children()).hasSize(2);
    }
  }

  @Test
  void leasesAreSaidToCountWhereTheDwellingLies() {
    ReportNotes notes = new ReportNotes(new ReportWords("fr"), null);
    assertThat(notes.of(answers(Indicator.SATISFIED), null))
        .contains("là où est le logement")
        .doesNotContain("premier souhait");
    assertThat(notes.of(answers(Indicator.ACTIVE), null))
        .contains("premier souhait")
        .doesNotContain("logement.");
    assertThat(notes.of(answers(Indicator.TENSION), null))
        .contains("là où est le logement")
        .contains("premier souhait");
  }

  @Test
  void whereAllIsCountedOnceNoRuleOfPlacesIsSaid() {
    ReportNotes notes = new ReportNotes(new ReportWords("fr"), null);
    Question tension = Question.of(Indicator.TENSION, When.year(2025));
    for (Question question : List.of(tension, tension.by(Axis.DEPARTEMENT, Axis.TYPE))) {
      assertThat(notes.of(figures.ask(List.of(question)), null))
          .as("%s", question)
          .doesNotContain("premier souhait")
          .doesNotContain("où est le logement");
    }
  }

  private List<Answer> answers(Indicator indicator) {
    return figures.ask(List.of(Question.of(indicator, When.year(2025)).by(Axis.EPCI, null)));
  }

  @Test
  void aTableOfVeryManyRowsHasTheLargestAndSaysSo() {
    Answer answer =
        figures
            .ask(
                List.of(
                    Question.of(Indicator.ACTIVE, When.NOW).by(Axis.MUNICIPALITY, Axis.RESIDENCE)))
            .get(0);
    ReportPart.Grid grid =
        new ReportTables(
                figures, new ReportWords("fr"), new ReportNotes(new ReportWords("fr"), null))
            .grid(answer);
    assertThat(answer.rows()).hasSize(InventedFigures.PLACES);
    assertThat(grid.lines()).hasSize(60);
    assertThat(grid.lines().get(0).name()).contains("P" + (InventedFigures.PLACES - 1));
    // A name, nine columns, the total of all.
    assertThat(grid.head()).hasSize(11);
    assertThat(grid.lines()).allMatch(line -> line.values().size() == 10);
    assertThat(grid.total().values()).hasSize(10);
    assertThat(grid.source())
        .contains("Les 60 valeurs les plus grandes sur 80.")
        .contains("Les 9 valeurs les plus grandes sur 80.");
  }

  private static ReportOrder order(ReportTerritory territory, int year) {
    return new ReportOrder(ReportKind.TERRITORY, territory, year, null, null, "fr");
  }

  private ReportPaper paper(ReportOrder order, String text) {
    return new ReportComposer(order, figures, "Nantes Métropole", TODAY)
        .compose(
            new ReportTemplate(
                ReportKind.TERRITORY, "fr", 1, "Profil", text, java.time.Instant.EPOCH, null));
  }

  /** Of the year that is running, too: the map shows the months that the table counts. */
  @Test
  void aMapIsOfTheDaysOfTheTablesBesideIt() {
    String text = "{tableau:SATISFIED:AGE}\n\n{carte:SATISFIED:EPCI}\n\n{carte:ACTIVE:EPCI}";
    paper(order(null, TODAY.getYear()), text);
    assertThat(figures.asked.get(0).when()).isEqualTo(When.year(TODAY.getYear()));
    assertThat(figures.mapped)
        .extracting(Question::when)
        .containsExactly(When.year(TODAY.getYear()), When.NOW);
  }

  @Test
  void aPartOfAnEpciIsCalledSoAndItsNotesSayIt() {
    ReportTerritory compa =
        new ReportTerritory(Axis.EPCI, "244400552", "COMPA", List.of("Loire-Atlantique"));
    assertThat(new ReportWords("fr").named(compa))
        .isEqualTo("COMPA (partie située dans le département Loire-Atlantique)");
    assertThat(new ReportWords("en").named(compa))
        .isEqualTo("COMPA (its part in the département Loire-Atlantique)");
    ReportPaper paper = paper(order(compa, 2025), "{tableau:ACTIVE:AGE}");
    assertThat(((ReportPart.Grid) paper.parts().get(0)).source())
        .contains("Seule est comptée cette partie\u00a0: COMPA (partie");
  }

  @Test
  void aSecretFigureWithinASentenceIsSaidInWords() {
    ReportWords words = new ReportWords("fr");
    assertThat(words.inSentence(Cell.SECRET, Unit.DEMANDS))
        .isEqualTo("un nombre non communiqué (secret statistique)");
    assertThat(words.inSentence(new Cell(12.0, 12L, false), Unit.DEMANDS)).isEqualTo("12");
    assertThat(words.figure(Cell.SECRET, Unit.DEMANDS)).isEqualTo("s");
  }

  @Test
  void ofATimeAcrossTheLatestPeriodsAreDrawnAndNothingIsStackedInPart() {
    ReportPaper paper =
        paper(
            order(null, 2025),
            "{graphique:barres:SATISFIED:AGE:YEAR}\n\n"
                + "{graphique:barres-empilées:ACTIVE:SENIORITY:RESIDENCE}\n\n"
                + "{graphique:barres:ACTIVE:SENIORITY:RESIDENCE}");
    assertThat(paper.parts())
        .extracting(part -> ((ReportPart.Picture) part).source())
        .satisfies(
            sources ->
                assertThat(sources.get(0)).contains("Les 8 périodes les plus récentes sur 10."));
    ReportPart.Picture years = (ReportPart.Picture) paper.parts().get(0);
    assertThat(years.words()).contains("2025").doesNotContain("2016");
    // 80 places are no whole when eight of them stand one on the other.
    assertThat(((ReportPart.Picture) paper.parts().get(1)).svg())
        .isEqualTo(((ReportPart.Picture) paper.parts().get(2)).svg());
  }

  @Test
  void aDayThatNobodyTellsIsNotAnnouncedAsNow() {
    Answer answer = answers(Indicator.ACTIVE).get(0);
    Answer nobody =
        new Answer(
            answer.question(),
            answer.rows(),
            answer.columns(),
            answer.cells(),
            answer.rowTotals(),
            answer.columnTotals(),
            answer.total(),
            answer.to(),
            answer.to(),
            Set.of(),
            false,
            List.of(answer.to()),
            0);
    assertThat(new ReportNotes(new ReportWords("fr"), null).of(List.of(nobody), null))
        .contains("aucune situation connue au");
  }

  @Test
  void anAcronymKeepsItsLettersWithinASentence() {
    ReportWords words = new ReportWords("fr");
    assertThat(words.within("EPCI")).isEqualTo("EPCI");
    assertThat(words.within("Âge du demandeur")).isEqualTo("âge du demandeur");
    ReportOrder order = new ReportOrder(ReportKind.THEME, null, 2025, null, Axis.EPCI, "fr");
    assertThat(
            new ReportFilling(order, "", "EPCI", TODAY, words, one -> "")
                .line("Demandes selon {axe}"))
        .isEqualTo("Demandes selon EPCI");
  }

  @Test
  void everyFigureIsAskedAtOnceForItsTerritoryAndYear() {
    paper("fr");

    assertThat(figures.asked).doesNotHaveDuplicates();
    assertThat(figures.asked)
        .allSatisfy(
            question ->
                assertThat(question.filters()).containsEntry(Axis.EPCI, Set.of("244400404")));
    assertThat(figures.asked)
        .filteredOn(question -> question.indicator() == Indicator.ACTIVE)
        .extracting(question -> question.when())
        .containsOnly(When.on(LocalDate.of(2026, 1, 1)));
    assertThat(figures.asked)
        .filteredOn(question -> question.rows() == Axis.YEAR)
        .extracting(question -> question.when())
        .containsExactly(When.from(LocalDate.of(2016, 1, 1), LocalDate.of(2025, 12, 31)));
  }

  @Test
  void whatXmlHasNoPlaceForIsLeftOutOfTheTextDocument() throws Exception {
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    try (OdtContent content = new OdtContent(written)) {
      content.paragraph("Title", "Pays de la Loire\u000b, bilan\uFFFE 2025");
    }
    Document read =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(written.toByteArray()));
    assertThat(read.getElementsByTagName("text:p").item(0).getTextContent())
        .isEqualTo("Pays de la Loire, bilan 2025");
  }

  @Test
  void theTextDocumentOpensWithHeadingsTablesAndCharts() throws Exception {
    byte[] odt = ReportOdt.write(paper("fr"));
    keep("profil.odt", odt);

    try (OdfTextDocument document = OdfTextDocument.loadDocument(new ByteArrayInputStream(odt))) {
      Element root = document.getContentDom().getRootElement();
      assertThat(texts(root, "text:h"))
          .containsExactly("Tableaux & listes", "Dessins", "Engagements");
      assertThat(texts(root, "text:p"))
          .contains(
              "premier point",
              "Il y a 100 demandes à Nantes Métropole <&> en 2025, dit le 1er\u00a0décembre 2026.");
      NodeList tables = root.getElementsByTagName("table:table");
      assertThat(tables.getLength()).isEqualTo(4);
      // The first holds figures, each a line of its own; the others have a head that is repeated.
      for (int i = 1; i < tables.getLength(); i++) {
        assertThat(
                ((Element) tables.item(i))
                    .getElementsByTagName("table:table-header-rows")
                    .getLength())
            .isEqualTo(1);
      }
      NodeList frames = root.getElementsByTagName("draw:frame");
      assertThat(frames.getLength()).isEqualTo(5);
      for (int i = 0; i < frames.getLength(); i++) {
        Element frame = (Element) frames.item(i);
        boolean map = i == 4;
        assertThat(texts(frame, "svg:desc").get(0))
            .contains(map ? "Carte de ACTIVE par EPCI" : "non communiqué");
        NodeList images = frame.getElementsByTagName("draw:image");
        for (int j = 0; j < images.getLength(); j++) {
          String path = ((Element) images.item(j)).getAttribute("xlink:href");
          assertThat(document.getPackage().getBytes(path))
              .as(path)
              .hasSizeGreaterThan(map ? 100 : 1_000);
        }
        assertThat(images.getLength()).isEqualTo(2);
      }
      assertThat(document.getOfficeMetadata().getTitle())
          .isEqualTo("Profil 2025 – Nantes Métropole <&>");
    }
    Set<String> entries = new TreeSet<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(odt))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entries.isEmpty()) {
          assertThat(entry.getName()).isEqualTo("mimetype");
          assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
        }
        entries.add(entry.getName());
      }
    }
    assertThat(entries).contains("META-INF/manifest.xml", "styles.xml", "meta.xml");
  }

  private static List<String> texts(Element root, String name) {
    NodeList found = root.getElementsByTagName(name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  /** For whoever wants to look at them. */
  private static void keep(String name, byte[] content) throws Exception {
    Files.write(Files.createDirectories(Path.of("target/documents")).resolve(name), content);
  }
}
