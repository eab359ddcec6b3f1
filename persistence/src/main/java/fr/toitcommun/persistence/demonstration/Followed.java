package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What follows from proposals and leases once all of them stand: whose turn it is, the facts that
 * commitments are counted by, what landlords are told, and a few signatures made by mistake.
 */
final class Followed {
  private static final List<String> STATEMENTS =
      List.of(
          // The first in rank of each closed session is called; nobody else's delay runs.
          """
          update proposal r set called_on = case when t.first then t.held_on end,
            notified_on = case when t.first then t.held_on end,
            reply_deadline = case when t.first then r.reply_deadline end
          from proposal_turn t where t.proposal_id = r.id
          """,
          "update lease set renewal_rehousing = true where id % 29 = 0 and not priority_district",
          "select freeze_lease_facts(null)",
          "select freeze_decision_facts(null)",
          // Two in three of those whose motive is one of L.441-1 had been certified: bits of
          // PriorityGround.
          """
          update lease l set priority_grounds = case d.main_motive
            when '01' then %d when '03' then %d when '05' then %d when '06' then %d when '07' then %d end
          from demand d
          where d.id = l.demand_id and l.priority_grounds = 0 and l.id %% 3 <> 0
            and d.main_motive in ('01', '03', '05', '06', '07')
          """
              .formatted(
                  PriorityGround.K.bit(),
                  PriorityGround.F.bit(),
                  PriorityGround.L.bit(),
                  PriorityGround.G.bit(),
                  PriorityGround.A.bit()),
          """
          insert into proposal_notice (landlord_id, proposal_id, kind, noticed_at)
          select w.landlord_id, r.id,
                 case when r.status = 'LAPSED' then 'LAPSED' else 'HOUSED_ELSEWHERE' end,
                 (r.closed_on + time '18:05') at time zone 'Europe/Paris'
          from proposal r join vacancy v on v.id = r.vacancy_id join dwelling w on w.id = v.dwelling_id
          where r.closed_on >= :today - 12
            and (r.status = 'LAPSED' or r.status = 'RELEASED' and r.release_reason = 'HOUSED_ELSEWHERE')
          order by r.closed_on, r.id
          """,
          // Three leases were signed in the name of somebody else of the list, and undone the same
          // day.
          """
          with mistaken as (
            select r.*, d.departement_code, d.initial_deposit_date, d.dalo_status, d.collective_agreement,
                   w.priority_district, w.main_rent + w.charges as rent, w.stock_register_id, v.quota, p.siren, w.landlord_id,
                   (select min(a.id) from agent a where a.partner_id = w.landlord_id) as signer,
                   (select min(a.id) from agent a where a.login = 'gestionnaire') as manager
            from proposal r join proposal_turn t on t.proposal_id = r.id and t.first
            join demand d on d.id = r.demand_id join vacancy v on v.id = r.vacancy_id
            join dwelling w on w.id = v.dwelling_id join partner p on p.id = w.landlord_id and p.siren is not null
            where r.status = 'ALLOCATED' and r.called_on < :today - 1 order by r.id limit 3),
          told as (
            insert into demand_event (id, demand_id, kind, occurred_at, effective_on, agent_id, partner_id, departement_code)
            select nextval('demand_event_seq'), m.demand_id, e.kind, (:today - 1 + e.hour) at time zone 'Europe/Paris', :today - 1,
                   case when e.kind = 'HOUSED' then m.signer else m.manager end,
                   case when e.kind = 'HOUSED' then m.landlord_id else (select partner_id from agent where id = m.manager) end,
                   m.departement_code
            from mistaken m cross join (values ('HOUSED', time '10:10'), ('LEASE_CANCELLED', time '15:40')) e (kind, hour))
          insert into lease (id, vacancy_id, demand_id, proposal_id, signed_on, landlord_siren, was_tenant_of_landlord,
            stock_register_id, collective_agreement, dalo_status, quota, priority_district, rent, departement_code,
            initial_deposit_date, proposal_status_before, accepted_before, signed_at, cancelled_at, cancelled_by, cancellation_words)
          select nextval('lease_seq'), vacancy_id, demand_id, id, :today - 1, siren, false, stock_register_id, collective_agreement,
            dalo_status, quota, priority_district, rent, departement_code, initial_deposit_date, status, accepted_on,
            (:today - 1 + time '10:10') at time zone 'Europe/Paris', (:today - 1 + time '15:40') at time zone 'Europe/Paris',
            manager, 'Bail saisi pour un autre candidat de la liste'
          from mistaken
          """,
          "select freeze_lease_facts(null)");

  private Followed() {}

  /** Writes it, once sequences and indexes stand. */
  static void write(Connection connection, LocalDate today) {
    Jdbi.create(connection)
        .useHandle(handle -> STATEMENTS.forEach(statement -> run(handle, statement, today)));
  }

  private static void run(Handle handle, String statement, LocalDate today) {
    var update = handle.createUpdate(statement);
    if (statement.contains(":today")) {
      update.bind("today", today);
    }
    update.execute();
  }
}
