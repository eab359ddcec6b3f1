package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Maps and shapes through the interface for systems. */
class MapsApiIT extends ApiTest {
  @Test
  void aMapIsAPictureOfTheKindAskedFor() throws Exception {
    byte[] svg =
        as("adil.44")
            .accept("image/svg+xml")
            .get("/observatory/map")
            .then()
            .statusCode(200)
            .contentType("image/svg+xml")
            .extract()
            .asByteArray();
    assertThat(new String(svg, StandardCharsets.UTF_8))
        .startsWith("<svg")
        .contains("<desc")
        .contains("data-code=\"244400404\"");
    byte[] png =
        as("adil.44")
            .get("/observatory/map?format=png&kind=CIRCLES")
            .then()
            .statusCode(200)
            .contentType("image/png")
            .extract()
            .asByteArray();
    assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(2400);
    byte[] pdf =
        as("adil.44")
            .get("/observatory/map?format=pdf&lang=en")
            .then()
            .statusCode(200)
            .contentType("application/pdf")
            .extract()
            .asByteArray();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void everyWrongParameterIsNamed() {
    as("adil.44")
        .get("/observatory/map?classes=2&kind=PIE&level=REGION")
        .then()
        .statusCode(422)
        .body("faults.field", contains("level", "kind", "classes"));
  }

  @Test
  void shapesAreGeoJsonInDegrees() {
    as("adil.44")
        .get("/observatory/shapes?level=DEPARTEMENT")
        .then()
        .statusCode(200)
        .contentType(containsString("application/geo+json"))
        .body("type", equalTo("FeatureCollection"))
        .body("features.properties.code", contains("44"))
        .body("features[0].geometry.coordinates[0][0][0]", hasSize(2));
  }
}
