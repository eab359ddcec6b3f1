package fr.toitcommun.ejb.observatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Counting;
import fr.toitcommun.persistence.observatory.FileOrigin;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.StandardTable;
import fr.toitcommun.persistence.observatory.When;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What standard tables ask, and the tables that answers make. */
class TableFiguresTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final LocalDate THEN = LocalDate.of(2026, 1, 1);

  @ParameterizedTest
  @EnumSource(StandardTable.class)
  void everyTableCanBeAskedOfEveryKindOfTerritory(StandardTable table) {
    for (Axis axis : List.of(Axis.DEPARTEMENT, Axis.EPCI, Axis.MUNICIPALITY)) {
      for (Counting counting : Counting.values()) {
        TableFigures asked =
            TableFigures.of(table, Map.of(axis, Set.of("44")), counting, THEN, THEN, TODAY);
        assertThat(asked.questions()).as("%s %s", table, axis).isNotEmpty();
        assertThat(asked.questions()).allMatch(question -> question.faults().isEmpty());
        assertThat(asked.told()).startsWith(table.indicators().get(0));
        assertThat(asked.told().size() + asked.left().size()).isEqualTo(table.indicators().size());
      }
    }
  }

  @Test
  void anIndicatorThatATerritoryDoesNotSuitIsLeftOutAndNamed() {
    TableFigures asked = of(StandardTable.TENSION_BY_EPCI, Axis.MUNICIPALITY, null);
    assertThat(asked.left()).containsExactly(Indicator.PRESSURE);
    assertThat(of(StandardTable.TENSION_BY_EPCI, Axis.EPCI, null).left()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "STOCK_BY_MUNICIPALITY, FIRST, true",
    "STOCK_BY_MUNICIPALITY, ANY, false",
    "STOCK_BY_EPCI, ANY, false",
    "DEMANDS_BY_AGE, ANY, true",
    "STOCK_BY_DEPARTEMENT, ANY, true",
    "MONTHS, FIRST, false"
  })
  void sharesAreOfRowsThatMakeUpTheirTotal(
      StandardTable table, Counting counting, boolean expected) {
    TableFigures asked = TableFigures.of(table, Map.of(), counting, null, null, TODAY);
    TableView view =
        asked.view(
            asked.questions().stream().map(one -> answer(one, figure(40), twoRows())).toList(),
            List.of());
    assertThat(view.shares()).isEqualTo(expected);
    assertThat(view.total().share()).isEqualTo(expected ? 100.0 : null);
    assertThat(view.rows().get(0).share()).isEqualTo(expected ? 25.0 : null);
  }

  @Test
  void besideASecretTotalStandsNoShare() {
    TableFigures asked = of(StandardTable.DEMANDS_BY_AGE, Axis.EPCI, null);
    TableView view =
        asked.view(
            List.of(answer(asked.questions().get(0), Cell.SECRET, Map.of("A", Cell.SECRET))),
            List.of());
    assertThat(view.total().share()).isNull();
  }

  @Test
  void whatWasThereAtTheComparedDateAloneHasItsRow() {
    TableFigures asked = of(StandardTable.DEMANDS_BY_MOTIVE, Axis.EPCI, THEN);
    Map<String, Cell> before = new LinkedHashMap<>();
    before.put("A", figure(50));
    before.put("GONE", figure(20));
    before.put("B", Cell.SECRET);
    Map<String, Cell> now = new LinkedHashMap<>();
    now.put("A", figure(60));
    now.put("B", figure(30));
    now.put("NEW", figure(12));
    TableView view =
        asked.view(
            List.of(
                answer(asked.questions().get(0), figure(102), now),
                answer(asked.questions().get(1), figure(90), before)),
            List.of());
    assertThat(view.rows())
        .extracting(row -> row.heading().code())
        .containsExactly("A", "GONE", "B", "NEW");
    TableView.Row gone = view.rows().get(1);
    assertThat(gone.cells().get(0)).isEqualTo(new Cell(0.0, 0L, false));
    assertThat(gone.cells()).hasSameSizeAs(view.rows().get(0).cells());
    assertThat(gone.change()).isEqualTo(-100);
    assertThat(view.rows().get(0).change()).isCloseTo(20, within(1e-9));
    assertThat(view.rows().get(3).before().value()).isZero();
    assertThat(view.hidden()).as("what is kept back then counts too").isEqualTo(1);
  }

  @Test
  void theTimeComparedWithIsAPeriodForWhatHappened() {
    TableFigures asked = of(StandardTable.SATISFIED_BY_AGE, Axis.EPCI, THEN);
    TableView view =
        asked.view(
            asked.questions().stream()
                .map(one -> answer(one, figure(40), Map.of("A", figure(40))))
                .toList(),
            List.of());
    assertThat(view.before().from()).isEqualTo(LocalDate.of(2025, 1, 1));
    assertThat(view.before().to()).isEqualTo(LocalDate.of(2025, 12, 31));
  }

  @Test
  void whatStandsIsComparedWithWhatStoodOnTheDayItself() {
    TableFigures asked = of(StandardTable.TENSION_BY_EPCI, Axis.EPCI, THEN);
    assertThat(asked.questions().get(asked.told().size()).when()).isEqualTo(When.on(THEN));
  }

  @Test
  void theLiveBaseIsNamedWhereNoFileTells() {
    TableFigures asked = of(StandardTable.SATISFIED_BY_AGE, Axis.EPCI, null);
    Question question = asked.questions().get(0);
    Answer live = answer(question, figure(40), Map.of("A", figure(40)));
    assertThat(asked.view(List.of(live), List.of()).live()).isTrue();
    assertThat(asked.view(List.of(from(live, FileOrigin.TAKEN)), List.of()).live()).isFalse();
    TableFigures beside = of(StandardTable.SATISFIED_BY_AGE, Axis.EPCI, THEN);
    assertThat(beside.view(List.of(live, from(live, FileOrigin.TAKEN)), List.of()).live())
        .as("compared with a file")
        .isTrue();
    Answer none = answer(question, Cell.NONE, Map.of());
    assertThat(asked.view(List.of(none), List.of()).live())
        .as("no file, nothing counted")
        .isFalse();
    assertThat(asked.view(List.of(none), List.of()).known()).isFalse();
    assertThat(asked.view(List.of(live), List.of()).known()).isTrue();
  }

  private static TableFigures of(StandardTable table, Axis axis, LocalDate compared) {
    return TableFigures.of(
        table, Map.of(axis, Set.of("44")), Counting.FIRST, null, compared, TODAY);
  }

  private static Map<String, Cell> twoRows() {
    Map<String, Cell> rows = new LinkedHashMap<>();
    rows.put("A", figure(10));
    rows.put("B", figure(30));
    return rows;
  }

  private static Cell figure(long number) {
    return new Cell((double) number, number, false);
  }

  private static Answer answer(Question question, Cell total, Map<String, Cell> rows) {
    List<Heading> columns =
        question.columns() == null
            ? List.of(new Heading("", ""))
            : List.of(new Heading("YES", "oui"), new Heading("NO", "non"));
    LocalDate day = question.when().isNow() ? TODAY : question.when().to();
    return new Answer(
        question,
        rows.keySet().stream().map(code -> new Heading(code, code)).toList(),
        columns,
        rows.keySet().stream()
            .map(code -> columns.stream().map(column -> rows.get(code)).toList())
            .toList(),
        rows.keySet().stream().map(rows::get).toList(),
        columns.stream().map(column -> total).toList(),
        total,
        question.when().isNow() ? TODAY : question.when().from(),
        day,
        Set.of(),
        total == null || total.secret() || total.value() != null,
        List.of(),
        (int) rows.values().stream().filter(Cell::secret).count());
  }

  private static Answer from(Answer answer, FileOrigin origin) {
    return new Answer(
        answer.question(),
        answer.rows(),
        answer.columns(),
        answer.cells(),
        answer.rowTotals(),
        answer.columnTotals(),
        answer.total(),
        answer.from(),
        answer.to(),
        Set.of(origin),
        answer.live(),
        answer.untold(),
        answer.hidden());
  }
}
