package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.registration.dossier.Dossier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
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

  private record LifeEvent(DemandEventKind kind, LocalDate on, String detail, Standing after) {}

  /**
   * Beside the demand itself, what was there on that day.
   *
   * @param documents see {@link PastDemand#documents}
   * @param complement see {@link PastDemand#complement}
   */
  public record Beside(List<Dossier.Document> documents, PastComplement complement) {}

  /** The moment at which a day is over. */
  public static Instant end(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant();
  }

  /**
   * The demand as it stood at the end of that day.
   *
   * @param zone where days begin and end
   * @throws RefusedInput when the day is not between the deposit and today; for a demand born of a
   *     separation, not since it
   */
  public PastDemand on(
      Demand demand,
      LocalDate day,
      LocalDate today,
      ZoneId zone,
      DemandCalendar calendar,
      Beside beside) {
    LocalDate deposit = ownDeposit(demand);
    LocalDate first = separatedOn(demand.id()).orElse(deposit);
    if (day.isBefore(first) || day.isAfter(today)) {
      throw RefusedInput.at("on", "DATE_OUT_OF_RANGE", first, today);
    }
    DemandForm now = demand.form();
    DemandForm then = FieldChange.undone(now, changesSince(demand.id(), end(day, zone)));
    DemandStatus status = DemandStatus.ACTIVE;
    CancellationReason reason = null;
    Standing standing = new Standing(deposit, null, calendar.validUntil(deposit));
    for (LifeEvent event : life(demand.id(), day)) {
      if (event.kind() == DemandEventKind.CANCELLED || event.kind() == DemandEventKind.HOUSED) {
        status = DemandStatus.CANCELLED;
        reason =
            event.kind() == DemandEventKind.HOUSED
                ? CancellationReason.RADATT
                : CancellationReason.valueOf(event.detail().split(" ")[0]);
      } else if (event.kind() == DemandEventKind.LEASE_CANCELLED) {
        status = DemandStatus.ACTIVE;
        reason = null;
      } else if (event.after() != null) {
        standing = event.after();
      } else {
        status = DemandStatus.ACTIVE;
        reason = null;
        standing = new Standing(standing.deposit(), event.on(), calendar.validUntil(event.on()));
      }
    }
    return new PastDemand(
        demand.uniqueNumber().value(),
        day,
        status,
        reason,
        standing.deposit(),
        standing.renewal(),
        standing.validUntil(),
        status == DemandStatus.ACTIVE && standing.validUntil().isBefore(day),
        then,
        FieldChange.between(then, now),
        beside.documents(),
        beside.complement());
  }

  /** Its deposit before any merging gave it an older one. */
  private LocalDate ownDeposit(Demand demand) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select deposit_before from demand_merge where survivor_id = :demand"
                            + " order by merged_at, id limit 1")
                    .bind("demand", demand.id())
                    .mapTo(LocalDate.class)
                    .findOne())
        .orElse(demand.initialDepositDate());
  }

  /** When it was born of a separation; it has no earlier day of its own. */
  private Optional<LocalDate> separatedOn(long demandId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select effective_on from demand_event where demand_id = :demand and kind ="
                        + " 'SEPARATED' and deposit_after is not null")
                .bind("demand", demandId)
                .mapTo(LocalDate.class)
                .findFirst());
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
                    select kind, effective_on, detail, deposit_after, renewal_after, valid_after
                    from demand_event
                    where demand_id = :demand and effective_on <= :day
                      and (kind in ('RENEWED', 'CANCELLED', 'HOUSED', 'LEASE_CANCELLED', 'REINSTATED') or deposit_after is not null)
                    order by occurred_at, effective_on, id
                    """)
                .bind("demand", demandId)
                .bind("day", day)
                .map(
                    (row, context) ->
                        new LifeEvent(
                            DemandEventKind.valueOf(row.getString("kind")),
                            row.getObject("effective_on", LocalDate.class),
                            row.getString("detail"),
                            standing(row)))
                .list());
  }

  private static Standing standing(ResultSet row) throws SQLException {
    LocalDate deposit = row.getObject("deposit_after", LocalDate.class);
    return deposit == null
        ? null
        : new Standing(
            deposit,
            row.getObject("renewal_after", LocalDate.class),
            row.getObject("valid_after", LocalDate.class));
  }
}
