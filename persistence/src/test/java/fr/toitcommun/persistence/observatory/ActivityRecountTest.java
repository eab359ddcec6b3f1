package fr.toitcommun.persistence.observatory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Activity, recounted one number at a time from what happened, and found by its index. */
class ActivityRecountTest {
  private static final Map<Indicator, String> EVENTS =
      Map.of(
          Indicator.REGISTERED, "REGISTERED",
          Indicator.RENEWALS, "RENEWED",
          Indicator.PROPOSED, "PROPOSED",
          Indicator.REFUSED, "PROPOSAL_REFUSED",
          Indicator.CANCELLED, "CANCELLED");

  private final History history = History.made();
  private final List<String> all = history.departements();

  /** 2 January: the week began last year, before the month and the year. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 2026-11-23, 2026-11-01, 2026-01-01",
    "2026-11-20, 2026-11-16, 2026-11-01, 2026-01-01",
    "2026-01-02, 2025-12-29, 2026-01-01, 2026-01-01",
    "2026-02-01, 2026-01-26, 2026-02-01, 2026-01-01"
  })
  void everyCounterIsWhatHappened(
      LocalDate today, LocalDate week, LocalDate month, LocalDate year) {
    String busiest =
        one(
            "select desk_id from demand d join demand_event e on e.demand_id = d.id where"
                + " e.effective_on between date '"
                + (week.isBefore(month) ? week : month)
                + "' and date '"
                + today
                + "' group by 1 order by count(*) desc, 1 limit 1");
    String partner =
        one(
            "select coalesce((select landlord_id from lease where cancelled_at is null and"
                + " signed_on between date '"
                + year
                + "' and date '"
                + today
                + "' group by 1 order by count(*) desc, 1 limit 1), 1)");
    List<String> epcis = List.of("244400404", "244900015");
    Viewer viewer =
        new Viewer(Long.valueOf(busiest), Long.valueOf(partner), epcis, List.of("44", "49"), all);
    long told = 0;
    for (ActivityLevel level : ActivityLevel.values()) {
      List<ActivityCounter> counters =
          new ActivityReader(LiveBase.in(history.live), viewer, 0).count(level, today);
      assertThat(counters).extracting(ActivityCounter::what).isEqualTo(ActivityReader.COUNTED);
      for (ActivityCounter counter : counters) {
        assertThat(Stream.of(counter.today(), counter.week(), counter.month()).map(Cell::base))
            .as("%s %s on %s", level, counter.what(), today)
            .containsExactly(
                recount(counter.what(), level, viewer, today, today),
                recount(counter.what(), level, viewer, week, today),
                recount(counter.what(), level, viewer, month, today));
        if (counter.what() == Indicator.SATISFIED) {
          assertThat(counter.year().base())
              .isEqualTo(recount(counter.what(), level, viewer, year, today));
        }
        told += counter.week().base() + counter.month().base();
      }
    }
    assertThat(told).isPositive();
  }

  private Long recount(
      Indicator what, ActivityLevel level, Viewer viewer, LocalDate from, LocalDate to) {
    boolean leases = what == Indicator.SATISFIED;
    String demand = "(select 1 from observed_demand o where o.demand_id = x.demand_id and ";
    String whose =
        switch (level) {
          case DESK -> "exists " + demand + "o.desk_id = " + viewer.desk() + ")";
          case PARTNER -> (leases ? "x.landlord_id = " : "x.partner_id = ") + viewer.partner();
          case TERRITORY ->
              leases
                  ? "x.departement_code in ('44', '49') and x.epci_siren in ('244400404',"
                      + " '244900015')"
                  : "exists "
                      + demand
                      + "o.departement_code in ('44', '49') and o.epci in ('244400404',"
                      + " '244900015'))";
          case DEPARTEMENTS ->
              leases
                  ? "x.departement_code in ('44', '49')"
                  : "exists " + demand + "o.departement_code in ('44', '49'))";
          case FILE -> "true";
        };
    return Long.valueOf(
        one(
            leases
                ? "select count(*) from lease x where x.cancelled_at is null and x.signed_on"
                    + " between date '%s' and date '%s' and %s".formatted(from, to, whose)
                : "select count(*) from demand_event x where x.kind = '%s' and x.effective_on"
                        .formatted(EVENTS.get(what))
                    + " between date '%s' and date '%s' and %s".formatted(from, to, whose)));
  }

  private String one(String sql) {
    return history.live.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).one());
  }

  @Test
  void inTheBaseTheDaysAskedForAreFoundByTheirIndex() {
    Viewer viewer = new Viewer(null, null, List.of(), List.of("44"), all);
    List<String> plan =
        history.live.inTransaction(
            handle -> {
              // In a small file reading all is cheaper; asked is whether the index can be used.
              handle.execute("set local enable_seqscan = off");
              return handle
                  .createQuery(
                      "explain "
                          + ActivityReader.statement(
                              new LiveBase.Tables(history.live, ""), viewer, History.TODAY))
                  .bind("desk", viewer.desk())
                  .bind("partner", viewer.partner())
                  .mapTo(String.class)
                  .list();
            });
    assertThat(plan)
        .anyMatch(line -> line.matches(".*Index Cond: .*\\bkind\\b.*effective_on >= .*"))
        .anyMatch(line -> line.matches(".*Index Cond: .*signed_on >= .*"));
  }
}
