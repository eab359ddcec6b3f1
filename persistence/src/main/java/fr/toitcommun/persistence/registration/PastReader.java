package fr.toitcommun.persistence.registration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells how a demand stood on a past day: its form with all later changes taken back, its life as
 * its events tell it.
 */
public final class PastReader {
  private final Jdbi jdbi;

  /** Reads from this database. */
  public PastReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record LifeEvent(DemandEventKind kind, LocalDate on, String detail) {}

  /**
   * The demand as it stood at the end of that day.
   *
   * @param zone where days begin and end
   * @throws RefusedInput when the day is not between the deposit and today
   */
  public PastDemand on(
      Demand demand, LocalDate day, LocalDate today, ZoneId zone, DemandCalendar calendar) {
    if (day == null) {
      throw RefusedInput.at("on", "REQUIRED");
    }
    if (day.isBefore(demand.initialDepositDate()) || day.isAfter(today)) {
      throw RefusedInput.at("on", "DATE_OUT_OF_RANGE", demand.initialDepositDate(), today);
    }
    DemandForm now = demand.form();
    Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
    DemandForm then = FieldChange.undone(now, changesSince(demand.id(), end));
    DemandStatus status = DemandStatus.ACTIVE;
    CancellationReason reason = null;
    LocalDate renewed = null;
    for (LifeEvent event : life(demand.id(), day)) {
      if (event.kind() == DemandEventKind.CANCELLED || event.kind() == DemandEventKind.HOUSED) {
        status = DemandStatus.CANCELLED;
        reason =
            event.kind() == DemandEventKind.HOUSED
                ? CancellationReason.RADATT
                : CancellationReason.valueOf(event.detail().split(" ")[0]);
      } else {
        status = DemandStatus.ACTIVE;
        reason = null;
        renewed = event.on();
      }
    }
    return new PastDemand(
        demand.uniqueNumber().value(),
        day,
        status,
        reason,
        demand.initialDepositDate(),
        renewed,
        calendar.validUntil(renewed == null ? demand.initialDepositDate() : renewed),
        then,
        FieldChange.between(then, now));
  }

  private List<FieldChange> changesSince(long demandId, Instant end) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select changes from demand_event where demand_id = :demand and occurred_at >="
                        + " :end and changes is not null order by occurred_at desc, id desc")
                .bind("demand", demandId)
                .bind("end", end.atOffset(ZoneOffset.UTC))
                .mapTo(String.class)
                .stream()
                .flatMap(json -> FieldChange.read(json).stream())
                .toList());
  }

  private List<LifeEvent> life(long demandId, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select kind, effective_on, detail from demand_event
                    where demand_id = :demand and effective_on <= :day
                      and kind in ('RENEWED', 'CANCELLED', 'HOUSED', 'REINSTATED')
                    order by effective_on, occurred_at, id
                    """)
                .bind("demand", demandId)
                .bind("day", day)
                .map(
                    (row, context) ->
                        new LifeEvent(
                            DemandEventKind.valueOf(row.getString("kind")),
                            row.getObject("effective_on", LocalDate.class),
                            row.getString("detail")))
                .list());
  }
}
