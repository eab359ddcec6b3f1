package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.partner.Scope;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads letters: owed, in batches, and of a demand. */
public final class LetterReader {
  /** Most letters of a demand that are shown: more than a demand gets in ten years. */
  private static final int MOST_OF_A_DEMAND = 100;

  private static final String ROW =
      """
      select l.*, d.unique_number, t.version as template_version, p.name as sender,
             exists (select 1 from letter_copy c where c.letter_id = l.id) as copied
      from letter l join demand d on d.id = l.demand_id left join letter_template t on t.id = l.template_id
      left join partner p on p.id = l.sender_partner_id
      """;

  private static final String BATCH =
      """
      select b.*, a.given_name || ' ' || a.surname as author,
             count(*) filter (where l.email_state in ('WAITING','SENDING')) as waiting,
             count(*) filter (where l.email_state = 'SENT') as sent,
             count(*) filter (where l.email_state = 'FAILED') as failed
      from (%s) b join agent a on a.id = b.made_by left join letter l on l.batch_id = b.id
      group by b.id, b.kind, b.departement_code, b.made_on, b.made_at, b.made_by, b.letters, b.by_post, b.by_email,
               b.posted_on, b.posted_by, author
      order by b.id desc
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public LetterReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What is owed, by département and kind. */
  public List<OwedLetters> owed() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select l.departement_code, l.kind, count(*) as total,
                           count(*) filter (where l.channel <> 'EMAIL') as by_post,
                           count(*) filter (where l.channel <> 'POST') as by_email,
                           count(*) filter (where l.channel <> 'EMAIL' and not %s) as without_address,
                           min(l.asked_at) as oldest
                    from letter l join demand d on d.id = l.demand_id
                    where l.made_on is null and l.dropped_on is null
                    group by l.departement_code, l.kind
                    """
                        .formatted(DueLetters.HAS_ADDRESS))
                .map(
                    (row, context) ->
                        new OwedLetters(
                            row.getString("departement_code"),
                            LetterKind.valueOf(row.getString("kind")),
                            row.getLong("total"),
                            row.getLong("by_post"),
                            row.getLong("by_email"),
                            row.getLong("without_address"),
                            instant(row, "oldest")))
                .stream()
                .sorted(
                    java.util.Comparator.comparing(OwedLetters::departementCode)
                        .thenComparing(OwedLetters::kind))
                .toList());
  }

  /** Numbers of the demands whose owed letters of a kind lack an address, the first of them. */
  public List<String> withoutAddress(int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct d.unique_number from letter l join demand d on d.id ="
                        + " l.demand_id where l.made_on is null and l.dropped_on is null and"
                        + " l.channel <> 'EMAIL' and not "
                        + DueLetters.HAS_ADDRESS
                        + " order by 1 limit :limit")
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
  }

  /** Batches, latest first. */
  public List<LetterBatch> batches(int offset, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    BATCH.formatted(
                        "select * from letter_batch order by id desc limit :limit offset :offset"))
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> batch(row))
                .list());
  }

  /** How many batches there are. */
  public long batchCount() {
    return jdbi.withHandle(
        handle -> handle.createQuery("select count(*) from letter_batch").mapTo(Long.class).one());
  }

  /** One batch. */
  public Optional<LetterBatch> batch(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(BATCH.formatted("select * from letter_batch where id = :id"))
                .bind("id", id)
                .map((row, context) -> batch(row))
                .findOne());
  }

  /**
   * Letters of a batch, printed ones first, in the order of addresses.
   *
   * @param failed only those whose e-mail failed
   */
  public List<LetterRow> ofBatch(long batch, boolean failed, int offset, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ROW
                        + " where l.batch_id = :batch"
                        + (failed ? " and l.email_state = 'FAILED'" : "")
                        + " order by l.batch_rank nulls last, l.id limit :limit offset :offset")
                .bind("batch", batch)
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> row(row))
                .list());
  }

  /** Letters of a demand, latest first. */
  public List<LetterRow> ofDemand(long demand) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ROW
                        + " where l.demand_id = :demand order by l.asked_at desc, l.id desc limit "
                        + MOST_OF_A_DEMAND)
                .bind("demand", demand)
                .map((row, context) -> row(row))
                .list());
  }

  /** All letters of these demands, latest first, however many. */
  public List<LetterRow> ofDemands(List<Long> demands) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ROW + " where l.demand_id = any(:demands) order by l.asked_at desc, l.id desc")
                .bindArray("demands", Long.class, demands)
                .map((row, context) -> row(row))
                .list());
  }

  /**
   * Certificates of active demands that wait to be handed out, oldest first; those that go by
   * e-mail alone leave by themselves.
   *
   * @param scope what the caller may see
   * @param deskId only those that this desk owes; null: of any
   * @param after letter after which to go on; 0: from the first
   */
  public OwedCertificates certificatesOwed(Scope scope, Long deskId, long after, int limit) {
    Scope.Condition seen = scope.on("d");
    String where =
        " from letter l join demand d on d.id = l.demand_id where l.made_on is null and"
            + " l.dropped_on is null and l.kind in ('REGISTRATION_CERTIFICATE',"
            + "'RENEWAL_CERTIFICATE') and l.channel <> 'EMAIL' and d.status = 'ACTIVE' and "
            + seen.sql()
            + (deskId == null ? "" : " and l.sender_desk_id = :desk");
    Map<String, Object> binds = new HashMap<>(seen.binds());
    if (deskId != null) {
      binds.put("desk", deskId);
    }
    return jdbi.withHandle(
        handle ->
            new OwedCertificates(
                handle
                    .createQuery(
                        "with page as materialized (select l.id"
                            + where
                            + " and l.id > :after order by l.id limit :limit) select l.*,"
                            + " d.unique_number, coalesce(d.legal_name, a.given_name || ' ' ||"
                            + " a.surname) as applicant from page join letter l on l.id = page.id"
                            + " join demand d on d.id = l.demand_id join household_member a on"
                            + " a.demand_id = d.id and a.role = 'APPLICANT' order by l.id")
                    .bindMap(binds)
                    .bind("after", after)
                    .bind("limit", limit)
                    .map(
                        (row, context) ->
                            new OwedCertificate(
                                row.getLong("id"),
                                row.getString("unique_number"),
                                row.getString("applicant"),
                                LetterKind.valueOf(row.getString("kind")),
                                row.getObject("about", LocalDate.class),
                                instant(row, "asked_at")))
                    .list(),
                handle
                    .createQuery("select count(*)" + where)
                    .bindMap(binds)
                    .mapTo(Long.class)
                    .one()));
  }

  /** One letter. */
  public Optional<LetterRow> letter(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(ROW + " where l.id = :id")
                .bind("id", id)
                .map((row, context) -> row(row))
                .findOne());
  }

  /** The letter that offers a dwelling, of the latest turn; one that was dropped is none. */
  public Optional<LetterRow> ofProposal(long proposal) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    ROW
                        + " where l.proposal_id = :proposal and l.dropped_on is null order by l.id"
                        + " desc limit 1")
                .bind("proposal", proposal)
                .map((row, context) -> row(row))
                .findOne());
  }

  /**
   * What was sent.
   *
   * @param address lines of the envelope
   * @param content the letter as XHTML
   */
  public record Copy(
      long letterId,
      String uniqueNumber,
      String title,
      List<String> address,
      String content,
      String trackingNumber) {}

  /** Copies of the printed letters of a batch, in the order of addresses, from one rank on. */
  public List<Copy> copies(long batch, int fromRank, int limit) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select c.*, d.unique_number, l.tracking_number from letter l join letter_copy"
                        + " c on c.letter_id = l.id join demand d on d.id = l.demand_id where"
                        + " l.batch_id = :batch and l.batch_rank >= :from and l.batch_rank < :from"
                        + " + :limit order by l.batch_rank")
                .bind("batch", batch)
                .bind("from", fromRank)
                .bind("limit", limit)
                .map((row, context) -> copy(row))
                .list());
  }

  /** The copy of a letter; none while it is owed, and once names were erased. */
  public Optional<Copy> copy(long letter) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select c.*, d.unique_number, l.tracking_number from letter_copy c join letter"
                        + " l on l.id = c.letter_id join demand d on d.id = c.demand_id where"
                        + " c.letter_id = :letter")
                .bind("letter", letter)
                .map((row, context) -> copy(row))
                .findOne());
  }

  private static Copy copy(ResultSet row) throws SQLException {
    Array lines = row.getArray("address");
    return new Copy(
        row.getLong("letter_id"),
        row.getString("unique_number"),
        row.getString("title"),
        List.of((String[]) lines.getArray()),
        row.getString("content"),
        row.getString("tracking_number"));
  }

  private static LetterBatch batch(ResultSet row) throws SQLException {
    return new LetterBatch(
        row.getLong("id"),
        LetterKind.valueOf(row.getString("kind")),
        row.getString("departement_code"),
        row.getObject("made_on", LocalDate.class),
        instant(row, "made_at"),
        row.getString("author"),
        row.getInt("letters"),
        row.getInt("by_post"),
        row.getInt("by_email"),
        row.getObject("posted_on", LocalDate.class),
        row.getInt("waiting"),
        row.getInt("sent"),
        row.getInt("failed"));
  }

  private static LetterRow row(ResultSet row) throws SQLException {
    return new LetterRow(
        row.getLong("id"),
        row.getString("unique_number"),
        LetterKind.valueOf(row.getString("kind")),
        row.getObject("about", LocalDate.class),
        row.getString("channel"),
        instant(row, "asked_at"),
        row.getObject("made_on", LocalDate.class),
        row.getObject("dropped_on", LocalDate.class),
        row.getObject("template_version", Integer.class),
        row.getObject("batch_id", Long.class),
        row.getObject("posted_on", LocalDate.class),
        row.getObject("handed_out_on", LocalDate.class),
        row.getObject("sender_partner_id", Long.class),
        row.getString("sender"),
        row.getBoolean("copied"),
        row.getString("tracking_number"),
        row.getObject("presented_on", LocalDate.class),
        row.getString("email_state"),
        row.getInt("email_attempts"),
        instant(row, "email_done_at"),
        row.getString("email_fault"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /**
   * Letters that tell the decisions of a session.
   *
   * @param owed still to be made
   * @param made made, and kept word for word
   */
  public record OfSession(int owed, int made) {}

  /** How many letters tell the decisions of a session. */
  public static OfSession ofSession(Handle handle, long sessionId) {
    return handle
        .createQuery(
            """
            select count(*) filter (where l.made_on is null and l.dropped_on is null) as owed,
                   count(*) filter (where l.made_on is not null) as made
            from letter l join item_candidate c on c.id = l.candidate_id join commission_item i on i.id = c.item_id
            where i.session_id = :session
            """)
        .bind("session", sessionId)
        .map((row, context) -> new OfSession(row.getInt("owed"), row.getInt("made")))
        .one();
  }

  /** Those made, as XHTML, in the order of the agenda. */
  public static List<String> contentsOfSession(Handle handle, long sessionId) {
    return handle
        .createQuery(
            """
            select k.content from letter l join letter_copy k on k.letter_id = l.id
            join item_candidate c on c.id = l.candidate_id join commission_item i on i.id = c.item_id
            where i.session_id = :session order by i.position, c.position, l.id
            """)
        .bind("session", sessionId)
        .mapTo(String.class)
        .list();
  }
}
