package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Live counters and the list behind a figure: what is kept back, and where a list ends. */
class CountersTest {
  private static final int THRESHOLD = 11;

  private final History history = History.made();

  @Test
  void theActivityOfATerritoryKeepsBackWhatStandsForTooFew() {
    Viewer small = viewer(null, null, List.of(smallestEpci()));
    assertThat(numbers(small, ActivityLevel.TERRITORY, 0))
        .as("the demonstration has what is to be kept back")
        .anyMatch(cell -> cell.base() > 0 && cell.base() < THRESHOLD);
    assertThat(numbers(small, ActivityLevel.TERRITORY, THRESHOLD))
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
    assertThat(numbers(viewer(desk, null, List.of()), ActivityLevel.DESK, Integer.MAX_VALUE))
        .noneMatch(Cell::secret);
  }

  /** The file less all of it but an EPCI is that EPCI; a territory less its one desk the others. */
  @Test
  void noLevelLessAnotherIsANumberTooSmall() {
    String small = smallestEpci();
    List<String> others =
        history.live.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select distinct epci from observed_active where epci is not null and epci"
                            + " <> ?")
                    .bind(0, small)
                    .mapTo(String.class)
                    .list());
    long desk =
        Long.parseLong(
            one(
                "select desk_id from observed_active group by desk_id order by count(*) desc,"
                    + " desk_id limit 1"));
    int differences = 0;
    for (Viewer viewer :
        List.of(
            viewer(null, null, others),
            viewer(desk, null, List.of()),
            viewer(desk, null, List.of(small)),
            viewer(null, null, List.of(small)))) {
      for (int threshold : new int[] {THRESHOLD, 60, 400}) {
        List<Cell> territory = numbers(viewer, ActivityLevel.TERRITORY, threshold);
        List<Cell> file = numbers(viewer, ActivityLevel.FILE, threshold);
        for (int i = 0; i < file.size(); i++) {
          if (!territory.get(i).secret() && !file.get(i).secret()) {
            long difference = file.get(i).base() - territory.get(i).base();
            if (viewer.desk() == null) {
              assertThat(difference)
                  .as("%s of %s below %s", i, viewer, threshold)
                  .matches(left -> left == 0 || left >= threshold);
            }
            differences++;
          }
        }
      }
    }
    assertThat(differences).isPositive();
    Viewer most = viewer(desk, null, List.of());
    long own = numbers(most, ActivityLevel.DESK, 0).get(0).base();
    long all = numbers(most, ActivityLevel.FILE, 0).get(0).base();
    assertThat(all - own).isPositive();
    int above = (int) (all - own) + 1;
    assertThat(all).as("large enough to be told by itself").isGreaterThanOrEqualTo(above);
    assertThat(numbers(most, ActivityLevel.FILE, above).get(0).secret()).isTrue();
    assertThat(numbers(most, ActivityLevel.FILE, above - 1).get(0).secret()).isFalse();
  }

  private String smallestEpci() {
    return one(
        "select epci from observed_active where epci is not null group by epci order by"
            + " count(*), epci limit 1");
  }

  private Viewer viewer(Long desk, Long partner, List<String> epcis) {
    return new Viewer(desk, partner, epcis, history.departements(), history.departements());
  }

  private List<Cell> numbers(Viewer viewer, ActivityLevel level, int threshold) {
    return Stream.concat(
            Stream.of(
                new StandingReader(LiveBase.in(history.live), viewer, threshold)
                    .at(level)
                    .active()),
            new ActivityReader(LiveBase.in(history.live), viewer, threshold)
                .count(level, History.TODAY).stream()
                    .flatMap(one -> Stream.of(one.today(), one.week(), one.month())))
        .toList();
  }

  private Counters counters(int threshold) {
    return new CounterReader(
            Reference.load(history.live),
            LiveBase.in(history.live),
            viewer(null, null, List.of()),
            threshold)
        .count(History.TODAY);
  }

  @Test
  void theHomePageTellsWhatTheActivityPageTells() {
    Counters told = counters(THRESHOLD);
    List<ActivityCounter> activity =
        new ActivityReader(LiveBase.in(history.live), viewer(null, null, List.of()), THRESHOLD)
            .count(ActivityLevel.FILE, History.TODAY);
    assertThat(told.registeredToday()).isEqualTo(activity.get(0).today().base());
    assertThat(told.registeredThisMonth()).isEqualTo(activity.get(0).month().base());
    assertThat(told.renewedThisMonth()).isEqualTo(activity.get(1).month().base());
    assertThat(told.cancelledThisMonth()).isEqualTo(activity.get(2).month().base());
    assertThat(told.satisfiedThisMonth()).isEqualTo(activity.get(3).month().base());
    Counters none = counters(Integer.MAX_VALUE);
    assertThat(none.active()).isNull();
    assertThat(none.transfers()).isNull();
    assertThat(none.registeredThisMonth()).isNull();
    assertThat(none.satisfiedThisYear()).isNull();
    assertThat(none.openProposals()).isNull();
  }

  @Test
  void theLinesOfTheHomePageComeToTheWholeAboveThem() {
    Counters all = counters(0);
    assertThat(
            all.elsewhere().active()
                + all.byInterMunicipality().stream().mapToLong(Counters.ByTerritory::active).sum())
        .isEqualTo(all.active());
    assertThat(
            all.elsewhere().satisfiedThisYear()
                + all.byInterMunicipality().stream()
                    .mapToLong(Counters.ByTerritory::satisfiedThisYear)
                    .sum())
        .isEqualTo(all.satisfiedThisYear());
  }

  @Test
  void oneNumberOfTheHomePageIsNotKeptBackAlone() {
    List<Long> active =
        Stream.concat(
                counters(0).byInterMunicipality().stream(), Stream.of(counters(0).elsewhere()))
            .map(Counters.ByTerritory::active)
            .sorted()
            .toList();
    long smallest = active.stream().filter(number -> number > 0).findFirst().orElseThrow();
    assertThat(active.stream().filter(number -> number == smallest)).hasSize(1);
    // Just above the smallest: it alone is too small, and would be the rest of the sum.
    Counters told = counters((int) smallest + 1);
    assertThat(
            Stream.concat(told.byInterMunicipality().stream(), Stream.of(told.elsewhere()))
                .filter(row -> row.active() == null))
        .hasSizeGreaterThan(1);
    assertThat(told.active()).isNotNull();
    assertThat(told.byInterMunicipality())
        .as("those kept back stand last")
        .isSortedAccordingTo(
            Comparator.comparing((Counters.ByTerritory row) -> row.active() == null));
  }

  @Test
  void whatStandsOfADeskAndOfAPartnerIsWhatTheyRegistered() {
    String most = "select %1$s from observed_active group by 1 order by count(*) desc, 1 limit 1";
    String those = "select count(*) from observed_active where %s = %s";
    String desk = one(most.formatted("desk_id"));
    String partner = one(most.formatted("partner_id"));
    StandingReader reader =
        new StandingReader(
            LiveBase.in(history.live),
            viewer(Long.valueOf(desk), Long.valueOf(partner), List.of()),
            0);
    assertThat(reader.at(ActivityLevel.DESK).active().base())
        .isEqualTo(Long.valueOf(one(those.formatted("desk_id", desk))));
    assertThat(reader.at(ActivityLevel.PARTNER).active().base())
        .isEqualTo(Long.valueOf(one(those.formatted("partner_id", partner))));
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
  void theListBehindAMunicipalityHasThoseWhoWishedItByItsFormerCode() {
    Jdbi own = TestDatabase.loaded(500, 3);
    own.useHandle(
        handle ->
            handle.execute(
                "update observed_active set place = '49069', places = array['49069'] where"
                    + " demand_id in (select min(demand_id) from observed_active)"));
    MunicipalityMergers mergers = Reference.load(own).mergers();
    assertThat(mergers.codeOn("49069", History.TODAY)).isEqualTo("49126");
    Question question =
        Question.of(Indicator.ACTIVE, When.NOW).where(Axis.MUNICIPALITY, Set.of("49126"));
    Observed observed =
        new Observed(
            new LiveStore(LiveBase.in(own), history.reference, History.TODAY),
            tally -> List.of(),
            List.of(),
            mergers,
            History.TODAY,
            3,
            12);
    double told =
        new IndicatorReader(observed, DwellingNumbers.of(Reference.load(own)), history.labels(), 0)
            .answer(question, history.departements())
            .figure()
            .value();
    assertThat(told).isPositive();
    assertThat(behind(own, question, 1).total()).isEqualTo((long) told);
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
    return behind(history.live, question, limit);
  }

  private BehindPage behind(Jdbi live, Question question, int limit) {
    return new BehindReader(live, history.reference, History.TODAY)
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
