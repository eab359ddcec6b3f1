package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.partner.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads what surrounds a demand: its desk, its history, its proposals. */
public final class DemandFileReader {
  /** Most events that come with a file; {@link #events(long, DemandEventKind, int, int)} pages. */
  public static final int MOST_EVENTS = 200;

  private static final int MOST_PROPOSALS = 100;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public DemandFileReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The identity of a demand in scope, by its number or that of one merged into it; empty when
   * there is none for this caller.
   */
  public Optional<Long> idOf(String uniqueNumber, Scope scope) {
    Scope.Condition seen = scope.on("d");
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select d.id from demand d where d.id = surviving_demand(:number) and "
                        + seen.sql())
                .bind("number", uniqueNumber)
                .bindMap(seen.binds())
                .mapTo(Long.class)
                .findOne());
  }

  /** Code, name and partner of a desk. */
  public record Desk(
      String code, String name, String partner, String address, String municipality) {}

  /** The desk of this identity. */
  public Desk desk(long deskId) {
    return desks(List.of(deskId)).get(deskId);
  }

  /** The desks of these identities. */
  public Map<Long, Desk> desks(Collection<Long> deskIds) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select k.code, k.name, p.name as partner, k.address, m.name as municipality,"
                        + " k.id from registration_desk k join partner p on p.id = k.partner_id"
                        + " join municipality m on m.code = k.municipality_code where k.id ="
                        + " any(:ids)")
                .bindArray("ids", Long.class, deskIds)
                .reduceResultSet(
                    new HashMap<>(),
                    (found, row, context) -> {
                      found.put(
                          row.getLong("id"),
                          new Desk(
                              row.getString(1),
                              row.getString(2),
                              row.getString(3),
                              row.getString(4),
                              row.getString(5)));
                      return found;
                    }));
  }

  /** The latest events of a demand, latest first, {@value #MOST_EVENTS} at most. */
  public List<DemandFile.Event> events(long demandId) {
    return events(demandId, null, 0, MOST_EVENTS);
  }

  /** All events of a demand, latest first, however many. */
  public List<DemandFile.Event> allEvents(long demandId) {
    return events(demandId, null, 0, Integer.MAX_VALUE);
  }

  /**
   * A part of the events of a demand, latest first.
   *
   * @param kind only of this kind; null: of any
   */
  public List<DemandFile.Event> events(long demandId, DemandEventKind kind, int offset, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select e.kind, e.occurred_at, e.effective_on, a.given_name || ' ' || a.surname as agent,
                           p.name as partner, e.word_of, e.detail, e.changes
                    from demand_event e
                    left join agent a on a.id = e.agent_id
                    left join partner p on p.id = e.partner_id
                    where e.demand_id = :demand and (cast(:kind as text) is null or e.kind = :kind)
                    order by e.occurred_at desc, e.id desc limit :limit offset :offset
                    """)
                .bind("demand", demandId)
                .bind("kind", kind)
                .bind("limit", limit)
                .bind("offset", offset)
                .map(
                    (row, context) ->
                        new DemandFile.Event(
                            DemandEventKind.valueOf(row.getString("kind")),
                            instant(row.getObject("occurred_at", OffsetDateTime.class)),
                            row.getObject("effective_on", LocalDate.class),
                            row.getString("agent"),
                            row.getString("partner"),
                            row.getString("word_of") == null
                                ? null
                                : WordOf.valueOf(row.getString("word_of")),
                            row.getString("detail"),
                            FieldChange.read(row.getString("changes"))))
                .list());
  }

  /**
   * How many events a demand has.
   *
   * @param kind only of this kind; null: of any
   */
  public long eventCount(long demandId, DemandEventKind kind) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from demand_event where demand_id = :demand"
                        + " and (cast(:kind as text) is null or kind = :kind)")
                .bind("demand", demandId)
                .bind("kind", kind)
                .mapTo(Long.class)
                .one());
  }

  private static Instant instant(OffsetDateTime at) {
    return at.toInstant();
  }

  /**
   * The latest proposals made to a demand; of other partners only that they happened.
   *
   * @param deliberations whether the caller works on their partner's sessions; anybody else reads
   *     that a proposal is before a commission until its session is closed
   */
  public List<DemandFile.ProposalTrace> proposals(
      long demandId, long callerPartnerId, boolean deliberations) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select r.id, r.vacancy_id, p.name as landlord, p.id = :caller as mine, m.name as municipality,
                           w.dwelling_type, t.status, r.made_on, r.refusal_motive,
                           case when t.open or t.status <> 'ON_AGENDA' then r.reply_deadline end as reply_deadline
                    from proposal r
                    join vacancy v on v.id = r.vacancy_id
                    join dwelling w on w.id = v.dwelling_id
                    join municipality m on m.code = w.municipality_code
                    join partner p on p.id = w.landlord_id
                    cross join lateral (select p.id = :caller and :deliberations as open) x
                    cross join lateral (
                      select x.open, case when x.open then r.status else told_status(r) end as status) t
                    where r.demand_id = :demand order by r.made_on desc, r.id desc limit :most
                    """)
                .bind("demand", demandId)
                .bind("caller", callerPartnerId)
                .bind("deliberations", deliberations)
                .bind("most", MOST_PROPOSALS)
                .map(
                    (row, context) -> {
                      boolean mine = row.getBoolean("mine");
                      return new DemandFile.ProposalTrace(
                          mine ? row.getLong("id") : null,
                          mine ? row.getLong("vacancy_id") : null,
                          row.getString("landlord"),
                          row.getString("municipality"),
                          row.getString("dwelling_type"),
                          row.getString("status"),
                          row.getObject("made_on", LocalDate.class),
                          row.getObject("reply_deadline", LocalDate.class),
                          row.getString("refusal_motive"),
                          mine);
                    })
                .list());
  }
}
