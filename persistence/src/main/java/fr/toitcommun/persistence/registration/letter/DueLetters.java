package fr.toitcommun.persistence.registration.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Letters that are owed and not made yet: drops what has lost its object, locks whom the others are
 * about, then the letters. Two at once share them out.
 */
public final class DueLetters {
  /** Whether a letter can be sent to the address of a demand. */
  static final String HAS_ADDRESS =
      "(coalesce(btrim(d.address_line), '') <> '' and (coalesce(btrim(d.city), '') <> '' or"
          + " d.municipality_code is not null))";

  /**
   * Whether an offer no longer stands, its last day to answer is over, or the decision that
   * followed it is told otherwise.
   */
  private static final String OFFER_GONE =
      """
      not exists (select 1 from proposal r where r.id = l.proposal_id and r.accepted_on is null
        and (r.reply_deadline is null or r.reply_deadline >= :today)
        and case when l.candidate_id is null then r.status in ('OPEN', 'ON_AGENDA')
                 else r.status in ('ALLOCATED', 'RANKED', 'CONDITIONAL') and r.called_on = l.about end)\
      """;

  /** Whether who was to be told of an allocation is out, or can answer it no more. */
  private static final String ALLOCATION_GONE =
      """
      not exists (select 1 from item_candidate o join proposal r on r.id = o.proposal_id where o.id = l.candidate_id
        and r.status in ('ALLOCATED', 'RANKED', 'CONDITIONAL')
        and (r.accepted_on is not null or r.reply_deadline is null or r.reply_deadline >= :today))\
      """;

  private static final String DUE =
      """
      select l.*, case when l.kind = 'ALLOCATION' then (select o.proposal_id from item_candidate o where o.id = l.candidate_id)
                       else l.proposal_id end as offered,
             coalesce(k.name, p.name) as sender_name, coalesce(k.address, p.address) as sender_address,
             m.name as sender_municipality
      from letter l join demand d on d.id = l.demand_id
      left join registration_desk k on k.id = l.sender_desk_id
      left join partner p on p.id = l.sender_partner_id
      left join municipality m on m.code = coalesce(k.municipality_code, p.municipality_code)
      """;

  private static final String OWED =
      "l.departement_code = :departement and l.kind = :kind and l.made_on is null and l.dropped_on"
          + " is null and l.asked_at < :until and (l.channel = 'EMAIL' or "
          + HAS_ADDRESS
          + ")";

  private DueLetters() {}

  /** Name and address of who sends a letter: the desk, or the partner of an agent without one. */
  public record Sender(String name, String address, String municipality) {}

  /**
   * A letter that can be made.
   *
   * @param subReason code of an inadmissibility; null for others
   * @param sender null: a job asked for it
   * @param outcome what a commission decided; null for other letters
   * @param proposalId the dwelling offered or allocated; null for other letters
   */
  public record Due(
      long id,
      long demandId,
      LetterKind kind,
      String channel,
      String subReason,
      String grounds,
      Sender sender,
      Outcome outcome,
      Long proposalId) {
    /** The same on paper alone: what is handed over needs no e-mail. */
    public Due onPaper() {
      return new Due(id, demandId, kind, "POST", subReason, grounds, sender, outcome, proposalId);
    }
  }

  /**
   * What a letter tells of a commission's decision.
   *
   * @param satOn day of the session
   * @param dwelling as the letter calls it
   * @param decided an allocation in words; null for a refusal
   */
  public record Outcome(LocalDate satOn, String dwelling, String decided) {}

  /** Whether an owed letter has lost its object. */
  private static final String STALE =
      """
      case l.kind
        when 'RENEWAL_NOTICE' then d.status <> 'ACTIVE' or d.valid_until <> l.about
        when 'RENEWAL_REMINDER' then d.status <> 'ACTIVE' or d.valid_until <> l.about
        when 'CANCELLED' then d.status <> 'CANCELLED' or d.cancelled_on <> l.about
        when 'OFFER' then d.status <> 'ACTIVE' or %s
        when 'ALLOCATION' then d.status <> 'ACTIVE' or %s
        else d.status <> 'ACTIVE' end
      """
          .formatted(OFFER_GONE, ALLOCATION_GONE);

  private static final String DROP =
      """
      update letter set dropped_on = :today where id in (
        select l.id from letter l join demand d on d.id = l.demand_id
        where l.departement_code = :departement and l.kind = :kind and l.made_on is null and l.dropped_on is null and %s and %s)
      """;

  /**
   * Drops owed letters of a demand, which the caller holds, that have lost their object: notices of
   * a demand renewed or cancelled meanwhile, a cancellation of one taken up again, offers that were
   * answered, withdrawn or decided on, allocations of who is out, and what can be answered no more.
   *
   * @return how many
   */
  public static int dropStale(
      Handle handle, String departement, LetterKind kind, long demand, LocalDate today) {
    return handle
        .createUpdate(DROP.formatted("d.id = :demand", STALE))
        .bind("today", today)
        .bind("departement", departement)
        .bind("kind", kind)
        .bind("demand", demand)
        .execute();
  }

