package fr.toitcommun.persistence.observatory.quality;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.partner.AgentReader;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.reference.Reference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts, lists and past days tell the same of the same demands, over a demonstration. */
class QualityCounterTest {
  private static final LocalDate TODAY = TestDatabase.TODAY;
  private static final Instant NIGHT = Instant.parse("2026-11-23T01:00:00Z");

  private static Jdbi jdbi;
  private static QualityRules rules;

  @BeforeAll
  static void load() {
    jdbi = TestDatabase.loaded(1500, 29);
    rules = QualityRules.on(Reference.load(jdbi), TODAY);
    jdbi.useHandle(
        handle -> {
          // Found by chance, as rules in Java would find it.
          handle.execute(
              "insert into quality_look select id, departement_code, version, ?, case when id % 7 ="
                  + " 0 then '{TC-0809}'::text[] else '{}' end, id % 3, id % 2, id % 11 = 0 from"
                  + " demand where status = 'ACTIVE'",
              TODAY);
          handle.execute(
              "update demand set version = version + 1 where id % 5 = 0 and status = 'ACTIVE'");
          handle.execute(
              "insert into letter (demand_id, departement_code, kind, about, channel, asked_at,"
                  + " email_state, posted_on) select id, departement_code, 'UNREACHABLE_NOTICE', ?,"
                  + " 'POST', ?, 'FAILED', ?::date + (id % 3)::integer from demand where id % 50 ="
                  + " 0 and status = 'ACTIVE' on conflict do nothing",
              TODAY.minusDays(20), TODAY.minusDays(20).atStartOfDay(), TODAY.minusDays(1));
          handle.execute(
              "update demand set annual_income = 0 where id % 40 = 0 and status = 'ACTIVE'");
          handle.execute(
              "with opened as (insert into duplicate_set (departement_code, state, likelihood,"
                  + " reasons, found_at) values ('44', 'OPEN', 0.9, '{SAME_NAMES}', now())"
                  + " returning id) insert into duplicate_member select o.id, d.id from opened o,"
                  + " demand d where d.id % 90 = 0");
          handle.execute(
              "update proposal set status = 'LAPSED' where status = 'REFUSED' and demand_id in"
                  + " (select demand_id from proposal r join demand d on d.id = r.demand_id where"
                  + " r.status = 'REFUSED' and d.status = 'ACTIVE' group by demand_id having"
                  + " count(*) = 2)");
          handle.execute(
              "insert into person_name (demand_id, member_id, name_key, birth_date) select mine.id,"
                  + " theirs.member_id, theirs.name_key, theirs.birth_date from (select id,"
                  + " row_number() over (order by id) as n from demand where status = 'ACTIVE' and"
                  + " initial_deposit_date < ?) mine join (select n.*, row_number() over (order by"
                  + " n.demand_id) as n from person_name n join lease l using (demand_id)) theirs"
                  + " using (n) where n <= 9",
              TODAY.minusYears(3));
        });
  }

  @ParameterizedTest
  @EnumSource(QualityIndicator.class)
  void aCountIsASlowRecountOfOneDemandAfterTheOther(QualityIndicator indicator) {
    Set<Long> found = new HashSet<>();
    jdbi.useHandle(
        handle -> {
          for (Map<String, Object> d :
              handle.createQuery("select * from demand where status = 'ACTIVE'").mapToMap()) {
            if (SlowQuality.finds(handle, indicator, d, rules, TODAY)) {
              found.add((Long) d.get("id"));
            }
          }
        });
    assertThat(total(indicator.name())).isEqualTo(found.size());
    QualityPage list = page("gestionnaire", indicator, QualityFilter.NONE, null, 5000);
    assertThat(list.total()).isEqualTo(found.size());
    assertThat(list.rows().stream().map(row -> row.place().demandId()))
        .containsExactlyInAnyOrderElementsOf(found);
    assertThat(list.rows().stream().map(QualityRow::place))
        .isSortedAccordingTo(
            Comparator.comparing(DueCursor::day).thenComparing(DueCursor::demandId));
  }

