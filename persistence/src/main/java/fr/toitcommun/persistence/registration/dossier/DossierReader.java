package fr.toitcommun.persistence.registration.dossier;

import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.MergedDemands;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.duplicate.Identity;
import fr.toitcommun.persistence.registration.duplicate.Likeness;
import fr.toitcommun.persistence.registration.duplicate.PersonLikeness;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads documents, without their content. */
public final class DossierReader {
  /** Most documents of one demand; the next is refused. */
  public static final int MOST_DOCUMENTS = 200;

  // A child in shared custody has no name in the file: the day of birth tells which one it is.
  private static final String PERSON =
      "(select coalesce(m.given_name || ' ' || m.surname, to_char(m.birth_date, 'DD/MM/YYYY'))"
          + " from household_member m where m.id = s.member_id)";
  private static final String OF_DEMANDS =
      """
      select s.*, %s as person, a.given_name || ' ' || a.surname as depositor, p.name as partner,
             j.given_name || ' ' || j.surname as judge, jp.name as judging_partner,
             m.surname, m.birth_name, m.given_name, m.birth_date, m.civility, m.phone, m.email
      from supporting_document s
      join partner p on p.id = s.partner_id
      left join household_member m on m.id = s.member_id
      left join agent a on a.id = s.deposited_by
      left join agent j on j.id = s.judged_by
      left join partner jp on jp.id = j.partner_id
      where s.demand_id = any(:demands) and s.deposited_at < coalesce(cast(:end as timestamptz), 'infinity')
      order by s.deposited_at desc, s.id desc limit :most
      """
          .formatted(PERSON);

  private static final String DESKS_THAT_OPEN_ALL =
      "select a.desk_id from agent a join agent_right r on r.agent_id = a.id where a.active"
          + " and a.desk_id is not null and r.right_name = '"
          + Right.SENSITIVE
          + "'";

  private static final String DOCUMENTS =
      " from supporting_document s join demand d on d.id = s.demand_id";

  private final Jdbi jdbi;

  /** Reads from this database. */
  public DossierReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Who looks.
   *
   * @param manager whether for the file's manager
   * @param sensitive whether with the right SENSITIVE
   */
  public record Viewer(long partnerId, boolean manager, boolean sensitive) {
    /** Whether a mistake is theirs to delete: the depositing partner's, or the manager's. */
    public boolean mayDelete(long depositingPartner) {
      return manager || depositingPartner == partnerId;
    }
  }

  /**
   * The documents of a demand, for one who looks; those of the demands that were merged into it
   * among them, so that what they hold is not asked for again.
   */
  public Dossier of(Demand demand, DossierRules rules, Viewer viewer) {
    DemandForm form = demand.form();
    List<PersonForm> persons = AskedWhen.everyone(form).toList();
    List<DossierRules.Held> held = new ArrayList<>();
    List<Dossier.Document> documents =
        read(
            new MergedDemands(jdbi).family(demand.id()),
            null,
            row -> {
              held.add(held(row, demand.id(), persons));
              return document(row, rules, viewer);
            });
    boolean active = demand.status() == DemandStatus.ACTIVE;
    return new Dossier(
        demand.uniqueNumber().value(),
        form.askedBy(),
        active,
        persons.stream().map(Dossier.Person::of).toList(),
        documents,
        active
            ? rules.missing(
                form, demand.initialDepositDate(), held, new PapersReceived(jdbi).of(demand.id()))
            : List.of());
  }

  /**
   * The documents that a demand had at a moment of the past and that are still there. One that was
   * judged later counts as not yet judged: an earlier judgment is not kept.
   *
   * @param rules as of that day
   * @param end the moment
   */
  public List<Dossier.Document> past(long demand, Instant end, DossierRules rules, Viewer viewer) {
    return read(
        new MergedDemands(jdbi).family(demand, end),
        end,
        row -> document(row, rules, viewer).asOf(end));
  }