  /** The same for all; a letter that somebody else is at is left to them. */
  private static void dropStale(
      Handle handle, String departement, LetterKind kind, LocalDate today) {
    handle
        .createUpdate(DROP.formatted("true", STALE + " for update of l skip locked"))
        .bind("today", today)
        .bind("departement", departement)
        .bind("kind", kind)
        .execute();
  }

  /**
   * Locks the demands that letters of these are to be made for, before the letters themselves:
   * whoever answers or decides holds the demand first, and an offer that is made tells its
   * applicant.
   *
   * @param of picks owed letters l
   */
  private static void lockDemands(Handle handle, String of, Map<String, ?> binds) {
    handle
        .createQuery(
            "select d.id from demand d where d.id in (select l.demand_id from letter l where"
                + " l.made_on is null and l.dropped_on is null and "
                + of
                + ") order by d.id for update of d")
        .bindMap(binds)
        .mapTo(Long.class)
        .list();
  }

  /** The same for those that {@link #due} takes: the copy that is kept of each holds its demand. */
  private static List<Long> lockDemands(
      Handle handle,
      String departement,
      LetterKind kind,
      Instant until,
      LocalDate today,
      int limit) {
    return handle
        .createQuery(
            "select d.id from demand d where d.id in (select l.demand_id from letter l join demand"
                + " d on d.id = l.demand_id where "
                + OWED
                + " and not ("
                + STALE
                + ") order by l.asked_at, l.id limit :limit) order by d.id for key share of d")
        .bind("today", today)
        .bind("departement", departement)
        .bind("kind", kind)
        .bind("until", until.atOffset(ZoneOffset.UTC))
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  /** Locks the demands of the letters owed for a session. */
  public static void lockDemands(Handle handle, long sessionId) {
    lockDemands(
        handle,
        "l.candidate_id in (select c.id from item_candidate c join commission_item i on i.id ="
            + " c.item_id where i.session_id = :session)",
        Map.of("session", sessionId));
  }

  /** Locks the demand of an owed letter. */
  public static void lockDemand(Handle handle, long letter) {
    lockDemands(handle, "l.id = :letter", Map.of("letter", letter));
  }

  /**
   * The letters owed of a kind and département, oldest first, locked, and their demands before
   * them; what has lost its object is dropped, those by post whose applicant has no address are
   * left.
   *
   * @param until asked for on this day at the latest
   */
  public static List<Due> due(
      Handle handle,
      String departement,
      LetterKind kind,
      Instant until,
      LocalDate today,
      int limit) {
    List<Long> demands = lockDemands(handle, departement, kind, until, today, limit);
    dropStale(handle, departement, kind, today);
    return handle
        .createQuery(
            DUE
                + " where "
                + OWED
                + " and l.demand_id = any(:demands) order by l.asked_at, l.id limit :limit for"
                + " update of l skip locked")
        .bind("departement", departement)
        .bind("kind", kind)
        .bindArray("demands", Long.class, demands)
        .bind("until", until.atOffset(ZoneOffset.UTC))
        .bind("limit", limit)
        .map((row, context) -> due(row))
        .list();
  }

  /** One owed letter, locked; nothing when it was made or dropped. */
  public static Optional<Due> due(Handle handle, long letter) {
    return handle
        .createQuery(
            DUE
                + " where l.id = :id and l.made_on is null and l.dropped_on is null for update of"
                + " l")
        .bind("id", letter)
        .map((row, context) -> due(row))
        .findOne();
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        row.getLong("id"),
        row.getLong("demand_id"),
        LetterKind.valueOf(row.getString("kind")),
        row.getString("channel"),
        row.getString("sub_reason"),
        row.getString("grounds"),
        row.getString("sender_name") == null
            ? null
            : new Sender(
                row.getString("sender_name"),
                row.getString("sender_address"),
                row.getString("sender_municipality")),
        row.getString("dwelling") == null
            ? null
            : new Outcome(
                row.getObject("about", LocalDate.class),
                row.getString("dwelling"),
                row.getString("decided")),
        row.getObject("offered", Long.class));
  }

  /** Drops the owed offers and allocations of a session that no longer stand. */
  public static int dropStaleOffers(Handle handle, long sessionId, LocalDate today) {
    return handle
        .createUpdate(
            "update letter l set dropped_on = :today from item_candidate c join commission_item i"
                + " on i.id = c.item_id where c.id = l.candidate_id and i.session_id = :session and"
                + " l.made_on is null and l.dropped_on is null and case l.kind when 'OFFER' then "
                + OFFER_GONE
                + " when 'ALLOCATION' then "
                + ALLOCATION_GONE
                + " else false end")
        .bind("today", today)
        .bind("session", sessionId)
        .execute();
  }

  /** The letters owed that tell the decisions of a session, in its order, locked. */
  public static List<Due> ofSession(Handle handle, long sessionId) {
    return handle
        .createQuery(
            DUE
                + " join item_candidate c on c.id = l.candidate_id join commission_item i on i.id ="
                + " c.item_id where i.session_id = :session and l.made_on is null and l.dropped_on"
                + " is null and "
                + HAS_ADDRESS
                + " order by i.position, c.position, l.id for update of l skip locked")
        .bind("session", sessionId)
        .map((row, context) -> due(row))
        .list();
  }
}
