package fr.toitcommun.ear;

import static fr.toitcommun.ear.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
        .get("/observatory/map?classes=2&kind=PIE&rows=REGION&f.COLOUR=RED")
        .then()
        .statusCode(422)
        .body("faults.field", contains("rows", "f.COLOUR", "kind", "classes"));
    as("adil.44")
        .get("/observatory/map?f.EPCI=999999999")
        .then()
        .statusCode(422)
        .body("faults.field", contains("f.EPCI"));
  }

  @Test
  void aFilterActsOnTheMapAsOnTheFigures() {
    String question = "?indicator=ACTIVE&rows=EPCI&f.TYPE=T2,T3&counting=ANY";
    JsonPath figures = as("adil.44").get("/observatory/figures" + question).jsonPath();
    String svg =
        as("adil.44").accept("image/svg+xml").get("/observatory/map" + question).asString();
    assertThat(svg).contains("Type de logement\u00a0: T2, T3").contains("chaque commune souhaitée");
    List<String> codes = figures.getList("rows.code");
    int told = 0;
    for (int i = 0; i < codes.size(); i++) {
      Object value = figures.get("cells[" + i + "][0].value");
      Matcher shape =
          Pattern.compile("data-code=\"" + codes.get(i) + "\"[^>]*><title>[^<]*\u00a0: ([^<]*)<")
              .matcher(svg);
      if (shape.find()) {
        told++;
        String said = shape.group(1).replaceAll("[\u00a0\u202f]", "").replaceAll("\\D.*", "");
        assertThat(said)
            .as(codes.get(i))
            .isEqualTo(value == null ? "" : String.valueOf(((Number) value).longValue()));
      }
    }
    assertThat(told).isPositive();
  }

  @Test
  void aMunicipalityWithoutDemandShowsNought() {
    assertThat(
            as("adil.44")
                .accept("image/svg+xml")
                .get("/observatory/map?rows=MUNICIPALITY&f.AGE=A0_19")
                .asString())
        .contains("\u00a0: 0\u00a0demandes</title>")
        .doesNotContain("Sans donnée");
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
