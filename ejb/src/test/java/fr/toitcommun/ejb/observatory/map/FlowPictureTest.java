package fr.toitcommun.ejb.observatory.map;

import static fr.toitcommun.ejb.observatory.map.DrawnMaps.ground;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.marked;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.picture;
import static fr.toitcommun.ejb.observatory.map.DrawnMaps.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Flows between places, drawn and said. */
class FlowPictureTest {
  @Test
  void flowsSayHowManyOfAllTheyAre() {
    Flows flows =
        new Flows(
            List.of(new Flows.Flow("99000", "99001", 40), new Flows.Flow("99001", "99000", 10)),
            7,
            200L,
            120,
            5,
            8,
            3);
    MapPicture picture = picture(MapKind.FLOWS, flows, MapPanels.empty());
    List<Element> lines = marked(read(picture.map(0)));
    assertThat(lines)
        .extracting(Element::getTextContent)
        .containsExactly(
            "De Bourg-Haut à Bourg <b>Bas</b> & Cie\u00a0: 40\u00a0demandes",
            "De Bourg <b>Bas</b> & Cie à Bourg-Haut\u00a0: 10\u00a0demandes");
    assertThat(picture.flowsSaid())
        .contains("2 flux montrés sur 7", "soit 50\u00a0demandes sur 200", "3 flux sont secrets")
        .contains("cherchent là où ils habitent (120 au moins)")
        .contains("habitent hors de la carte (5 au moins)")
        .contains("y habitent et cherchent ailleurs (8 au moins)");
    assertThat(picture.legend(0).lines().get(0).text()).isEqualTo("40\u00a0demandes");
  }

  @Test
  void ofASecretTotalFlowsAreToldInASentence() {
    Flows flows = new Flows(List.of(), 0, null, 0, 0, 0, 41);
    assertThat(picture(MapKind.FLOWS, flows, MapPanels.empty()).flowsSaid())
        .contains("soit 0\u00a0demandes sur un nombre secret. ");
  }

  @Test
  void flowsOfLeasesEndWhereTheDwellingLies() {
    MapContent content =
        new MapContent(
            new MapWords(Locale.FRENCH, "baux", 0),
            MapKind.FLOWS,
            "Du lieu d’habitation au logement attribué\u00a0: Attributions",
            "Par commune",
            List.of(),
            "Note.",
            "Source.",
            ground(),
            List.of(MapPanels.empty()),
            new Flows(List.of(new Flows.Flow("99000", "99001", 40)), 1, 90L, 12, 5, 8, 0),
            true);
    assertThat(new MapPicture(content).description())
        .contains("soit 40\u00a0baux sur 90", "logés là où ils habitaient (12 au moins)")
        .doesNotContain("cherchent", "demandes");
    assertThat(MapViews.of(content).columns())
        .startsWith("Du lieu d’habitation au lieu du logement attribué");
  }
}
