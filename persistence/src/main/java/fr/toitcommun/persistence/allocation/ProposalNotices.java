package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.journal.Nominative;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Tells landlords what became of their proposals without them. */
public final class ProposalNotices {
  /** The latest notices, and how many the agent has not seen. */
  public record Page(List<ProposalNotice> rows, long fresh) implements Nominative {
    @Override
    public List<String> uniqueNumbers() {
      return rows.stream().map(ProposalNotice::uniqueNumber).distinct().toList();
    }

    /** Identity of the latest; 0 when there is none. */
    public long latest() {
      return rows.isEmpty() ? 0 : rows.get(0).noticeId();
    }
  }

  private final Jdbi jdbi;

  /** Over this database, in the caller's transaction. */
  public ProposalNotices(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Tells the landlord of a proposal. */
  public void tell(long landlordId, long proposalId, ProposalNotice.Kind kind, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into proposal_notice (landlord_id, proposal_id, kind, noticed_at)"
                        + " values (:landlord, :proposal, :kind, :at)")
                .bind("landlord", landlordId)
                .bind("proposal", proposalId)
                .bind("kind", kind)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /**
   * The latest notices of a landlord since that moment, latest first.
   *
   * @param agentId whose having seen them counts
   * @param departements only of demands there
   */
  public Page latest(
      long landlordId, long agentId, List<String> departements, Instant since, int limit) {
    return jdbi.withHandle(
        handle -> {
          long[] fresh = {0};
          List<ProposalNotice> rows =
              handle
                  .createQuery(
                      """
                      select n.id, n.kind, n.noticed_at, r.id as proposal_id, r.vacancy_id,
                             w.internal_reference || ' · ' || w.address as dwelling, m.name as municipality,
                             d.unique_number, coalesce(d.legal_name, a.given_name || ' ' || a.surname) as applicant,
                             n.id > coalesce(e.last_seen, 0) as fresh,
                             count(*) filter (where n.id > coalesce(e.last_seen, 0)) over () as all_fresh
                      from proposal_notice n
                      join proposal r on r.id = n.proposal_id
                      join vacancy v on v.id = r.vacancy_id
                      join dwelling w on w.id = v.dwelling_id
                      join municipality m on m.code = w.municipality_code
                      join demand d on d.id = r.demand_id
                      join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
                      left join proposal_notice_seen e on e.agent_id = :agent
                      where n.landlord_id = :landlord and n.noticed_at >= :since
                        and d.departement_code = any(:departements)
                      order by n.id desc limit :limit
                      """)
                  .bind("landlord", landlordId)
                  .bind("agent", agentId)
                  .bind("since", since.atOffset(ZoneOffset.UTC))
                  .bindArray("departements", String.class, departements)
                  .bind("limit", limit)
                  .map(
                      (row, context) -> {
                        fresh[0] = row.getLong("all_fresh");
                        return new ProposalNotice(
                            row.getLong("id"),
                            ProposalNotice.Kind.valueOf(row.getString("kind")),
                            row.getObject("noticed_at", OffsetDateTime.class).toInstant(),
                            row.getLong("proposal_id"),
                            row.getLong("vacancy_id"),
                            row.getString("dwelling"),
                            row.getString("municipality"),
                            row.getString("unique_number"),
                            row.getString("applicant"),
                            row.getBoolean("fresh"));
                      })
                  .list();
          return new Page(rows, fresh[0]);
        });
  }

  /** Keeps that an agent has seen notices until this one. */
  public void seen(long agentId, long noticeId) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into proposal_notice_seen (agent_id, last_seen) values (:agent,"
                        + " :notice) on conflict (agent_id) do update set last_seen ="
                        + " greatest(proposal_notice_seen.last_seen, excluded.last_seen)")
                .bind("agent", agentId)
                .bind("notice", noticeId)
                .execute());
  }
}
