package fr.toitcommun.persistence.allocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads the proposals of a landlord. */
public final class ProposalReader {
  private static final String SELECT =
      """
      select r.id, r.version, r.vacancy_id, w.internal_reference || ' · ' || w.address as dwelling,
             m.name as municipality, w.dwelling_type, d.unique_number,
             coalesce(d.legal_name, a.given_name || ' ' || a.surname) as applicant, a.phone, r.status, r.made_on, r.reply_deadline,
             r.accepted_on, r.closed_on, r.refusal_motive,
             (r.status in ('OPEN', 'ALLOCATED', 'RANKED', 'CONDITIONAL') and r.accepted_on is null
               and r.reply_deadline < :today) as overdue,
             c.id as candidate_id, s.id as session_id, c.rank, c.condition_text, c.condition_until,
             c.condition_met_on,
             r.channel, r.notified_on, r.called_on,
             case when r.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL') then (
               select count(*)::int from proposal o where o.vacancy_id = r.vacancy_id
                 and o.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL')
                 and (o.place, o.id) <= (r.place, r.id)) end as place,
             (r.status = 'CONDITIONAL' and c.condition_met_on is null and c.condition_until <= :today + (
               select max(value)::int from rule_parameter where name = 'CONDITION_WARNING_DAYS'
                 and :today >= valid_from and (valid_to is null or :today <= valid_to))) as condition_near,
             (r.status in ('ALLOCATED', 'RANKED', 'CONDITIONAL') and s.status = 'CLOSED'
               and (c.decision <> 'CONDITIONAL_ALLOCATION' or c.condition_met_on is not null)
               and exists (
                 select 1 from proposal_turn t
                 where t.vacancy_id = r.vacancy_id and t.proposal_id = r.id and t.first)) as may_sign,
             (select count(*) from proposal o where o.demand_id = r.demand_id and o.id <> r.id
               and o.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL')) as open_elsewhere,
             count(*) over () as total
      from proposal r
      join vacancy v on v.id = r.vacancy_id
      join dwelling w on w.id = v.dwelling_id
      join municipality m on m.code = w.municipality_code
      join demand d on d.id = r.demand_id
      join household_member a on a.demand_id = d.id and a.role = 'APPLICANT'
      left join lateral last_candidacy(r.id) c on true
      left join commission_item i on i.id = c.item_id
      left join commission_session s on s.id = i.session_id
      where w.landlord_id = :landlord
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public ProposalReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A landlord's proposals, nearest deadline first. */
  public ProposalPage ofLandlord(
      long landlordId, ProposalFilter filter, LocalDate today, int offset, int limit) {
    return page(
        landlordId,
        today,
        SELECT
            + " and "
            + filter.condition()
            + " order by "
            + filter.order()
            + ", r.id offset "
            + offset
            + " limit "
            + limit,
        null);
  }

  /** The proposals of one vacancy, open ones first, a hundred at most. */
  public ProposalPage ofVacancy(long landlordId, long vacancyId, LocalDate today) {
    return page(
        landlordId,
        today,
        SELECT
            + " and r.vacancy_id = :vacancy order by r.closed_on nulls first, c.rank nulls last,"
            + " r.place, r.id limit 100",
        vacancyId);
  }

  /** One proposal of a landlord. */
  public Optional<ProposalRow> find(long landlordId, long proposalId, LocalDate today) {
    return page(landlordId, today, SELECT + " and r.id = " + proposalId, null).rows().stream()
        .findFirst();
  }

  /** The open proposals of the dwellings of a session that are not yet before it, in order. */
  public ProposalPage waitingFor(long landlordId, long sessionId, LocalDate today) {
    return page(
        landlordId,
        today,
        SELECT
            + " and r.status = 'OPEN' and r.vacancy_id in (select i.vacancy_id from commission_item"
            + " i where i.session_id = "
            + sessionId
            + ") order by r.place, r.id limit 200",
        null);
  }

  private ProposalPage page(long landlordId, LocalDate today, String sql, Long vacancyId) {
    return jdbi.withHandle(
        handle -> {
          long[] total = {0};
          List<ProposalRow> rows =
              handle
                  .createQuery(sql)
                  .bind("landlord", landlordId)
                  .bind("today", today)
                  .bind("vacancy", vacancyId)
                  .map(
                      (row, context) -> {
                        total[0] = row.getLong("total");
                        return proposal(row);
                      })
                  .list();
          return new ProposalPage(rows, total[0]);
        });
  }

  private static ProposalRow proposal(ResultSet row) throws SQLException {
    return new ProposalRow(
        row.getLong("id"),
        row.getInt("version"),
        row.getLong("vacancy_id"),
        row.getString("dwelling"),
        row.getString("municipality"),
        row.getString("dwelling_type"),
        row.getString("unique_number"),
        row.getString("applicant"),
        row.getString("phone"),
        ProposalStatus.valueOf(row.getString("status")),
        row.getObject("made_on", LocalDate.class),
        row.getObject("reply_deadline", LocalDate.class),
        row.getObject("accepted_on", LocalDate.class),
        row.getObject("closed_on", LocalDate.class),
        row.getString("refusal_motive"),
        row.getBoolean("overdue"),
        row.getObject("session_id", Long.class),
        row.getObject("candidate_id", Long.class),
        row.getObject("rank", Integer.class),
        row.getString("condition_text"),
        row.getObject("condition_until", LocalDate.class),
        row.getObject("condition_met_on", LocalDate.class),
        row.getBoolean("may_sign"),
        row.getInt("open_elsewhere"),
        NotificationChannel.valueOf(row.getString("channel")),
        row.getObject("notified_on", LocalDate.class),
        row.getObject("called_on", LocalDate.class),
        row.getObject("place", Integer.class),
        row.getBoolean("condition_near"));
  }
}
