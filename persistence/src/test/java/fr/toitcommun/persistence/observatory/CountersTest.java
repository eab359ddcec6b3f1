package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Scope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Live counters and the list behind a figure: what is kept back, and where a list ends. */
class CountersTest {
  private static final int THRESHOLD = 11;

  private final History history = History.made();

  @Test
  void theActivityOfATerritoryKeepsBackWhatStandsForTooFew() {
    ActivityReader reader = new ActivityReader(history.live, THRESHOLD);
    String small =
        one(
            "select epci from observed_active where epci is not null group by epci order by"
                + " count(*), epci limit 1");
    List<String> all = history.departements();
    ActivityReader.Whose epci =
        new ActivityReader.Whose(ActivityLevel.TERRITORY, null, List.of(small), all);
    assertThat(numbers(new ActivityReader(history.live, 0), epci))
        .as("the demonstration has what is to be kept back")
        .anyMatch(cell -> cell.base() > 0 && cell.base() < THRESHOLD);
    assertThat(numbers(reader, epci))
        .allMatch(cell -> cell.secret() || cell.base() == 0 || cell.base() >= THRESHOLD)
        .anyMatch(Cell::secret);
  }

  @Test
  void theActivityOfADeskIsItsOwnWorkAndTold() {
    long desk =
        Long.parseLong(
            one(
                "select desk_id from observed_active group by desk_id order by count(*), desk_id"
                    + " limit 1"));
    ActivityReader.Whose whose =
        new ActivityReader.Whose(ActivityLevel.DESK, desk, List.of(), history.departements());
    assertThat(numbers(new ActivityReader(history.live, Integer.MAX_VALUE), whose))
        .noneMatch(Cell::secret);
  }

  private static List<Cell> numbers(ActivityReader reader, ActivityReader.Whose whose) {
    return Stream.concat(
            Stream.of(reader.active(whose)),
            reader.count(whose, History.TODAY).stream()
                .flatMap(one -> Stream.of(one.today(), one.week(), one.month())))
        .toList();
  }

  @Test
  void oneNumberOfTheHomePageIsNotKeptBackAlone() {
    CounterReader reader = new CounterReader(history.live);
    List<Long> active =
        reader.count(history.departements(), History.TODAY, 0).byInterMunicipality().stream()
            .map(Counters.ByTerritory::active)
            .sorted()
            .toList();
    long smallest = active.stream().filter(number -> number > 0).findFirst().orElseThrow();
    assertThat(active.stream().filter(number -> number == smallest)).hasSize(1);
    // Just above the smallest: it alone is too small, and would be the rest of the sum.
    List<Counters.ByTerritory> told =
        reader
            .count(history.departements(), History.TODAY, (int) smallest + 1)
            .byInterMunicipality();
    assertThat(told.stream().filter(row -> row.active() == null)).hasSizeGreaterThan(1);
  }

  @Test
  void theListBehindAFigureSaysWhetherItGoesOn() {
    Question question = Question.of(Indicator.ACTIVE, When.NOW);
    BehindPage whole = behind(question, Integer.MAX_VALUE - 1);
    assertThat(whole.rows()).hasSize((int) whole.total());
    assertThat(whole.more()).isFalse();
    int all = whole.rows().size();
    assertThat(behind(question, all).more()).as("exactly as many as are shown").isFalse();
    BehindPage part = behind(question, all - 1);
    assertThat(part.more()).isTrue();
    assertThat(part.rows()).hasSize(all - 1);
  }

  @Test
  void whatIsCountedAndWhatIsAskedBothBindTheListBehind() {
    Question transfers = Question.of(Indicator.TRANSFERS, When.NOW);
    assertThat(behind(transfers, 1).total()).isPositive();
    assertThat(behind(transfers.where(Axis.TRANSFER, Set.of("NO")), 1).total()).isZero();
  }

  @Test
  void aNarrowerQuestionNeverCountsMore() {
    Question asked = Question.of(Indicator.ACTIVE, When.NOW).where(Axis.EPCI, Set.of("1", "2"));
    assertThat(asked.within(Axis.EPCI, Set.of("2", "3")).filters())
        .isEqualTo(Map.of(Axis.EPCI, Set.of("2")));
    assertThat(asked.within(Axis.TRANSFER, Set.of("YES")).filters())
        .containsEntry(Axis.TRANSFER, Set.of("YES"));
  }

  private BehindPage behind(Question question, int limit) {
    return new BehindReader(history.live, history.reference, History.TODAY)
        .page(
            question,
            history.departements(),
            new Scope(1, PartnerKind.FILE_MANAGER, true, history.departements(), List.of()),
            null,
            limit);
  }

  private String one(String sql) {
    return history.live.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }
}
