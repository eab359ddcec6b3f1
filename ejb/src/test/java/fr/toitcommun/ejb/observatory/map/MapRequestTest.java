package fr.toitcommun.ejb.observatory.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.map.ClassMethod;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a map is asked to show, by the parameters of an address. */
class MapRequestTest {
  @Test
  void nothingAskedForIsTheUsualMap() {
    assertThat(MapRequest.read(Map.of("level", "", "date", " "))).isEqualTo(MapRequest.USUAL);
  }

  @Test
  void everyParameterIsRead() {
    assertThat(
            MapRequest.read(
                Map.of(
                    "indicator", "TENSION",
                    "level", "MUNICIPALITY",
                    "kind", "CIRCLES",
                    "method", "JENKS",
                    "classes", "7",
                    "date", "2026-01-01",
                    "before", "2025-01-01",
                    "territory", "244400404",
                    "flows", "12")))
        .isEqualTo(
            new MapRequest(
                "TENSION",
                TerritoryLevel.MUNICIPALITY,
                MapKind.CIRCLES,
                ClassMethod.JENKS,
                7,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2025, 1, 1),
                "244400404",
                12));
  }

  @Test
  void everyFaultIsNamed() {
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class,
            () ->
                MapRequest.read(
                    Map.of(
                        "indicator", "<b>",
                        "level", "REGION",
                        "classes", "8",
                        "date", "2026-02-30",
                        "territory", "Nantes",
                        "flows", "0")));
    assertThat(refused.faults())
        .extracting(Fault::field)
        .containsExactly("indicator", "level", "classes", "date", "territory", "flows");
    assertThat(
            catchThrowableOfType(
                    RefusedInput.class,
                    () ->
                        MapRequest.read(
                            Map.of(
                                "date", "2025-01-01",
                                "before", "2025-01-01",
                                "kind", "FLOWS",
                                "level", "DEPARTEMENT")))
                .faults())
        .extracting(Fault::code)
        .containsExactly("MAP_BEFORE", "MAP_FLOW_LEVEL");
  }

  @Test
  void figuresOfMergedMunicipalitiesAreOne() {
    MapValue three = new MapValue(3d, 3L, false);
    MapValue seven = new MapValue(7d, 7L, false);
    assertThat(three.with(seven, Indicator.ACTIVE)).isEqualTo(new MapValue(10d, 10L, false));
    assertThat(
            new MapValue(10d, 30L, false)
                .with(new MapValue(50d, 10L, false), Indicator.TRANSFER_SHARE))
        .isEqualTo(new MapValue(20d, 40L, false));
    assertThat(three.with(new MapValue(null, null, true), Indicator.ACTIVE).secret()).isTrue();
  }

  @Test
  void aRatioOfMergedMunicipalitiesIsTakenOverBothAndMediansMakeNone() {
    // 30 demands for 10 leases, and 60 for 5: 90 for 15.
    MapValue one = new MapValue(3d, 30L, false);
    MapValue other = new MapValue(12d, 60L, false);
    assertThat(one.with(other, Indicator.TENSION)).isEqualTo(new MapValue(6d, 90L, false));
    assertThat(one.with(other, Indicator.DELAY_MEDIAN).told()).isFalse();
    assertThat(one.with(other, Indicator.DELAY_MEAN)).isEqualTo(new MapValue(9d, 90L, false));
  }
}
