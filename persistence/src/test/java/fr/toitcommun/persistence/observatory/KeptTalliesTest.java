package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Figures of one territory after another, counted all at once, are those counted one by one. */
class KeptTalliesTest {
  private static final When LAST_YEAR = When.year(2025);
  private static final int THRESHOLD = 5;

  private final History history = History.made();
  private final List<String> all = history.departements();
  private int asked;

  private ObservedStore counted(ObservedStore store) {
    return tally -> {
      asked++;
      return store.count(tally);
    };
  }

  private IndicatorReader kept(Axis each) {
    return new IndicatorReader(
        new Observed(
            new KeptTallies(counted(history.liveStore()), each),
            new KeptTallies(counted(history.frozenStore()), each),
            history.files,
            Reference.load(history.live).mergers(),
            History.TODAY,
            3,
            12),
        DwellingNumbers.of(Reference.load(history.live)),
        history.labels(),
        THRESHOLD);
  }

  /** As reports ask: figures, tables by one and two axes, series, now and then, every indicator. */
  private static List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    for (Indicator indicator : Indicator.values()) {
      When when = indicator.isStock() ? When.on(LocalDate.of(2026, 1, 1)) : LAST_YEAR;
      questions.add(Question.of(indicator, when));
      questions.add(Question.of(indicator, When.NOW));
      questions.add(Question.of(indicator, when).by(Axis.TYPE, Axis.TRANSFER));
      questions.add(Question.of(indicator, when).by(Axis.MUNICIPALITY, null));
      questions.add(Question.of(indicator, when).by(Axis.EPCI, Axis.DEPARTEMENT));
      questions.add(
          Question.of(indicator, When.from(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31)))
              .by(Axis.QUARTER, null));
      questions.add(Question.of(indicator, when).counting(Counting.ANY));
    }
    return questions;
  }

  private static Question where(Question question, String code) {
    return question.where(Axis.EPCI, Set.of(code));
  }

  private List<String> someEpcis() {
    List<String> codes =
        history
            .reader(0)
            .answer(Question.of(Indicator.ACTIVE, When.NOW).by(Axis.EPCI, null), all)
            .rows()
            .stream()
            .map(Heading::code)
            .filter(code -> !code.equals(Axis.UNKNOWN))
            .toList();
    // The largest, the smallest, and where nobody seeks.
    return List.of(codes.get(0), codes.get(codes.size() - 1), "0");
  }

  @Test
  void eachTerritoryHasTheSameAnswersAsAlone() {
    IndicatorReader alone = history.reader(THRESHOLD);
    int compared = 0;
    IndicatorReader kept = kept(Axis.EPCI);
    for (String code : someEpcis()) {
      for (Question question : questions()) {
        Question own = where(question, code);
        if (own.faults().isEmpty()) {
          assertThat(kept.answer(own, all)).as("%s", own).isEqualTo(alone.answer(own, all));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(200);
  }

  @Test
  void whatWasCountedForOneIsNotCountedForTheNext() {
    IndicatorReader kept = kept(Axis.EPCI);
    List<String> codes = someEpcis();
    Question question =
        Question.of(Indicator.ACTIVE, When.on(LocalDate.of(2026, 1, 1))).by(Axis.TYPE, null);
    kept.answer(where(question, codes.get(0)), all);
    int first = asked;
    assertThat(first).isPositive();
    kept.answer(where(question, codes.get(1)), all);
    assertThat(asked).isEqualTo(first);
    kept.answer(where(question.by(Axis.AGE, null), codes.get(1)), all);
    assertThat(asked).isGreaterThan(first);
  }
}
