package fr.toitcommun.ejb.observatory.map;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.When;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which of the demands between two places have a line, and which of the others are which. */
class FlowReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final Set<String> DRAWABLE = Set.of("A", "B");

  /** Of residences by places sought: two EPCI, one without shape, and what lies in none. */
  private static final Answer ANSWER =
      answer(
          List.of("A", "B", "C", Axis.UNKNOWN),
          List.of(
              List.of(20d, 30d, 1d, 40d),
              Arrays.asList(50d, 60d, null, 2d),
              List.of(4d, 0d, 70d, 8d),
              List.of(100d, 16d, 32d, 500d)));

  private static Answer answer(List<String> places, List<List<Double>> rows) {
    List<Heading> headings = places.stream().map(code -> new Heading(code, code)).toList();
    return new Answer(
        Question.of(Indicator.ACTIVE, When.NOW).by(Axis.RESIDENCE, Axis.EPCI),
        headings,
        headings,
        rows.stream().map(row -> row.stream().map(FlowReaderTest::cell).toList()).toList(),
        List.of(),
        List.of(),
        cell(1000d),
        TODAY,
        TODAY,
        Set.of(),
        true,
        List.of(),
        1);
  }

  private static Cell cell(Double value) {
    return value == null ? Cell.SECRET : new Cell(value, value.longValue(), false);
  }

  @Test
  void theLargestFlowsBetweenPlacesOnTheMapHaveALine() {
    Flows flows = FlowReader.of(ANSWER, DRAWABLE, 1);
    assertThat(flows.shown()).containsExactly(new Flows.Flow("B", "A", 50));
    assertThat(flows.drawable()).isEqualTo(2);
    assertThat(flows.total()).isEqualTo(1000);
    assertThat(flows.secret()).isEqualTo(1);
  }

  @Test
  void whoLivesAndSeeksInNoEpciIsNotSaidToSeekWhereTheyLive() {
    // From outside the file to L'Île-d'Yeu, which is in no EPCI: both are unknown, not the same.
    assertThat(FlowReader.of(ANSWER, DRAWABLE, 9).within()).isEqualTo(20 + 60 + 70);
  }

  @Test
  void ofTheOthersOriginOrDestinationIsNotOnTheMap() {
    Flows flows = FlowReader.of(ANSWER, DRAWABLE, 9);
    assertThat(flows.fromElsewhere()).isEqualTo(4 + 8 + 100 + 16 + 32 + 500);
    assertThat(flows.toElsewhere()).isEqualTo(1 + 40 + 2);
  }
}
