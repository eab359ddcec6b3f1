package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.territory.Municipality;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From where people live to where they seek: nobody finds out what is kept back. */
class FlowSecrecyTest {
  private static final int THRESHOLD = 11;

  private final History history = History.made();
  private final List<String> all = history.departements();
  private final Map<String, Municipality> places =
      history.reference.municipalities().stream()
          .collect(Collectors.toMap(Municipality::code, Function.identity()));

  private String epci(String municipality) {
    Municipality place = places.get(municipality);
    return place == null || place.epciSiren() == null ? Axis.UNKNOWN : place.epciSiren();
  }

  private final Question flows =
      Question.of(Indicator.ACTIVE, When.NOW).by(Axis.RESIDENCE, Axis.EPCI);

  @Test
  void flowsBetweenEpciAreThoseOfTheirMunicipalitiesTogether() {
    Answer byMunicipality = history.reader(0).answer(flows, all);
    Answer byEpci = history.reader(0).answer(flows, all, this::epci);
    for (Heading from : byEpci.rows()) {
      for (Heading to : byEpci.columns()) {
        double sum =
            byMunicipality.rows().stream()
                .filter(row -> epci(row.code()).equals(from.code()))
                .mapToDouble(row -> byMunicipality.cell(row.code(), to.code()).value())
                .sum();
        assertThat(byEpci.cell(from.code(), to.code()).value())
            .as("%s to %s", from, to)
            .isEqualTo(sum);
      }
    }
    assertThat(byEpci.total()).isEqualTo(byMunicipality.total());
  }

  /** Each lies in one place by either rule, so that a secret alone would be the rest of the sum. */
  @Test
  void leasesAreKeptBackAlikeByEitherRuleOfCounting() {
    Question leases =
        Question.of(Indicator.SATISFIED, When.year(History.TODAY.getYear() - 1))
            .by(Axis.EPCI, null);
    long smallest =
        history.reader(0).answer(leases, all).cells().stream()
            .mapToLong(row -> row.get(0).base())
            .filter(base -> base > 0)
            .min()
            .orElseThrow();
    for (int threshold : new int[] {THRESHOLD, (int) smallest + 1}) {
      Answer first = history.reader(threshold).answer(leases, all);
      Answer any = history.reader(threshold).answer(leases.counting(Counting.ANY), all);
      assertThat(first.hidden()).isGreaterThan(1);
      assertThat(any.rows()).isEqualTo(first.rows());
      assertThat(any.cells()).isEqualTo(first.cells());
      assertThat(any.total()).isEqualTo(first.total());
    }
  }

  /** What a ratio is divided by is its number less the rows: leases outside any EPCI are a row. */
  @Test
  void theLeasesThatARatioIsDividedByAddUpByEitherRuleOfCounting() {
    Question tension =
        Question.of(Indicator.TENSION, When.year(History.TODAY.getYear() - 1))
            .by(Axis.EPCI, null)
            .counting(Counting.ANY);
    Answer any = history.reader(0).answer(tension, all);
    Answer leases =
        history
            .reader(0)
            .answer(
                Question.of(Indicator.SATISFIED, When.year(History.TODAY.getYear() - 1))
                    .by(Axis.EPCI, null),
                all);
    assertThat(leases.rows()).extracting(Heading::code).contains(Axis.UNKNOWN);
    assertThat(any.rows()).extracting(Heading::code).contains(Axis.UNKNOWN);
    for (Heading epci : leases.rows()) {
      Cell cell = any.cell(epci.code(), "");
      if (!epci.code().equals(Axis.UNKNOWN) && cell.value() != null) {
        assertThat(cell.base() / cell.value())
            .as(epci.code())
            .isCloseTo(
                leases.cell(epci.code(), "").value(), org.assertj.core.data.Offset.offset(1e-6));
      }
    }
  }

  @Test
  void noHiddenFlowIsWorkedOutFromTheTotals() {
    for (UnaryOperator<String> rowsAs :
        List.<UnaryOperator<String>>of(
            this::epci,
            code -> places.containsKey(code) ? places.get(code).departementCode() : "?")) {
      Answer open = history.reader(0).answer(flows, all, rowsAs);
      Answer told = history.reader(THRESHOLD).answer(flows, all, rowsAs);
      assertThat(told.hidden()).isPositive();
      assertThat(HiddenCells.workedOut(counts(open), hidden(told))).isEmpty();
    }
  }

  @Test
  void aSecretFigureOfOneDayIsNotGivenAwayByTheOther() {
    Question now = Question.of(Indicator.ACTIVE, When.NOW).by(Axis.MUNICIPALITY, null);
    Question then = now.at(When.on(LocalDate.of(History.TODAY.getYear(), 1, 1)));
    Answer first = history.reader(THRESHOLD).answer(then, all);
    Answer second = history.reader(THRESHOLD).answer(now, all);
    // Two days are two tables with nothing that adds up between them: each keeps its own secrets.
    assertThat(HiddenCells.workedOut(counts(history.reader(0).answer(then, all)), hidden(first)))
        .isEmpty();
    assertThat(HiddenCells.workedOut(counts(history.reader(0).answer(now, all)), hidden(second)))
        .isEmpty();
    assertThat(first.rows())
        .filteredOn(row -> first.cell(row.code(), "").secret())
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(first.cell(row.code(), "").value()).isNull();
              assertThat(first.cell(row.code(), "").base()).isNull();
            });
  }

  private static long[][] counts(Answer answer) {
    long[][] counts = new long[answer.rows().size() + 1][answer.columns().size() + 1];
    fill(answer, (r, c, cell) -> counts[r][c] = cell.value().longValue());
    return counts;
  }

  private static boolean[][] hidden(Answer answer) {
    boolean[][] hidden = new boolean[answer.rows().size() + 1][answer.columns().size() + 1];
    fill(answer, (r, c, cell) -> hidden[r][c] = cell.secret());
    return hidden;
  }

  private interface Put {
    void at(int row, int column, Cell cell);
  }

  /** Cells, totals of rows, totals of columns, the whole; a single column is its own total. */
  private static void fill(Answer answer, Put put) {
    int rows = answer.rows().size();
    int columns = answer.columns().size();
    boolean single = answer.question().columns() == null;
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        put.at(r, c, answer.cells().get(r).get(c));
      }
      put.at(r, columns, single ? answer.cells().get(r).get(0) : answer.rowTotals().get(r));
    }
    for (int c = 0; c < columns; c++) {
      put.at(rows, c, single ? answer.total() : answer.columnTotals().get(c));
    }
    put.at(rows, columns, answer.total());
  }
}
