package fr.toitcommun.persistence.observatory;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Counts activity, live, by the same facts as the indicators of the observatory. What stands for
 * too few is kept back, as in every figure of a territory; the activity of a desk or a partner is
 * told as it is: it is shown to that desk or partner alone, which did it and has the demands before
 * it by name.
 */
public final class ActivityReader {
  /** What is counted, in the order it is shown. */
  public static final List<Indicator> COUNTED =
      List.of(
          Indicator.REGISTERED,
          Indicator.RENEWALS,
          Indicator.CANCELLED,
          Indicator.SATISFIED,
          Indicator.PROPOSED,
          Indicator.REFUSED);

  private static final String EVENTS =
      """
      select e.kind,
        count(*) filter (where e.effective_on = :today) as today,
        count(*) filter (where e.effective_on >= :week) as week,
        count(*) filter (where e.effective_on >= :month) as month
      from %s e
      where e.kind in ('REGISTERED', 'RENEWED', 'CANCELLED', 'PROPOSED', 'PROPOSAL_REFUSED')
        and e.effective_on between least(:week, :month) and :today and e.departement_code = any(:departements) %s
      group by e.kind
      """;
  private static final String LEASES =
      """
      select 'HOUSED' as kind,
        count(*) filter (where l.signed_on = :today) as today,
        count(*) filter (where l.signed_on >= :week) as week,
        count(*) filter (where l.signed_on >= :month) as month
      from lease l
      where l.cancelled_at is null and l.signed_on between least(:week, :month) and :today
        and l.departement_code = any(:departements) %s
      """;

  private static final Cell NONE = new Cell(0.0, 0L, false);

  private final Jdbi jdbi;
  private final Secrecy secrecy;

  /**
   * Counts in this database.
   *
   * @param threshold numbers from 1 to below this are kept back of territories; 0: none is
   */
  public ActivityReader(Jdbi jdbi, int threshold) {
    this.jdbi = jdbi;
    this.secrecy = new Secrecy(threshold);
  }

  /**
   * Whose activity.
   *
   * @param id of the desk or the partner; null at the other levels
   * @param epcis of a territory smaller than its départements; empty: the départements as a whole
   */
  public record Whose(ActivityLevel level, Long id, List<String> epcis, List<String> departements) {
    private boolean isOwn() {
      return level == ActivityLevel.DESK || level == ActivityLevel.PARTNER;
    }
  }

  /** The counters as of today, in the order of {@link #COUNTED}. */
  public List<ActivityCounter> count(Whose whose, LocalDate today) {
    Map<String, ActivityCounter> counted =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        EVENTS.formatted(FactRows.EVENTS, condition(whose, "e"))
                            + " union all "
                            + LEASES.formatted(condition(whose, "l")))
                    .bind("today", today)
                    .bind("week", today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                    .bind("month", today.withDayOfMonth(1))
                    .bind("id", whose.id())
                    .bindArray("departements", String.class, whose.departements())
                    .bindArray("epcis", String.class, whose.epcis())
                    .map(
                        (row, context) ->
                            Map.entry(
                                row.getString("kind"),
                                new ActivityCounter(
                                    indicator(row.getString("kind")),
                                    cell(whose, row.getLong("today")),
                                    cell(whose, row.getLong("week")),
                                    cell(whose, row.getLong("month")))))
                    .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    Map<Indicator, ActivityCounter> byIndicator =
        counted.values().stream()
            .collect(Collectors.toMap(ActivityCounter::what, counter -> counter));
    return COUNTED.stream()
        .map(what -> byIndicator.getOrDefault(what, new ActivityCounter(what, NONE, NONE, NONE)))
        .toList();
  }

  /** The demands in the file. */
  public Cell active(Whose whose) {
    String of =
        switch (whose.level()) {
          case DESK -> " and o.desk_id = :id";
          case PARTNER -> " and o.partner_id = :id";
          case TERRITORY ->
              whose.epcis().isEmpty() ? "" : " and o.epci = any(cast(:epcis as varchar[]))";
          case FILE -> "";
        };
    long count =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select count(*) from observed_active o where o.departement_code ="
                            + " any(:departements)"
                            + of)
                    .bind("id", whose.id())
                    .bindArray("departements", String.class, whose.departements())
                    .bindArray("epcis", String.class, whose.epcis())
                    .mapTo(Long.class)
                    .one());
    return cell(whose, count);
  }

  private Cell cell(Whose whose, long count) {
    return !whose.isOwn() && secrecy.keepsBack(count)
        ? Cell.SECRET
        : new Cell((double) count, count, false);
  }

  private static String condition(Whose whose, String alias) {
    boolean lease = alias.equals("l");
    return switch (whose.level()) {
      case DESK ->
          "and exists (select 1 from demand d where d.id = "
              + alias
              + ".demand_id and d.desk_id = :id)";
      case PARTNER -> lease ? "and l.landlord_id = :id" : "and e.partner_id = :id";
      case TERRITORY ->
          whose.epcis().isEmpty()
              ? ""
              : lease
                  ? "and l.epci_siren = any(:epcis)"
                  : "and exists (select 1 from observed_demand o where o.demand_id = e.demand_id"
                      + " and o.epci = any(cast(:epcis as varchar[])))";
      case FILE -> "";
    };
  }

  private static Indicator indicator(String kind) {
    Fact fact = Fact.ofEvent(kind).orElseThrow();
    return COUNTED.stream().filter(one -> one.part().fact() == fact).findFirst().orElseThrow();
  }
}
