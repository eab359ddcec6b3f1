package fr.toitcommun.persistence.observatory.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** The projection of French maps. */
class Lambert93Test {
  /** By definition 3° E, 46°30' N lies at 700 km, 6,600 km. */
  @Test
  void theOriginIsWhereTheDecreeSetsIt() {
    Coordinate origin = Lambert93.project(3, 46.5);
    assertThat(origin.x).isCloseTo(700_000, offset(0.001));
    assertThat(origin.y).isCloseTo(6_600_000, offset(0.001));
  }

  @ParameterizedTest
  @CsvSource({"-5.1,48.4", "-1.5536,47.2173", "0.2,48.0", "3,46.5", "9.5,42.1"})
  void aPlaceComesBackFromMetres(double longitude, double latitude) {
    Coordinate metres = Lambert93.project(longitude, latitude);
    Coordinate back = Lambert93.degrees(metres.x, metres.y);
    assertThat(back.x).isCloseTo(longitude, offset(1e-9));
    assertThat(back.y).isCloseTo(latitude, offset(1e-9));
  }

  /** On the two standard parallels a degree of longitude is as long as on the ellipsoid. */
  @ParameterizedTest
  @CsvSource({"44,80206", "49,73172"})
  void lengthsAreTrueOnTheStandardParallels(double latitude, double metres) {
    double length = Lambert93.project(2.5, latitude).distance(Lambert93.project(3.5, latitude));
    assertThat(length).isCloseTo(metres, offset(2d));
  }

  @Test
  void aShapeIsProjectedPointByPoint() {
    var square = new GeometryFactory().toGeometry(new Envelope(-2, -1, 47, 48));
    var metres = Lambert93.project(square);
    assertThat(metres.getArea()).isBetween(8.2e9, 8.5e9);
    assertThat(Lambert93.degrees(metres).equalsExact(square, 1e-9)).isTrue();
  }
}