  @Test
  void everyIndicatorIsTriedOnSomething() {
    assertThat(Arrays.stream(QualityIndicator.values()).filter(one -> total(one.name()) == 0))
        .isEmpty();
  }

  @Test
  void theDeskIsPartOfTheFile() {
    List<QualityCount> file = file();
    long desk = file.get(0).deskId();
    assertThat(
            jdbi.<List<QualityCount>, RuntimeException>withHandle(
                handle -> new QualityCounter(handle, rules).desk(desk, TODAY)))
        .containsExactlyInAnyOrderElementsOf(
            file.stream().filter(one -> one.deskId() == desk).toList());
  }

  @Test
  void byKeyEveryDemandIsMetOnce() {
    QualityIndicator indicator = QualityIndicator.FORM_INCOMPLETE;
    List<QualityRow> whole = page("gestionnaire", indicator, QualityFilter.NONE, null, 5000).rows();
    List<QualityRow> met = new ArrayList<>();
    DueCursor at = null;
    do {
      QualityPage next = page("gestionnaire", indicator, QualityFilter.NONE, at, 37);
      assertThat(next.rows()).hasSizeBetween(1, 37);
      met.addAll(next.rows());
      at = next.next();
    } while (at != null);
    assertThat(met).isEqualTo(whole).isNotEmpty();
  }

