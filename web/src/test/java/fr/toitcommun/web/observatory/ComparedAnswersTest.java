package fr.toitcommun.web.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.ejb.observatory.InquiryView;
import fr.toitcommun.ejb.observatory.chart.ChartData;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.FileOrigin;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.Unit;
import fr.toitcommun.persistence.observatory.When;
import fr.toitcommun.web.observatory.AnswerTable.Line;
import fr.toitcommun.web.observatory.AnswerTable.Shown;
import fr.toitcommun.web.shell.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An answer beside an earlier one: its chart has the rows and the figures of its table. */
class ComparedAnswersTest {
  private static final LocalDate NOW = LocalDate.of(2026, 1, 1);
  private static final LocalDate THEN = LocalDate.of(2025, 1, 1);

  /** Says keys with what they are filled with. */
  private static final Texts TEXTS =
      new Texts() {
        @Override
        public String say(String key, Object... arguments) {
          return arguments.length == 0 ? key : key + Arrays.toString(arguments);
        }

        @Override
        public String date(LocalDate day) {
          return day.toString();
        }
      };

  /** Says cells as they are. */
  private static final FigureWords FIGURES =
      new FigureWords() {
        @Override
        Shown figure(Unit unit, Cell cell, String link) {
          return Shown.of(String.valueOf(cell.secret() ? "secret" : cell.value()));
        }

        @Override
        Shown difference(Unit unit, Cell now, Cell before) {
          return Shown.of("");
        }

        @Override
        Shown change(Cell now, Cell before) {
          return Shown.of("");
        }

        @Override
        Texts texts() {
          return TEXTS;
        }
      };

  @Test
  void aRowOfEitherAnswerAloneIsInTableAndChartWithNoneInTheOther() {
    InquiryView view =
        view(
            answer(Indicator.ACTIVE, NOW, Map.of("T2", Cell.SECRET, "T3", cell(40))),
            answer(Indicator.ACTIVE, THEN, Map.of("T3", cell(30), "T6", cell(12))));
    assertThat(table(view))
        .isEqualTo(
            List.of(
                List.of("T2", "secret", "0.0"),
                List.of("T3", "40.0", "30.0"),
                List.of("T6", "0.0", "12.0")));
    assertThat(chart(view).data().categories())
        .extracting(ChartData.Category::code)
        .containsExactly("T2", "T3", "T6");
    assertThat(drawn(view)).isEqualTo(table(view));
    assertThat(chart(view).getLeftOut()).isEmpty();
  }

  @Test
  void ofARatioNothingIsKnownWhereThereIsNoRow() {
    InquiryView view =
        view(
            answer(Indicator.DELAY_MEAN, NOW, Map.of("T2", cell(20))),
            answer(Indicator.DELAY_MEAN, THEN, Map.of("T3", cell(30))));
    assertThat(table(view))
        .isEqualTo(List.of(List.of("T3", "null", "30.0"), List.of("T2", "20.0", "null")));
  }

  @Test
  void anEarlierDayThatNobodyTellsHasNoFigureAtAll() {
    InquiryView view =
        view(
            answer(Indicator.ACTIVE, NOW, Map.of("T2", cell(20))),
            unknown(answer(Indicator.ACTIVE, THEN, Map.of())));
    assertThat(table(view)).isEqualTo(List.of(List.of("T2", "20.0", "null")));
    assertThat(chart(view).data().series().get(1).values()).containsOnlyNulls();
  }

  @Test
  void rowsOfTheEarlierAnswerThatTheChartHasNoRoomForAreSaidToBeLeftOut() {
    Map<String, Cell> now = new LinkedHashMap<>();
    for (int i = 0; i < AnswerChart.BARS; i++) {
      now.put("C" + (100 + i), cell(20));
    }
    InquiryView view =
        view(
            answer(Indicator.ACTIVE, NOW, now),
            answer(Indicator.ACTIVE, THEN, Map.of("OTHER", cell(15))));
    assertThat(chart(view).getLeftOut())
        .containsExactly(
            "query.chartRows[" + AnswerChart.BARS + ", " + (AnswerChart.BARS + 1) + "]");
  }

