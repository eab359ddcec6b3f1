package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A question is the same after it went through a link, and a bad link says what is bad of it. */
class QuestionLinkTest {
  private static final long SEED = 20061231;
  private static final int QUESTIONS = 2000;
  private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

  private final Random random = new Random(SEED);

  @Test
  void anyQuestionIsTheSameAfterItsLink() {
    int compared = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Inquiry asked = inquiry();
      String link = asked.write();
      assertThat(QuestionLink.read(link)).as(link).isEqualTo(asked.question());
      assertThat(link).matches("[A-Za-z0-9=&,._?-]+");
      compared += asked.compared() == null ? 0 : 1;
    }
    assertThat(compared).isPositive();
  }

  private Inquiry inquiry() {
    Question question;
    do {
      question = question();
    } while (!question.faults().isEmpty());
    boolean comparable = question.time() == null && question.columns() == null;
    return new Inquiry(question, comparable && random.nextBoolean() ? day() : null);
  }

  private Question question() {
    Indicator indicator = one(List.of(Indicator.values()));
    List<Axis> axes = indicator.axes();
    Question question =
        Question.of(indicator, when()).by(orNone(axes), orNone(axes)).counting(counting());
    for (int filters = random.nextInt(4); filters > 0; filters--) {
      question = question.where(one(axes), Set.of());
      question = filled(question);
    }
    return question;
  }

  private Question filled(Question question) {
    Question filled = question;
    for (Axis axis : question.filters().keySet()) {
      Set<String> codes = new HashSet<>();
      for (int some = 1 + random.nextInt(3); some > 0; some--) {
        codes.add(
            axis.codes().isEmpty() ? String.valueOf(random.nextInt(100_000)) : one(axis.codes()));
      }
      if (random.nextInt(5) == 0) {
        codes.add(Axis.UNKNOWN);
      }
      filled = filled.where(axis, codes);
    }
    return filled;
  }

  private Counting counting() {
    return one(List.of(Counting.values()));
  }

  private When when() {
    LocalDate from = day();
    return switch (random.nextInt(3)) {
      case 0 -> When.NOW;
      case 1 -> When.on(from);
      default -> When.from(from, from.plusDays(random.nextInt(4000)));
    };
  }

  private LocalDate day() {
    return FIRST.plusDays(random.nextInt(12_000));
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private Axis orNone(List<Axis> axes) {
    return random.nextInt(4) == 0 ? null : one(axes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rows=AGE|indicator:REQUIRED",
        "indicator=NONE&rows=NO|indicator:UNKNOWN_INDICATOR, rows:UNKNOWN_AXIS",
        "indicator=ACTIVE&rows=AGE&columns=AGE|columns:SAME_AXIS",
        "indicator=ACTIVE&rows=MONTH&columns=YEAR|columns:TWO_TIMES",
        "indicator=ACTIVE&rows=REFUSAL_MOTIVE|rows:AXIS_NOT_ALLOWED",
        "indicator=ACTIVE&f.DECISION=ALLOCATION|filter:AXIS_NOT_ALLOWED",
        "indicator=ACTIVE&f.AGE=A30_39,OLD|f.AGE:UNKNOWN_CODE",
        "indicator=ACTIVE&f.EPCI=a%27b|f.EPCI:UNKNOWN_CODE",
        "indicator=ACTIVE&counting=ALL|counting:UNKNOWN_COUNTING",
        "indicator=ACTIVE&from=2025-13-01&to=hier|from:NOT_A_DATE, to:NOT_A_DATE",
        "indicator=ACTIVE&rows=MONTH&from=-99999-01-01|from:NOT_A_DATE",
        "indicator=ACTIVE&from=2025-02-01&to=2025-01-01|to:ENDS_BEFORE_IT_BEGINS",
      })
  void aBadLinkNamesEachFaultAtItsParameter(String link, String faults) {
    RefusedInput refused = catchThrowableOfType(RefusedInput.class, () -> QuestionLink.read(link));
    assertThat(refused).as(link).isNotNull();
    assertThat(refused.faults())
        .extracting(fault -> fault.field() + ":" + fault.code())
        .containsExactlyInAnyOrder(faults.split(", "));
  }

  @Test
  void twoDatesAreComparedOfOneColumnThatIsNoSeries() {
    assertThatThrownBy(
            () ->
                Inquiry.read(
                    Map.of("indicator", "ACTIVE", "rows", "YEAR", "compare", "2025-01-01")))
        .hasMessageContaining("compare:COMPARED_SERIES");
    assertThatThrownBy(
            () ->
                Inquiry.read(
                    Map.of("indicator", "ACTIVE", "columns", "AGE", "compare", "2025-01-01")))
        .hasMessageContaining("compare:COMPARED_COLUMNS");
    assertThatThrownBy(() -> Inquiry.read(Map.of("indicator", "NONE", "compare", "demain")))
        .hasMessageContaining("compare:NOT_A_DATE")
        .hasMessageContaining("indicator:UNKNOWN_INDICATOR");
  }

  @Test
  void aFilterWrittenTwiceIsOneOfAllItsCodes() {
    assertThat(
            QuestionLink.read(Map.of("indicator", "ACTIVE", "f.EPCI", "1", "f.epci", "2"))
                .filters())
        .isEqualTo(Map.of(Axis.EPCI, Set.of("1", "2")));
  }

  /** Days of files are first days of months, and a year ends before the next begins. */
  @Test
  void wholeMonthsAreComparedWithWholeMonths() {
    for (LocalDate day : List.of(LocalDate.of(2025, 1, 1), LocalDate.of(2024, 12, 31))) {
      Inquiry year = new Inquiry(Question.of(Indicator.SATISFIED, When.year(2025)), day);
      assertThat(year.before(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)).when())
          .isEqualTo(When.year(2024));
      assertThat(year.before(LocalDate.of(2025, 3, 6), LocalDate.of(2026, 3, 5)).when())
          .as("twelve months up to now")
          .isEqualTo(When.year(2024));
    }
    Inquiry days =
        new Inquiry(Question.of(Indicator.SATISFIED, When.year(2025)), LocalDate.of(2025, 1, 1));
    assertThat(days.before(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 10)).when())
        .isEqualTo(When.from(LocalDate.of(2024, 12, 23), LocalDate.of(2025, 1, 1)));
  }

  @Test
  void whatStandsIsComparedWithADayAndWhatHappensWithAPeriodAsLong() {
    LocalDate day = LocalDate.of(2025, 1, 1);
    Inquiry stock = new Inquiry(Question.of(Indicator.ACTIVE, When.NOW), day);
    assertThat(stock.before(LocalDate.of(2026, 3, 5), LocalDate.of(2026, 3, 5)).when())
        .isEqualTo(When.on(day));
    Inquiry year =
        new Inquiry(Question.of(Indicator.SATISFIED, When.year(2025)), LocalDate.of(2024, 12, 31));
    assertThat(year.before(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)).when())
        .isEqualTo(When.year(2024));
    Inquiry days = new Inquiry(year.question(), LocalDate.of(2024, 2, 10));
    assertThat(days.before(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 10)).when())
        .isEqualTo(When.from(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 10)));
  }
}
