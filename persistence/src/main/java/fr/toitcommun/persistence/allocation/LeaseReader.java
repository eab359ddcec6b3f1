package fr.toitcommun.persistence.allocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads leases and what signing them released. */
public final class LeaseReader {
  private static final String SELECT =
      """
      select l.*, p.name as landlord, w.internal_reference || ' · ' || w.address as dwelling, m.name as municipality,
             d.unique_number, coalesce(d.legal_name, a.given_name || ' ' || a.surname) as applicant, d.erased,
             g.given_name || ' ' || g.surname as canceller
      from lease l
      join vacancy v on v.id = l.vacancy_id
      join dwelling w on w.id = v.dwelling_id
      join municipality m on m.code = w.municipality_code
      join partner p on p.id = w.landlord_id
      join demand d on d.id = l.demand_id
      join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
      left join agent g on g.id = l.cancelled_by
      """;

  /**
   * What each released proposal would be again. A candidate stays on an agenda only while its
   * session is to be held; an allocation falls when another was called meanwhile, or the dwelling
   * came before another session.
   */
  private static final String RELEASED =
      """
      select r.id, r.vacancy_id, w.landlord_id, r.demand_id, p.name as landlord,
             w.internal_reference || ' · ' || w.address as dwelling, d.unique_number, x.status_before,
             case when x.status_before = 'ON_AGENDA' and coalesce(s.status, 'CLOSED') <> 'PLANNED' then 'OPEN'
                  else x.status_before end as status_then,
             case when d.status <> 'ACTIVE' and d.id <> l.demand_id then 'DEMAND_LEFT'
                  when v.status <> 'OPEN' and v.id <> l.vacancy_id then 'DWELLING_TAKEN'
                  when exists (select 1 from proposal o where o.vacancy_id = r.vacancy_id and o.demand_id = r.demand_id
                    and o.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL')) then 'PROPOSED_AGAIN'
                  when r.called_on is not null and v.id <> l.vacancy_id and exists (
                    select 1 from item_candidate c join proposal o on o.id = c.proposal_id
                    where c.item_id = k.item_id and o.id <> r.id and o.called_on is not null
                      and o.status in ('ALLOCATED', 'RANKED', 'CONDITIONAL')) then 'CALLED_MEANWHILE'
                  when x.status_before in ('ALLOCATED', 'RANKED', 'CONDITIONAL') and exists (
                    select 1 from commission_item j join commission_session z on z.id = j.session_id
                    where j.vacancy_id = r.vacancy_id and j.id <> k.item_id
                      and (z.status = 'PLANNED' or exists (
                        select 1 from item_candidate c join proposal o on o.id = c.proposal_id
                        where c.item_id = j.id and c.decision is not null
                          and o.status in ('ALLOCATED', 'RANKED', 'CONDITIONAL')))) then 'EXAMINED_AGAIN' end as hindrance
      from lease_release x
      join lease l on l.id = x.lease_id
      join proposal r on r.id = x.proposal_id and r.status = 'RELEASED'
      join vacancy v on v.id = r.vacancy_id
      join dwelling w on w.id = v.dwelling_id
      join partner p on p.id = w.landlord_id
      join demand d on d.id = r.demand_id
      left join lateral last_candidacy(r.id) k on true
      left join commission_item i on i.id = k.item_id
      left join commission_session s on s.id = i.session_id
      where x.lease_id = :lease order by r.id
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public LeaseReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The latest leases of these départements.
   *
   * @param number only of this demand; null: of any
   * @param cancelledOnly leaves out those that stand
   */
  public LeasePage latest(
      List<String> departements, String number, boolean cancelledOnly, int offset, int limit) {
    String which =
        " from lease l"
            + (number == null ? "" : " join demand d on d.id = l.demand_id")
            + " where l.departement_code = any(:departements)"
            + (number == null ? "" : " and d.unique_number = :number")
            + (cancelledOnly ? " and l.cancelled_at is not null" : "");
    Map<String, Object> binds = number == null ? Map.of() : Map.of("number", number);
    return jdbi.withHandle(
        handle ->
            new LeasePage(
                handle
                    .createQuery(
                        SELECT
                            + " where l.id in (select l.id"
                            + which
                            + " order by l.signed_on desc, l.id desc offset :offset limit :limit)"
                            + " order by l.signed_on desc, l.id desc")
                    .bindMap(binds)
                    .bindArray("departements", String.class, departements)
                    .bind("offset", offset)
                    .bind("limit", limit)
                    .map((row, context) -> lease(row))
                    .list(),
                handle
                    .createQuery("select count(*)" + which)
                    .bindMap(binds)
                    .bindArray("departements", String.class, departements)
                    .mapTo(Long.class)
                    .one()));
  }

  /** One lease; empty when there is none of this identity. */
  public Optional<LeaseRow> find(long leaseId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + " where l.id = :lease")
                .bind("lease", leaseId)
                .map((row, context) -> lease(row))
                .findOne());
  }

  /** The proposals that a signature released and that are released still. */
  public List<ReleasedByLease> releasedBy(long leaseId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(RELEASED)
                .bind("lease", leaseId)
                .map(
                    (row, context) -> {
                      String hindrance = row.getString("hindrance");
                      return new ReleasedByLease(
                          row.getLong("id"),
                          row.getLong("vacancy_id"),
                          row.getLong("landlord_id"),
                          row.getLong("demand_id"),
                          row.getString("landlord"),
                          row.getString("dwelling"),
                          row.getString("unique_number"),
                          ProposalStatus.valueOf(row.getString("status_before")),
                          hindrance == null
                              ? ProposalStatus.valueOf(row.getString("status_then"))
                              : null,
                          hindrance == null ? null : ReleasedByLease.Hindrance.valueOf(hindrance));
                    })
                .list());
  }

  /**
   * Whether the dwelling of this vacancy was declared vacant again since, or is vacant otherwise.
   * Days tell what came later: identities do not, each server takes its own.
   */
  public boolean declaredVacantSince(long vacancyId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from vacancy v join vacancy n on n.dwelling_id ="
                        + " v.dwelling_id and n.id <> v.id and (n.status = 'OPEN' or n.status <>"
                        + " 'WITHDRAWN' and n.declared_on >= v.declared_on) where v.id ="
                        + " :vacancy)")
                .bind("vacancy", vacancyId)
                .mapTo(Boolean.class)
                .one());
  }

  /**
   * Keeps where a proposal stood that the signature of a lease releases.
   *
   * @param before its status until then
   */
  public void keepReleased(long leaseId, long proposalId, ProposalStatus before) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into lease_release (lease_id, proposal_id, status_before) values"
                        + " (:lease, :proposal, :before)")
                .bind("lease", leaseId)
                .bind("proposal", proposalId)
                .bind("before", before)
                .execute());
  }

  /** Freezes the facts of a signed lease, by which commitments are counted (L.441-1). */
  public void freeze(long leaseId) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("select cast(freeze_lease_facts(:lease) as text)")
                .bind("lease", leaseId)
                .mapTo(String.class)
                .list());
  }

  private static LeaseRow lease(ResultSet row) throws SQLException {
    OffsetDateTime cancelled = row.getObject("cancelled_at", OffsetDateTime.class);
    return new LeaseRow(
        row.getLong("id"),
        row.getObject("signed_on", LocalDate.class),
        row.getString("landlord"),
        row.getString("landlord_siren"),
        row.getLong("vacancy_id"),
        row.getString("dwelling"),
        row.getString("municipality"),
        row.getString("dwelling_type"),
        row.getString("stock_register_id"),
        row.getBoolean("priority_district"),
        row.getBoolean("was_tenant_of_landlord"),
        row.getString("collective_agreement"),
        row.getString("dalo_status"),
        row.getString("quota"),
        row.getInt("rent"),
        row.getObject("household_size", Integer.class),
        row.getObject("resources_per_unit", Integer.class),
        row.getObject("proposals_made", Integer.class),
        row.getString("unique_number"),
        row.getString("applicant"),
        cancelled == null ? null : cancelled.toInstant(),
        row.getString("canceller"),
        row.getString("cancellation_words"),
        row.getBoolean("erased"));
  }
}