  @Test
  void theHeadSaysWhoToldTheFigures() {
    Answer snapshot = answer(Indicator.ACTIVE, NOW, Map.of("T2", cell(20)));
    assertThat(when(snapshot)).isEqualTo("query.whenKnown[query.whenFile[2026-01-01]]");
    assertThat(when(told(snapshot, Set.of(), true, List.of())))
        .isEqualTo("query.whenKnown[query.whenNow[2026-01-01]]");
    assertThat(when(unknown(snapshot))).isEqualTo("query.whenUnknown[query.whenDay[2026-01-01]]");
    assertThat(head(unknown(snapshot)).getNone()).isEqualTo("query.notKnown");
    assertThat(head(snapshot).getNone()).isEqualTo("query.noRows");
  }

  @Test
  void whatHappenedOnADayIsNoSituation() {
    Answer flow = answer(Indicator.REGISTERED, NOW, Map.of("T2", cell(20)));
    assertThat(when(told(flow, Set.of(), true, List.of())))
        .isEqualTo("query.whenKnown[query.whenDay[2026-01-01]]");
    assertThat(when(told(flow, Set.of(FileOrigin.TAKEN), false, List.of(THEN))))
        .isEqualTo("query.whenPartly[query.whenDay[2026-01-01]]");
  }

  private static String when(Answer answer) {
    return head(answer).getWhen();
  }

  private static AnswerHead head(Answer answer) {
    return new AnswerHead(view(answer, null), null, TEXTS);
  }

  private static AnswerChart chart(InquiryView view) {
    return new AnswerChart(view, "", "", TEXTS, Locale.FRANCE);
  }

  private static List<List<String>> table(InquiryView view) {
    AskedParts asked = AskedParts.of(Map.of("indicator", new String[] {"ACTIVE"}));
    List<List<String>> lines = new ArrayList<>();
    for (Line line : new AnswerTable(view, asked, FIGURES, false).getLines()) {
      lines.add(List.of(line.heading(), line.cells().get(0).text(), line.cells().get(1).text()));
    }
    return lines;
  }

  /** The chart as lines of a table; what is not told is secret or has no figure. */
  private static List<List<String>> drawn(InquiryView view) {
    ChartData data = chart(view).data();
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < data.categories().size(); i++) {
      Double now = data.series().get(0).values().get(i);
      lines.add(
          List.of(
              data.categories().get(i).label(),
              now == null ? "secret" : now.toString(),
              String.valueOf(data.series().get(1).values().get(i))));
    }
    return lines;
  }

  private static InquiryView view(Answer answer, Answer before) {
    return new InquiryView(
        new Inquiry(answer.question(), before == null ? null : THEN), answer, before, 11);
  }

  private static Cell cell(long count) {
    return new Cell((double) count, count, false);
  }

  private static Answer unknown(Answer answer) {
    return told(answer, Set.of(), false, List.of(answer.to()));
  }

  private static Answer told(
      Answer answer, Set<FileOrigin> origins, boolean live, List<LocalDate> untold) {
    boolean known = live || !origins.isEmpty();
    return new Answer(
        answer.question(),
        answer.rows(),
        answer.columns(),
        answer.cells(),
        List.of(),
        answer.columnTotals(),
        known ? answer.total() : Cell.NONE,
        answer.from(),
        answer.to(),
        origins,
        live,
        untold,
        0);
  }

  private static Answer answer(Indicator indicator, LocalDate day, Map<String, Cell> rows) {
    List<String> codes = rows.keySet().stream().sorted().toList();
    return new Answer(
        Question.of(indicator, When.on(day)).by(Axis.TYPE, null),
        codes.stream().map(code -> new Heading(code, code)).toList(),
        List.of(new Heading("", "")),
        codes.stream().map(code -> List.of(rows.get(code))).toList(),
        List.of(),
        List.of(cell(1000)),
        cell(1000),
        day,
        day,
        Set.of(FileOrigin.TAKEN),
        false,
        List.of(),
        0);
  }
}
