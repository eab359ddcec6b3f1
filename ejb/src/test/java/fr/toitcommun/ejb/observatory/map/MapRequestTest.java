package fr.toitcommun.ejb.observatory.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.QuestionLink;
import fr.toitcommun.persistence.observatory.map.ClassMethod;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a map is asked to show, by the parameters of an address. */
class MapRequestTest {
  private static final String ALL =
      "indicator=REGISTERED&rows=MUNICIPALITY&f.EPCI=244400404&f.AGE=A20_24,A25_29"
          + "&counting=ANY&from=2025-01-01&to=2025-12-31&kind=CIRCLES&method=JENKS&classes=7"
          + "&flows=12";

  private static MapRequest read(String query) {
    return MapRequest.read(
        Arrays.stream(query.split("&"))
            .map(part -> part.split("=", 2))
            .collect(Collectors.toMap(part -> part[0], part -> part[1])));
  }

  @Test
  void nothingAskedForIsTheUsualMap() {
    assertThat(MapRequest.read(Map.of("rows", "", "to", " "))).isEqualTo(MapRequest.USUAL);
    assertThat(MapRequest.USUAL.write()).isEqualTo("indicator=ACTIVE&rows=EPCI");
  }

  @Test
  void aMapIsAskedForInTheWordsOfTheQuestion() {
    MapRequest read = read(ALL);
    assertThat(read.write()).isEqualTo(ALL);
    assertThat(read.level()).isEqualTo(TerritoryLevel.MUNICIPALITY);
    assertThat(read.kind()).isEqualTo(MapKind.CIRCLES);
    assertThat(read.method()).isEqualTo(ClassMethod.JENKS);
    assertThat(read.question()).isEqualTo(QuestionLink.read(ALL));
    MapRequest compared = read("indicator=ACTIVE&rows=EPCI&columns=AGE&compare=2025-01-01");
    assertThat(compared.write()).isEqualTo("indicator=ACTIVE&rows=EPCI&compare=2025-01-01");
    assertThat(compared.compares()).isTrue();
    assertThat(compared.inquiry().compared()).isEqualTo(LocalDate.of(2025, 1, 1));
  }

  @Test
  void aFilterOfPlacesNarrowsTheMapWhereADemandCountsOnce() {
    String one = "rows=MUNICIPALITY&f.EPCI=244400404&f.DEPARTEMENT=44";
    assertThat(read(one).territory()).isEqualTo("244400404");
    assertThat(read("rows=MUNICIPALITY&f.EPCI=1,2&f.DEPARTEMENT=44").territory()).isEqualTo("44");
    assertThat(read("rows=EPCI").places()).isEmpty();
    assertThat(read(one + "&counting=ANY").places()).isEmpty();
    assertThat(read(one + "&counting=ANY").territory()).isNull();
    assertThat(read(one + "&counting=ANY&kind=FLOWS").flowQuestion())
        .isEqualTo(
            QuestionLink.read(
                "indicator=ACTIVE&rows=RESIDENCE&columns=MUNICIPALITY&f.EPCI=244400404"
                    + "&f.DEPARTEMENT=44"));
  }

  @Test
  void theRowsAskedForAreAllThatIsCountedByWhateverRule() {
    // Whoever wishes these wishes others as well, but nobody counted who wishes those.
    for (String counting : List.of("FIRST", "ANY")) {
      MapRequest asked = read("rows=EPCI&f.EPCI=244400404,244400644&counting=" + counting);
      assertThat(asked.places())
          .containsExactly(Map.entry(Axis.EPCI, Set.of("244400404", "244400644")));
      assertThat(read("rows=EPCI&f.EPCI=244400404&counting=" + counting).territory())
          .isEqualTo("244400404");
    }
    assertThat(read("rows=EPCI&f.EPCI=1&f.DEPARTEMENT=44&counting=ANY").places())
        .containsExactly(Map.entry(Axis.EPCI, Set.of("1")));
  }

  @Test
  void everyFaultIsNamed() {
    assertThat(faults("indicator=RIEN&rows=REGION&classes=8&to=2026-02-30&f.AGE=X&flows=0"))
        .extracting(Fault::field)
        .containsExactly("indicator", "rows", "f.AGE", "to", "classes", "flows");
    assertThat(faults("indicator=ACTIVE&rows=AGE"))
        .extracting(Fault::code)
        .containsExactly("MAP_ROWS");
    assertThat(faults("indicator=TENSION&rows=DEPARTEMENT&kind=FLOWS"))
        .extracting(Fault::code)
        .containsExactly("MAP_FLOW_LEVEL", "MAP_FLOW_INDICATOR");
  }

  @Test
  void howAMapIsDrawnIsSaidInWhateverCase() {
    MapRequest flows = read("rows=epci&kind=flows&flows=3");
    assertThat(flows.kind()).isEqualTo(MapKind.FLOWS);
    assertThat(flows.write()).isEqualTo("indicator=ACTIVE&rows=EPCI&kind=FLOWS&flows=3");
    MapRequest circles = read("kind=Circles&method=jenks");
    assertThat(circles.kind()).isEqualTo(MapKind.CIRCLES);
    assertThat(circles.method()).isEqualTo(ClassMethod.JENKS);
    assertThat(faults("kind=flow")).containsExactly(Fault.at("kind", "UNKNOWN_CODE", "flow"));
  }

  @Test
  void aMapOfAQuestionWithColumnsIsOfItsRowsAlone() {
    Question table = QuestionLink.read("indicator=ACTIVE&rows=EPCI&columns=TRANSFER&f.TYPE=T2");
    LocalDate day = LocalDate.of(2025, 1, 1);
    MapRequest usual = MapRequest.USUAL;
    MapRequest map =
        new MapRequest(
            new Inquiry(table, day), usual.kind(), usual.method(), usual.classes(), usual.flows());
    assertThat(map.question()).isEqualTo(table.by(Axis.EPCI, null));
    assertThat(map.inquiry().before(day, day).columns()).isNull();
    assertThat(map.write()).isEqualTo("indicator=ACTIVE&rows=EPCI&f.TYPE=T2&compare=2025-01-01");
  }

  private static List<Fault> faults(String query) {
    return catchThrowableOfType(RefusedInput.class, () -> read(query)).faults();
  }
}
