package fr.toitcommun.persistence.observatory.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;

/** Shapes of the 1,477 municipalities: derived from their points, and imported. */
class DerivedShapesTest {
  private final Jdbi jdbi = Jdbi.create(TestDatabase.demonstration());
  private final Collection<Municipality> municipalities = Reference.load(jdbi).municipalities();

  @Test
  void everyMunicipalityGetsGroundOfItsOwnAroundItsPoint() {
    Collection<String> approximate = new ShapeRows(jdbi).approximatePoints();
    Shapes shapes = DerivedShapes.of(municipalities, approximate);
    Map<String, Geometry> grounds = shapes.of(TerritoryLevel.MUNICIPALITY);
    assertThat(grounds).hasSize(1477);
    assertThat(shapes.of(TerritoryLevel.EPCI)).hasSize(84);
    assertThat(shapes.of(TerritoryLevel.DEPARTEMENT)).hasSize(6);
    double sum = grounds.values().stream().mapToDouble(Geometry::getArea).sum();
    double whole =
        shapes.of(TerritoryLevel.DEPARTEMENT).values().stream()
            .mapToDouble(Geometry::getArea)
            .sum();
    // Nothing is shared twice; in truth the six départements have 38,900 square kilometres.
    assertThat(sum).isCloseTo(whole, org.assertj.core.data.Percentage.withPercentage(0.1));
    assertThat(whole / 1e6).isBetween(34_000d, 44_000d);
    for (Municipality one : municipalities) {
      Geometry ground = grounds.get(one.code());
      assertThat(ground.isValid()).as(one.code()).isTrue();
      assertThat(ground.getArea()).as(one.code()).isGreaterThan(100_000);
      if (!approximate.contains(one.code())) {
        var point =
            ground.getFactory().createPoint(Lambert93.project(one.longitude(), one.latitude()));
        assertThat(ground.distance(point)).as(one.code()).isLessThan(1);
      }
    }
  }

  /** The shapes that lie beside the project on some machines and may not be part of it. */
  @Test
  void theShapesOfTheWholeFileAreImported() throws IOException {
    // Beside the project, or beside the folder of a worktree.
    Path beside = Path.of("../../shared/data/communes-2026.topo.json");
    Path file = Files.exists(beside) ? beside : Path.of("..").resolve(beside);
    assumeTrue(Files.exists(file));
    CheckedShapes checked =
        ShapeChecker.check(
            ShapeFile.read(Files.readAllBytes(file)),
            null,
            false,
            municipalities,
            Reference.load(jdbi).mergers(),
            LocalDate.of(2026, 11, 30));
    assertThat(checked.property()).isEqualTo("code");
    assertThat(checked.missing()).isEmpty();
    Shapes shapes = checked.shapes();
    assertThat(shapes.of(TerritoryLevel.MUNICIPALITY)).hasSize(1477);
    assertThat(shapes.of(TerritoryLevel.EPCI)).hasSize(84);
    double whole =
        shapes.of(TerritoryLevel.DEPARTEMENT).values().stream()
            .mapToDouble(Geometry::getArea)
            .sum();
    assertThat(whole / 1e6).isBetween(37_500d, 40_000d);
  }
}
