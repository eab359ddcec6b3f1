package fr.toitcommun.ejb.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.When;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rows of a query beside those of an earlier time. */
class InquiryViewTest {
  private static final LocalDate THEN = LocalDate.of(2024, 12, 31);

  @Test
  void aMotiveOfTheEarlierYearAloneStandsAboveThoseWhoseMotiveNobodyStated() {
    Question refused =
        Question.of(Indicator.REFUSED, When.year(2025)).by(Axis.REFUSAL_MOTIVE, null);
    assertThat(
            rows(
                refused,
                row("RENT", 30),
                row(Axis.UNKNOWN, 14),
                null,
                row("RENT", 20),
                row("PLACE", 12),
                row(Axis.UNKNOWN, 11)))
        .containsExactly("RENT", "PLACE", Axis.UNKNOWN);
  }

  @Test
  void anEpciOfTheEarlierYearAloneStandsAboveThoseKeptBack() {
    Question active = Question.of(Indicator.ACTIVE, When.NOW).by(Axis.EPCI, null);
    assertThat(
            rows(
                active,
                row("244400404", 300),
                secret("244400610"),
                null,
                row("244400404", 280),
                row("200067635", 40),
                secret("244400610")))
        .containsExactly("244400404", "200067635", "244400610");
  }

  @Test
  void aRowThatLeadsTheEarlierAnswerLeads() {
    Question active = Question.of(Indicator.ACTIVE, When.NOW).by(Axis.EPCI, null);
    assertThat(rows(active, row(Axis.UNKNOWN, 20), null, row("A", 30), row("B", 20)))
        .containsExactly("A", "B", Axis.UNKNOWN);
  }

  @Test
  void whatIsComparedWithNothingHasItsOwnRows() {
    Question active = Question.of(Indicator.ACTIVE, When.NOW).by(Axis.EPCI, null);
    Answer answer = answer(active, List.of(row("B", 20), row("A", 12)));
    assertThat(new InquiryView(new Inquiry(active, null), answer, null, 11).rows())
        .isEqualTo(answer.rows());
  }

  private record Row(String code, Cell cell) {}

  private static Row row(String code, long count) {
    return new Row(code, figure(count));
  }

  private static Cell figure(long count) {
    return new Cell((double) count, count, false);
  }

  private static Row secret(String code) {
    return new Row(code, Cell.SECRET);
  }

  /** The codes of both answers' rows: those of now, null, those of the earlier. */
  private static List<String> rows(Question question, Row... both) {
    List<Row> all = Arrays.asList(both);
    int between = all.indexOf(null);
    InquiryView view =
        new InquiryView(
            new Inquiry(question, THEN),
            answer(question, all.subList(0, between)),
            answer(question, all.subList(between + 1, all.size())),
            11);
    return view.rows().stream().map(Heading::code).toList();
  }

  private static Answer answer(Question question, List<Row> rows) {
    return new Answer(
        question,
        rows.stream().map(row -> new Heading(row.code(), row.code())).toList(),
        List.of(new Heading("", "")),
        rows.stream().map(row -> List.of(row.cell())).toList(),
        List.of(),
        List.of(figure(1000)),
        figure(1000),
        THEN,
        THEN,
        Set.of(),
        true,
        List.of(),
        0);
  }
}
