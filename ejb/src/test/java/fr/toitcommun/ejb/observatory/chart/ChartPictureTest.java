package fr.toitcommun.ejb.observatory.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartPictureTest {
  private enum Kind {
    BARS(ChartPicture::bars),
    STACKED(ChartPicture::stackedBars),
    LINES(ChartPicture::lines),
    PYRAMID(ChartPicture::pyramid);

    private final Draw draw;

    Kind(Draw draw) {
      this.draw = draw;
    }
  }

  private interface Draw {
    String of(ChartData data, ChartSize size, Locale locale);
  }

  private static final ChartData AGES =
      data(
          "Demandes et attributions par âge & situation",
          List.of("Moins de 25 ans", "25 à 39 ans", "40 à 59 ans", "60 ans et plus"),
          new ChartData.Series("Demandes", List.of(12_345.0, 31_200.0, 22_001.0, 9_870.0)),
          new ChartData.Series("Attributions", Arrays.asList(2_345.0, 6_200.0, null, 987.0)));

  @ParameterizedTest
  @EnumSource
  void everyChartIsWholeAndSaysItsValuesInWords(Kind kind) throws Exception {
    for (ChartSize size : ChartSize.values()) {
      String svg = kind.draw.of(AGES, size, Locale.FRENCH);
      keep(kind + "-" + size, svg);
      Document document = parse(svg);
      Element root = document.getDocumentElement();
      assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
      assertThat(root.getAttribute("viewBox")).startsWith("0 0 " + size.width() + " ");
      assertThat(text(document, "title")).containsExactly(AGES.title());
      String description = String.join("", text(document, "desc"));
      assertThat(description)
          .contains("Moins de 25 ans\u00a0: Demandes 12\u00a0345, Attributions 2\u00a0345.")
          .contains("40 à 59 ans\u00a0: Demandes 22\u00a0001, Attributions non communiqué.");
      String drawn = String.join(" ", text(document, "text"));
      // Of moments, a narrow axis writes every second.
      boolean thinned = kind == Kind.LINES && size == ChartSize.NARROW;
      for (int c = 0; c < AGES.categories().size(); c += thinned ? 2 : 1) {
        assertThat(drawn).contains(AGES.categories().get(c).label());
      }
      assertThat(drawn).contains("Demandes", "Attributions", "demandes");
      assertThat(drawn.replaceAll("\\s+", " ")).contains("communiquée (secret");
      assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("<image");
    }
  }

  @Test
  void aHiddenValueIsSignedWhereItsBarWouldBe() throws Exception {
    assertThat(text(parse(ChartPicture.bars(AGES, Locale.FRENCH)), "text")).contains("–");
    assertThat(text(parse(ChartPicture.pyramid(AGES, Locale.FRENCH)), "text")).contains("–");
    assertThat(text(parse(ChartPicture.stackedBars(AGES, Locale.FRENCH)), "text"))
        .contains("40 à 59 ans\u00a0*");
  }

  @Test
  void aChartWithoutGapsHasNoNote() throws Exception {
    ChartData whole =
        data("Âge", List.of("A", "B"), new ChartData.Series("Demandes", List.of(1.0, 2.0)));

    assertThat(String.join(" ", text(parse(ChartPicture.bars(whole, Locale.FRENCH)), "text")))
        .doesNotContain("communiquée")
        .doesNotContain("–");
  }

  @Test
  void everySeriesHasItsOwnPatternBesidesItsColour() throws Exception {
    ChartData.Series[] series =
        IntStream.range(0, ChartData.MOST_SERIES)
            .mapToObj(i -> new ChartData.Series("Série " + i, List.of(10.0 + i, 20.0)))
            .toArray(ChartData.Series[]::new);
    ChartData many = data("Huit", List.of("A", "B"), series);

    Document document = parse(ChartPicture.stackedBars(many, Locale.FRENCH));
    keep("EIGHT", ChartPicture.stackedBars(many, Locale.FRENCH));
    keep("EIGHT-LINES", ChartPicture.lines(many, Locale.FRENCH));
    NodeList patterns = document.getElementsByTagNameNS("*", "pattern");
    Set<String> strokes = new HashSet<>();
    for (int i = 0; i < patterns.getLength(); i++) {
      strokes.add(
          ((Element) ((Element) patterns.item(i)).getElementsByTagNameNS("*", "path").item(0))
              .getAttribute("d"));
    }
    assertThat(strokes).hasSize(ChartData.MOST_SERIES - 1);
  }

  @Test
  void chartsOfOnePageShareNoId() throws Exception {
    Set<String> first = ids(parse(ChartPicture.bars(AGES, Locale.FRENCH)));
    Set<String> second = ids(parse(ChartPicture.bars(AGES, ChartSize.NARROW, Locale.FRENCH)));

    assertThat(first).isNotEmpty().doesNotContainAnyElementsOf(second);
  }

  @Test
  void tenYearsOfMonthsAreReadable() throws Exception {
    List<String> months = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      months.add((1 + i % 12) + "/" + (1996 + i / 12));
      values.add(i == 60 ? null : 60_000.0 + 150 * i + 900 * Math.sin(i));
    }
    ChartData decade = data("Dix ans", months, new ChartData.Series("Demandes", values));

    String svg = ChartPicture.lines(decade, ChartSize.NARROW, Locale.FRENCH);
    keep("DECADE-NARROW", svg);
    keep("DECADE", ChartPicture.lines(decade, Locale.FRENCH));
    List<String> drawn = text(parse(svg), "text");
    assertThat(drawn.stream().filter(months::contains).count()).isBetween(3L, 8L);
    assertThat(drawn).contains("1/1996");
  }

  @Test
  void oneLabelTwiceIsTwoThings() throws Exception {
    ChartData twins =
        data(
            "Communes",
            List.of("Saint-Aubin", "Saint-Aubin"),
            new ChartData.Series("Demandes", List.of(3.0, 7.0)));

    List<String> drawn = text(parse(ChartPicture.bars(twins, Locale.FRENCH)), "text");
    assertThat(drawn.stream().filter("Saint-Aubin"::equals)).hasSize(2);
    assertThat(drawn).contains("3", "7");
  }

  @Test
  void nothingAtAllIsDrawnAsNothing() throws Exception {
    BiFunction<ChartData, Locale, String> bars = ChartPicture::bars;
    for (List<Double> values :
        List.of(Arrays.asList(null, (Double) null), Arrays.asList(0.0, 0.0))) {
      ChartData empty = data("Rien", List.of("A", "B"), new ChartData.Series("Demandes", values));
      for (BiFunction<ChartData, Locale, String> draw :
          List.<BiFunction<ChartData, Locale, String>>of(
              bars, ChartPicture::stackedBars, ChartPicture::lines)) {
        String svg = draw.apply(empty, Locale.ENGLISH);
        parse(svg);
        assertThat(svg).doesNotContain("NaN").contains("Rien");
      }
    }
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    assertThatThrownBy(() -> data("x", List.of("A"), new ChartData.Series("s", List.of(1.0, 2.0))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ChartData.Series("s", List.of(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                ChartPicture.pyramid(
                    data("x", List.of("A"), new ChartData.Series("s", List.of(1.0))),
                    Locale.FRENCH))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void frenchHasDecimalCommas() {
    ChartData rates = data("Taux", List.of("A"), new ChartData.Series("Tension", List.of(5.25)));

    assertThat(ChartPicture.bars(rates, Locale.FRENCH)).contains(">5,2<");
    assertThat(ChartPicture.bars(rates, Locale.ENGLISH)).contains(">5.2<");
  }

  @Test
  void aNumberBelowZeroHasItsMinusAndNoHyphen() {
    ChartData change = data("Écart", List.of("A"), new ChartData.Series("s", List.of(-5.25)));
    assertThat(new ChartWords(Locale.FRENCH).values(change)).contains("\u22125,2");
  }

  private static ChartData data(String title, List<String> labels, ChartData.Series... series) {
    return new ChartData(
        title,
        "demandes",
        IntStream.range(0, labels.size())
            .mapToObj(i -> new ChartData.Category(String.valueOf(i), labels.get(i)))
            .toList(),
        List.of(series));
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }

  private static List<String> text(Document document, String element) {
    NodeList found = document.getElementsByTagNameNS("*", element);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  private static Set<String> ids(Document document) {
    Set<String> ids = new HashSet<>();
    NodeList all = document.getElementsByTagNameNS("*", "*");
    for (int i = 0; i < all.getLength(); i++) {
      String id = ((Element) all.item(i)).getAttribute("id");
      if (!id.isEmpty()) {
        ids.add(id);
      }
    }
    return ids;
  }

  /** For whoever wants to look at them. */
  private static void keep(String name, String svg) throws IOException {
    Path folder = Files.createDirectories(Path.of("target/charts"));
    Files.writeString(folder.resolve(name + ".svg"), svg);
  }
}