  private List<Dossier.Document> read(
      List<Long> demands, Instant end, CheckedRow<Dossier.Document> mapped) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(OF_DEMANDS)
                .bindArray("demands", Long.class, demands)
                .bindByType(
                    "end", end == null ? null : end.atOffset(ZoneOffset.UTC), OffsetDateTime.class)
                .bind("most", MOST_DOCUMENTS * demands.size())
                .map((row, context) -> mapped.of(row))
                .list());
  }

  private interface CheckedRow<T> {
    T of(ResultSet row) throws SQLException;
  }

  private static DossierRules.Held held(ResultSet row, long demand, List<PersonForm> persons)
      throws SQLException {
    Long member = row.getObject("member_id", Long.class);
    return new DossierRules.Held(
        row.getString("kind"),
        member == null || row.getLong("demand_id") == demand
            ? member
            : samePerson(Identity.read(row), persons).orElse(member),
        row.getObject("tax_year", Integer.class),
        row.getObject("valid_until", LocalDate.class),
        DocumentStatus.valueOf(row.getString("status")));
  }

  /** Who, of the household, a person of a merged demand is: by the rule that finds duplicates. */
  private static Optional<Long> samePerson(Identity merged, List<PersonForm> persons) {
    return persons.stream()
        .filter(one -> likeness(merged, one).opensSet())
        .max(Comparator.comparingDouble(one -> likeness(merged, one).likelihood()))
        .map(PersonForm::getId);
  }

  private static Likeness likeness(Identity merged, PersonForm person) {
    return PersonLikeness.of(merged, Identity.of(person));
  }

  private static Dossier.Document document(ResultSet row, DossierRules rules, Viewer viewer)
      throws SQLException {
    boolean sensitive = row.getBoolean("sensitive");
    boolean known = !sensitive || viewer.sensitive();
    ScanState scan = ScanState.valueOf(row.getString("scan"));
    LocalDate receivedOn = row.getObject("received_on", LocalDate.class);
    LocalDate validUntil = row.getObject("valid_until", LocalDate.class);
    LocalDate dueOn = rules.dueOn(receivedOn);
    Instant depositedAt = instant(row, "deposited_at");
    return new Dossier.Document(
        row.getLong("id"),
        known ? row.getString("kind") : null,
        sensitive,
        known ? row.getString("person") : null,
        DocumentStatus.valueOf(row.getString("status")),
        scan,
        row.getString("refusal_reason"),
        row.getString("media_type"),
        row.getLong("byte_size"),
        row.getInt("pages"),
        known ? row.getString("sha256") : null,
        receivedOn,
        known ? row.getObject("issued_on", LocalDate.class) : null,
        row.getObject("tax_year", Integer.class),
        known ? validUntil : null,
        rules.obsolete(validUntil),
        dueOn,
        DossierRules.day(depositedAt).isAfter(dueOn),
        depositedAt,
        row.getString("depositor"),
        row.getString("partner"),
        instant(row, "judged_at"),
        row.getString("judge"),
        row.getString("judging_partner"),
        known && scan != ScanState.AWAITED,
        viewer.mayDelete(row.getLong("partner_id")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  /** How many documents a demand has. */
  public int count(long demandId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select count(*) from supporting_document where demand_id = :demand")
                .bind("demand", demandId)
                .mapTo(Integer.class)
                .one());
  }

  /** When the same content was deposited for the same demand, kind and person; empty: never. */
  public Optional<LocalDate> deposited(long demandId, String sha256, String kind, Long memberId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select deposited_at from supporting_document where demand_id = :demand"
                        + " and sha256 = :sha256 and kind = :kind"
                        + " and coalesce(member_id, 0) = coalesce(:member, 0)")
                .bind("demand", demandId)
                .bind("sha256", sha256)
                .bind("kind", kind)
                .bind("member", memberId)
                .map((row, context) -> DossierRules.day(instant(row, "deposited_at")))
                .findOne());
  }

  /**
   * Documents that wait to be checked.
   *
   * <p>A sensitive document of a demand whose desk has nobody with the right to open it waits for
   * everybody in whose scope it is and who has that right: otherwise nobody would ever look at it.
   *
   * @param deskId of demands of this desk, besides those; null: of any
   * @param sensitive whether sensitive ones too
   * @param after identity of the document to go on after; null: from the first
   */
  public ToCheckPage toCheck(Scope scope, Long deskId, boolean sensitive, Long after, int limit) {
    Scope.Condition seen = scope.on("d");
    String waiting =
        " where s.status = 'TO_CHECK' and s.scan <> 'AWAITED' and "
            + seen.sql()
            + (deskId == null
                ? ""
                : " and (s.demand_desk_id = :desk or s.sensitive and s.demand_desk_id not in ("
                    + DESKS_THAT_OPEN_ALL
                    + "))")
            + (sensitive ? "" : " and not s.sensitive");
    String from =
        after == null
            ? ""
            : " and (s.deposited_at, s.id) > (select l.deposited_at, l.id from"
                + " supporting_document l where l.id = :after)";
    String rows =
        "select s.id, d.unique_number, coalesce(d.legal_name, a.given_name || ' ' || a.surname) as"
            + " applicant, s.kind, "
            + PERSON
            + " as person, s.media_type, s.pages, s.received_on, s.issued_on, s.tax_year,"
            + " s.valid_until, s.deposited_at, p.name as partner"
            + DOCUMENTS
            + " join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'"
            + " join partner p on p.id = s.partner_id"
            + waiting
            + from
            + " order by s.deposited_at, s.id limit :limit";
    return jdbi.withHandle(
        handle ->
            new ToCheckPage(
                handle
                    .createQuery(rows)
                    .bindMap(seen.binds())
                    .bind("desk", deskId)
                    .bind("after", after)
                    .bind("limit", limit)
                    .map((row, context) -> toCheck(row))
                    .list(),
                handle
                    .createQuery("select count(*)" + DOCUMENTS + waiting)
                    .bindMap(seen.binds())
                    .bind("desk", deskId)
                    .mapTo(Long.class)
                    .one()));
  }

  private static ToCheckPage.Row toCheck(ResultSet row) throws SQLException {
    return new ToCheckPage.Row(
        row.getLong("id"),
        row.getString("unique_number"),
        row.getString("applicant"),
        row.getString("kind"),
        row.getString("person"),
        row.getString("media_type"),
        row.getInt("pages"),
        row.getObject("received_on", LocalDate.class),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("tax_year", Integer.class),
        row.getObject("valid_until", LocalDate.class),
        instant(row, "deposited_at"),
        row.getString("partner"));
  }
}