  @Test
  void aPartThatIsFullAndTheLastLeadsNowhere() {
    QualityIndicator indicator = QualityIndicator.FORM_INCOMPLETE;
    int all = (int) page("gestionnaire", indicator, QualityFilter.NONE, null, 1).total();
    assertThat(page("gestionnaire", indicator, QualityFilter.NONE, null, all).next()).isNull();
    assertThat(page("gestionnaire", indicator, QualityFilter.NONE, null, all - 1).next())
        .isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"adil.44", "commune.sans-guichet"})
  void R_441_2_6_whoSeesStatisticsOnlyIsListedNothing(String login) {
    for (QualityIndicator one : QualityIndicator.values()) {
      assertThat(page(login, one, QualityFilter.NONE, null, 10).total()).as(one.name()).isZero();
    }
  }

  @Test
  void R_441_2_6_aMunicipalityIsListedItsOwnScopeAndAFilterNarrowsIt() {
    QualityIndicator one = QualityIndicator.FORM_INCOMPLETE;
    long all = page("gestionnaire", one, QualityFilter.NONE, null, 1).total();
    QualityPage town = page("commune.saint-nazaire", one, QualityFilter.NONE, null, 5000);
    assertThat(town.total()).isPositive().isLessThan(all);
    long in44 = page("gestionnaire", one, new QualityFilter("44", null, null), null, 1).total();
    assertThat(in44)
        .isEqualTo(
            number(
                "select count(*) from demand where status = 'ACTIVE' and not complete and"
                    + " departement_code = '44'"));
    long desk = number("select desk_id from agent where login = 'guichet.nantes'");
    long partner = number("select partner_id from agent where login = 'guichet.nantes'");
    long ofDesk = page("gestionnaire", one, new QualityFilter(null, null, desk), null, 1).total();
    long ofPartner =
        page("gestionnaire", one, new QualityFilter(null, partner, null), null, 1).total();
    assertThat(ofDesk).isPositive().isLessThanOrEqualTo(ofPartner);
    assertThat(ofPartner).isLessThan(in44);
  }

  @Test
  void aNightKeepsWhatItCountsAndMonthsBeforeAreWorkedOutFromDates() {
    jdbi.useTransaction(
        handle -> {
          QualityDays days = new QualityDays(handle);
          QualityCounter counter = new QualityCounter(handle, rules);
          assertThat(days.latest()).isEmpty();
          List<String> departements =
              handle.createQuery("select code from departement").mapTo(String.class).list();
          departements.forEach(one -> counter.keep(one, TODAY));
          // A day that was not counted to its end does not count.
          assertThat(days.latest()).isEmpty();
          days.counted(TODAY, false, NIGHT);
          assertThat(days.counts(TODAY)).containsExactlyInAnyOrderElementsOf(file());
          List<LocalDate> past = days.uncounted(TODAY);
          assertThat(past)
              .hasSize(12)
              .startsWith(LocalDate.of(2025, 11, 30))
              .endsWith(LocalDate.of(2026, 10, 31));
          for (LocalDate day : past) {
            departements.forEach(one -> counter.derive(one, day));
            days.counted(day, true, NIGHT);
          }
          assertThat(days.uncounted(TODAY)).isEmpty();
          assertThat(days.latest().orElseThrow().day()).isEqualTo(TODAY);
          assertThat(days.months(TODAY)).hasSize(13).endsWith(days.latest().orElseThrow());
          LocalDate june = LocalDate.of(2026, 6, 30);
          Map<String, Integer> told =
              days.series(List.of(june), departements, QualityFilter.NONE, List.of()).stream()
                  .collect(
                      Collectors.toMap(
                          QualityDays.Number::indicator, QualityDays.Number::number, Integer::sum));
          assertThat(told)
              .containsEntry(
                  QualityCount.ACTIVE,
                  (int)
                      number(
                          "select count(*) from demand where registered_at < '2026-07-01"
                              + " 00:00:00+02' and (cancelled_on is null or cancelled_on >"
                              + " '2026-06-30')"));
          assertThat(told.keySet())
              .contains("ENTRY_LATE", "REFUSALS", "UNCHANGED")
              .doesNotContain("INCOME_MISSING", "LAPSED");
          assertThat(told.get("REFUSALS"))
              .isEqualTo(
                  (int)
                      number(
                          "select count(*) from demand d where registered_at < '2026-07-01"
                              + " 00:00:00+02' and (cancelled_on is null or cancelled_on >"
                              + " '2026-06-30') and (select count(*) from proposal r where"
                              + " r.demand_id = d.id and status = 'REFUSED' and closed_on <="
                              + " '2026-06-30') >= 3"));
          handle.rollback();
        });
  }

  @Test
  void onlyTheLastDayOfAMonthIsKeptForLong() {
    jdbi.useTransaction(
        handle -> {
          QualityDays days = new QualityDays(handle);
          for (String day : List.of("2025-08-30", "2025-08-31", "2025-09-29", "2025-10-23")) {
            days.counted(LocalDate.parse(day), false, NIGHT);
            new QualityCounter(handle, rules).keep("44", LocalDate.parse(day));
          }
          assertThat(days.prune(LocalDate.of(2025, 10, 23))).isPositive();
          assertThat(
                  handle
                      .createQuery("select day from quality_day order by 1")
                      .mapTo(LocalDate.class))
              .map(LocalDate::toString)
              .containsExactly("2025-08-31", "2025-09-29", "2025-10-23");
          assertThat(days.counts(LocalDate.parse("2025-08-30"))).isEmpty();
          assertThat(days.counts(LocalDate.parse("2025-08-31"))).isNotEmpty();
          handle.rollback();
        });
  }

  private static int total(String indicator) {
    return file().stream()
        .filter(one -> one.indicator().equals(indicator))
        .mapToInt(QualityCount::number)
        .sum();
  }

  private static List<QualityCount> file() {
    return jdbi.withHandle(handle -> new QualityCounter(handle, rules).file(TODAY));
  }

  private static QualityPage page(
      String login, QualityIndicator indicator, QualityFilter filter, DueCursor after, int limit) {
    Scope scope = new AgentReader(jdbi).find(login).orElseThrow().scope();
    return jdbi.withHandle(
        handle ->
            new QualityListReader(handle, scope, rules)
                .page(indicator, filter, TODAY, after, limit));
  }

  private static long number(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
