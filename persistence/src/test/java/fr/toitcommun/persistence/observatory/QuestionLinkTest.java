package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionLinkTest {
  @Test
  void whatIsWrittenIsReadAgain() {
    Question question =
        new Question(
            Indicator.SATISFIED,
            Axis.AGE,
            Axis.YEAR,
            Map.of(Axis.EPCI, Set.of("244400404", "244900015"), Axis.TYPE, Set.of("T2")),
            Counting.ANY,
            When.from(LocalDate.of(2020, 1, 1), LocalDate.of(2025, 12, 31)));
    assertThat(QuestionLink.read(QuestionLink.write(question))).isEqualTo(question);
  }

  @Test
  void everyFaultIsNamedAtItsParameter() {
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class,
            () ->
                QuestionLink.read(
                    "indicator=NONE&rows=COLOUR&f.AGE=A1'&f.TYPE=T2;drop&counting=SOME&from=2026-13-01"));
    assertThat(refused.faults())
        .extracting(fault -> fault.field() + ":" + fault.code())
        .containsExactlyInAnyOrder(
            "indicator:UNKNOWN_INDICATOR",
            "rows:UNKNOWN_AXIS",
            "f.AGE:UNKNOWN_CODE",
            "f.TYPE:UNKNOWN_CODE",
            "counting:UNKNOWN_COUNTING",
            "from:NOT_A_DATE");
  }

  @Test
  void whatCannotBeAskedTogetherIsRefused() {
    RefusedInput refused =
        catchThrowableOfType(
            RefusedInput.class,
            () ->
                QuestionLink.read(
                    "indicator=ACTIVE&rows=CANCELLATION_REASON&columns=CANCELLATION_REASON"));
    assertThat(refused.faults())
        .extracting(fault -> fault.field() + ":" + fault.code())
        .contains("rows:AXIS_NOT_ALLOWED", "columns:SAME_AXIS");
  }
}
