package fr.toitcommun.persistence.observatory.quality;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.partner.AgentProfile;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.reference.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No number that is kept secret can be worked out from others that are told (R.441-2-6). */
class QualitySecrecyTest {
  private static final LocalDate TODAY = TestDatabase.TODAY;

  private static Jdbi jdbi;
  private static Map<String, String> names;

  /** A number told: of which day and which demands, those of a département and of one's desks. */
  private record Told(LocalDate day, Set<String> whose, Integer active, Integer found) {}

  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(1500, 31);
    names = Reference.load(jdbi).departements();
    QualityRules rules = QualityRules.on(Reference.load(jdbi), TODAY);
    jdbi.useHandle(
        handle -> {
          // One who sees statistics only, and a town that registers, of two départements each.
          handle.execute(
              "insert into partner_territory (partner_id, level, code) select distinct"
                  + " a.partner_id, 'DEPARTEMENT', d.code from agent a cross join (select"
                  + " departement_code as code from demand where departement_code <> '44' group by"
                  + " 1 order by count(*) limit 1) d where a.login in ('adil.44',"
                  + " 'commune.saint-nazaire') on conflict do nothing");
          QualityCounter counter = new QualityCounter(handle, rules);
          QualityDays days = new QualityDays(handle);
          names.keySet().forEach(one -> counter.keep(one, TODAY));
          days.counted(TODAY, false, Instant.now());
          for (LocalDate day : days.uncounted(TODAY)) {
            names.keySet().forEach(one -> counter.derive(one, day));
            days.counted(day, true, Instant.now());
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "adil.44,11",
    "adil.44,40",
    "commune.saint-nazaire,11",
    "commune.saint-nazaire,40",
    "commune.sans-guichet,11"
  })
  void noDifferenceOfTwoFiguresTellsAFew(String login, int threshold) {
    AgentProfile agent = new AgentReader(jdbi).find(login).orElseThrow();
    assertThat(QualityViewReader.seesEach(agent)).isFalse();
    List<QualityFilter> filters = new ArrayList<>(List.of(QualityFilter.NONE));
    agent.scope().departements().forEach(one -> filters.add(new QualityFilter(one, null, null)));
    if (agent.scope().registering()) {
      filters.add(new QualityFilter(null, agent.partnerId(), null));
    }
    Map<QualityFilter, QualityView> views =
        filters.stream().collect(Collectors.toMap(one -> one, one -> view(agent, threshold, one)));
    int found = 0;
    int others = 0;
    int active = 0;
    for (QualityIndicator indicator : QualityIndicator.values()) {
      List<Told> told = new ArrayList<>();
      views.forEach((filter, view) -> told.addAll(told(agent, filter, view, indicator)));
      for (Told whole : told) {
        for (Told part : told) {
          if (whole.day().equals(part.day())
              && !whole.whose().equals(part.whose())
              && whole.whose().containsAll(part.whose())) {
            found += few(threshold, indicator + " " + whole + part, whole.found(), part.found());
            others +=
                few(threshold, indicator + " others " + whole + part, others(whole), others(part));
            active += few(threshold, "active " + whole + part, whole.active(), part.active());
          }
        }
      }
    }
    // Pairs of which both are told: of what is kept back no difference is made.
    assertThat(found).as("found").isPositive();
    assertThat(others).as("others").isPositive();
    assertThat(active).as("active").isPositive();
    assertThat(views.get(QualityFilter.NONE).masked()).isTrue();
  }

  private static Integer others(Told told) {
    return told.active() == null || told.found() == null ? null : told.active() - told.found();
  }

  /** How many pairs were compared: one, or none where one of the two is kept back. */
  private static int few(int threshold, String what, Integer whole, Integer part) {
    if (whole == null || part == null) {
      return 0;
    }
    assertThat(whole - part)
        .as(what)
        .satisfiesAnyOf(
            left -> assertThat(left).isZero(),
            left -> assertThat(left).isGreaterThanOrEqualTo(threshold));
    return 1;
  }

  private static List<Told> told(
      AgentProfile agent, QualityFilter filter, QualityView view, QualityIndicator indicator) {
    Set<String> territory = new HashSet<>();
    agent.scope().departements().forEach(one -> territory.addAll(Set.of(one, "own " + one)));
    Set<String> own =
        territory.stream().filter(one -> one.startsWith("own ")).collect(Collectors.toSet());
    Set<String> here =
        filter.partnerId() != null
            ? own
            : filter.departement() != null
                ? Set.of(filter.departement(), "own " + filter.departement())
                : territory;
    Set<String> file = new HashSet<>(territory);
    names.keySet().forEach(one -> file.addAll(Set.of(one, "own " + one)));
    List<Told> told = new ArrayList<>();
    told.add(told(view.day(), here, view.here(), indicator));
    told.add(told(view.day(), file, view.file(), indicator));
    view.months().forEach(one -> told.add(told(one.day(), here, one.sum(), indicator)));
    if (view.linesAre() == QualityView.LinesAre.DEPARTEMENTS) {
      view.lines()
          .forEach(
              line ->
                  told.add(
                      told(
                          view.day(),
                          Set.of(line.code(), "own " + line.code()),
                          line.sum(),
                          indicator)));
    }
    return told;
  }

  private static Told told(
      LocalDate day, Set<String> whose, QualityView.Sum sum, QualityIndicator indicator) {
    return new Told(day, whose, sum.active(), sum.cells().get(indicator).number());
  }

  private static QualityView view(AgentProfile agent, int threshold, QualityFilter filter) {
    return jdbi.withHandle(
        handle ->
            new QualityViewReader(
                    handle, agent, QualityRules.on(Reference.load(jdbi), TODAY), threshold)
                .view(filter, names, TODAY)
                .orElseThrow());
  }
}
