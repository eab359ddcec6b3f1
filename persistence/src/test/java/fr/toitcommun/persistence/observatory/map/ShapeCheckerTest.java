package fr.toitcommun.persistence.observatory.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.persistence.territory.MunicipalityMerger;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** A file of shapes is used wholly or not at all, and every reason is told. */
class ShapeCheckerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

  /** Two invented municipalities beside each other in one EPCI, a third one without EPCI. */
  private static final List<Municipality> THREE =
      List.of(
          municipality("99001", "Bourg-Haut", "200000001", -1.95),
          municipality("99002", "Bourg-Bas", "200000001", -1.85),
          municipality("99003", "L’Îlot", null, -1.75));

  /** 99009 became part of 99002. */
  private static final MunicipalityMergers MERGED =
      new MunicipalityMergers(
          List.of(new MunicipalityMerger("99009", "99002", LocalDate.of(2019, 1, 1), null, true)));

  private static Municipality municipality(String code, String name, String epci, double at) {
    return new Municipality(code, name, "99", epci, null, 10, "C", 47.05, at, "", "");
  }

  private static String square(double west, double east) {
    return "[[[%1$s,47],[%2$s,47],[%2$s,47.1],[%1$s,47.1],[%1$s,47]]]".formatted(west, east);
  }

  private static String feature(String property, String code, String rings) {
    return "{\"type\":\"Feature\",\"properties\":{\"%s\":%s,\"nom\":\"x\"},\"geometry\":%s}"
        .formatted(
            property,
            code,
            rings == null ? "null" : "{\"type\":\"Polygon\",\"coordinates\":%s}".formatted(rings));
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[%s]}"
        .formatted(String.join(",", features));
  }

  private static CheckedShapes check(String file, String property, boolean incomplete) {
    return ShapeChecker.check(
        ShapeFile.read(file.getBytes(StandardCharsets.UTF_8)),
        property,
        incomplete,
        THREE,
        MERGED,
        TODAY);
  }

  private static List<String> faults(String file, boolean incomplete) {
    return catchThrowableOfType(RefusedInput.class, () -> check(file, null, incomplete))
        .faults()
        .stream()
        .map(Fault::code)
        .toList();
  }

  @Test
  void aWholeFileIsTakenAndUnionsAreMade() {
    CheckedShapes checked =
        check(
            collection(
                feature("INSEE_COM", "\"99001\"", square(-2, -1.9)),
                feature("INSEE_COM", "\"99002\"", square(-1.9, -1.8)),
                feature("INSEE_COM", "\"99003\"", square(-1.8, -1.7))),
            null,
            false);
    assertThat(checked.property()).isEqualTo("INSEE_COM");
    assertThat(checked.missing()).isEmpty();
    Shapes shapes = checked.shapes();
    assertThat(shapes.of(TerritoryLevel.MUNICIPALITY)).containsOnlyKeys("99001", "99002", "99003");
    assertThat(shapes.of(TerritoryLevel.EPCI)).containsOnlyKeys("200000001");
    Geometry epci = shapes.of(TerritoryLevel.EPCI).get("200000001");
    assertThat(epci.getGeometryType()).isEqualTo("Polygon");
    assertThat(epci.getArea())
        .isCloseTo(
            shapes.of(TerritoryLevel.MUNICIPALITY).get("99001").getArea()
                + shapes.of(TerritoryLevel.MUNICIPALITY).get("99002").getArea(),
            org.assertj.core.data.Percentage.withPercentage(0.1));
    assertThat(shapes.of(TerritoryLevel.DEPARTEMENT)).containsOnlyKeys("99");
    assertThat(shapes.middle(TerritoryLevel.EPCI, "200000001").within(epci)).isTrue();
  }

  @Test
  void topoJsonSharesBordersForwardsAndBackwards() {
    // A border between two squares, each closed by an arc of its own, on a grid of a tenth degree.
    String file =
        """
        {"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[-2,47]},
         "arcs":[[[1,0],[0,1]],[[1,1],[-1,0],[0,-1],[1,0]],[[1,0],[1,0],[0,1],[-1,0]]],
         "objects":{"regions":{"type":"GeometryCollection","geometries":[
             {"type":"Polygon","arcs":[[0,1]],"properties":{"code":"77"}}]},
           "communes":{"type":"GeometryCollection","geometries":[
             {"type":"Polygon","arcs":[[0,1]],"properties":{"code":99001}},
             {"type":"Polygon","arcs":[[2,-1]],"properties":{"code":99002}}]}}}
        """;
    CheckedShapes checked = check(file, null, true);
    assertThat(checked.missing()).containsExactly("99003");
    Geometry west = checked.shapes().of(TerritoryLevel.MUNICIPALITY).get("99001");
    Geometry east = checked.shapes().of(TerritoryLevel.MUNICIPALITY).get("99002");
    assertThat(west.intersection(east).getLength()).isBetween(11_000d, 11_300d);
    assertThat(west.touches(east)).isTrue();
  }

  @Test
  void shapesOfFormerMunicipalitiesAreBroughtIntoThoseOfToday() {
    CheckedShapes checked =
        check(
            collection(
                feature("code", "\"99001\"", square(-2, -1.9)),
                feature("code", "\"99002\"", square(-1.9, -1.85)),
                feature("code", "\"99009\"", square(-1.85, -1.8)),
                feature("code", "\"75056\"", square(2, 2.1)),
                feature("code", "\"99003\"", square(-1.8, -1.7))),
            null,
            false);
    assertThat(checked.brought()).isEqualTo(1);
    assertThat(checked.ignored()).isEqualTo(1);
    assertThat(checked.shapes().of(TerritoryLevel.MUNICIPALITY).get("99002").getArea())
        .isCloseTo(
            checked.shapes().of(TerritoryLevel.MUNICIPALITY).get("99001").getArea(),
            org.assertj.core.data.Percentage.withPercentage(1));
  }

  @Test
  void everyFaultIsTold() {
    assertThat(
            faults(
                collection(
                    feature("code", "\"99001\"", square(-2, -1.9)),
                    feature("code", "\"99001\"", square(-2, -1.9)),
                    feature("code", "\"99002\"", null),
                    feature("code", "\"99777\"", square(-1.8, -1.7)),
                    feature("code", "\"\"", square(-1.8, -1.7))),
                false))
        .containsExactly(
            "SHAPES_TWICE",
            "SHAPES_NO_AREA",
            "SHAPES_UNKNOWN",
            "SHAPES_WITHOUT_CODE",
            "SHAPES_MISSING",
            "SHAPES_MISSING");
    assertThat(
            faults(
                collection(
                    feature("code", "\"99001\"", square(350_000, 360_000)),
                    feature("code", "\"99002\"", square(5, 5.1)),
                    // A bow tie: two halves of opposite turn, whose mending doubles the area told.
                    feature(
                        "code",
                        "\"99003\"",
                        "[[[-1.8,47],[-1.7,47.1],[-1.7,47],[-1.8,47.1],[-1.8,47]]]")),
                false))
        .containsExactly(
            "SHAPES_NO_DEGREES",
            "SHAPES_FAR",
            "SHAPES_CROSSED",
            "SHAPES_MISSING",
            "SHAPES_MISSING",
            "SHAPES_MISSING");
  }

  @Test
  void aSmallCrossingIsMended() {
    String spike =
        "[[[-2,47],[-1.9,47],[-1.9,47.1],[-1.95,47.1],[-1.95,47.2],[-1.95,47.1],[-2,47.1],[-2,47]]]";
    CheckedShapes checked = check(collection(feature("code", "\"99001\"", spike)), null, true);
    assertThat(checked.repaired()).isEqualTo(1);
    assertThat(checked.shapes().of(TerritoryLevel.MUNICIPALITY).get("99001").isValid()).isTrue();
  }

  @Test
  void whatIsNoFileOfShapesIsRefused() {
    assertThat(faults("shapes", true)).containsExactly("SHAPES_NO_JSON");
    assertThat(faults("{\"type\":\"Polygon\"}", true)).containsExactly("SHAPES_KIND");
    assertThat(faults("{\"type\":\"FeatureCollection\"}", true)).containsExactly("SHAPES_BROKEN");
    assertThat(
            faults(
                "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"a\":{\"type\":\"Polygon\",\"arcs\":[[7]]}}}",
                true))
        .containsExactly("SHAPES_BROKEN");
    assertThat(faults(collection(feature("nom", "\"Nantes\"", square(-2, -1.9))), true))
        .containsExactly("SHAPES_NO_CODE");
    RefusedInput chosen =
        catchThrowableOfType(
            RefusedInput.class,
            () -> check(collection(feature("code", "\"99001\"", square(-2, -1.9))), "nom", true));
    assertThat(chosen.faults()).extracting(Fault::field).containsExactly("property");
  }

  @Test
  void whatNoShapeCanHaveIsToldAndNoErrorOfOurs() {
    String halfAnArc =
        "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"a\":{\"type\":\"Polygon\",\"arcs\":[[0.5]]}}}";
    assertThat(faults(halfAnArc, true)).containsExactly("SHAPES_BROKEN");
    String deep = "[".repeat(5000) + "]".repeat(5000);
    assertThat(faults(collection(feature("code", "\"99001\"", deep)), true))
        .containsExactly("SHAPES_BROKEN");
    assertThat(faults("[]", true)).containsExactly("SHAPES_NO_JSON");
    assertThat(faults(collection() + "}", true)).containsExactly("SHAPES_NO_JSON");
    assertThat(faults("{\"type\":\"FeatureCollection\",\"features\":[7]}", true))
        .containsExactly("SHAPES_BROKEN");
  }

  private static String topology(String rings) {
    return """
    {"type":"Topology","transform":{"scale":[0.1,0.1],"translate":[-2,47]},
     "arcs":[[[0,0],[1,0],[0,1],[-1,0],[0,-1]]],
     "objects":{"communes":{"type":"Polygon","arcs":[%s],"properties":{"code":"99001"}}}}
    """
        .formatted(rings);
  }

  @Test
  void aRingThatGoesAlongALineTwiceTheSameWayIsNone() {
    // A short file could become as long as it likes otherwise.
    assertThat(faults(topology("[0,-1,0,-1,0]"), true)).containsExactly("SHAPES_BROKEN");
    assertThat(faults(topology("[0,0]"), true)).containsExactly("SHAPES_BROKEN");
    assertThat(check(topology("[0]"), null, true).missing()).containsExactly("99002", "99003");
  }

  @Test
  void aFileHasNoMorePointsThanCanBeKept() {
    String points = ",[-1,0]" + ",[0.1,0],[-0.1,0]".repeat(10_000);
    String file =
        topology(String.join(",", Collections.nCopies(250, "[0]"))).replace(",[-1,0]", points);
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class, () -> ShapeFile.read(file.getBytes(StandardCharsets.UTF_8)));
    assertThat(refused).isNotNull();
    assertThat(refused.faults())
        .extracting(Fault::field, Fault::code)
        .containsExactly(tuple("file", "SHAPES_TOO_MANY_POINTS"));
    assertThat(file.length()).isLessThan(ShapeFile.LONGEST / 100);
  }

  @Test
  void theGridOfATopologyMayStandAfterItsArcs() {
    String file =
        """
        {"objects":{"communes":{"type":"Polygon","arcs":[[0]],"properties":{"code":"99001"}}},
         "bbox":[0,0,1,1],"crs":{"a":[{}]},
         "arcs":[[[0,0],[1,0],[0,1],[-1,0],[0,-1]]],
         "transform":{"scale":[0.1,0.1],"translate":[-2,47]},"type":"Topology"}
        """;
    assertThat(check(file, null, true).missing()).containsExactly("99002", "99003");
  }

  @Test
  void manyFaultsAreCountedAfterTheFirst() {
    String[] twice = new String[40];
    java.util.Arrays.fill(twice, feature("code", "\"99001\"", square(-2, -1.9)));
    List<String> told = faults(collection(twice), true);
    assertThat(told).hasSize(ShapeChecker.MOST_TOLD + 1).endsWith("SHAPES_MORE");
  }
}
