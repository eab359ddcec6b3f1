package fr.toitcommun.ejb.observatory.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** What of the figures a map shows, and where it knows that there is none. */
class MapPanelsTest {
  private static final MapGround GROUND =
      new MapGround(
          List.of(
              new MapGround.Place("1", "Bourg-Haut", null, null),
              new MapGround.Place("2", "Bourg-Bas", null, null)),
          List.of(),
          new Envelope(0, 1, 0, 1),
          true,
          "essai");

  private static MapFigures.OfDay day(String label, double figure, boolean counted) {
    return new MapFigures.OfDay(
        label, Map.of("1", new MapValue(figure, (long) figure, false)), counted);
  }

  private static List<MapPanel> panels(MapFigures.OfDay... days) {
    return MapPanels.of(
        MapRequest.USUAL,
        new MapFigures.Told(
            "Demandes",
            "",
            new MapWords(Locale.FRENCH, "demandes", 0),
            List.of(),
            List.of(days),
            null),
        GROUND);
  }

  @Test
  void whatWasCountedAndNotToldIsNone() {
    assertThat(panels(day("", 12, true)).get(0).values()).containsEntry("2", MapValue.NONE);
    assertThat(panels(day("", 12, false)).get(0).values()).containsOnlyKeys("1");
  }

  @Test
  void twoDaysHaveTheSameClassesAndAThirdMapOfTheChange() {
    List<MapPanel> panels = panels(day("2025", 12, true), day("2026", 20, true));
    assertThat(panels).extracting(MapPanel::label).containsExactly("2025", "2026", "Évolution");
    assertThat(panels.get(0).classes()).isEqualTo(panels.get(1).classes());
    assertThat(panels.get(2).values().get("1").value()).isEqualTo(8);
    assertThat(panels.get(2).values().get("2").value()).isZero();
  }

  @Test
  void whatOneDayDoesNotTellHasNoChange() {
    MapPanel change = panels(day("2025", 12, false), day("2026", 20, true)).get(2);
    assertThat(change.values()).containsOnlyKeys("1");
  }
}
