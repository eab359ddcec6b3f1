-- What is told of a commission's work and when, from which day the delay to answer counts, and what stays of a lease once the
-- names are gone.

-- What a session decides may change until it is closed: until then everybody but its landlord reads that the proposal is
-- before a commission.
create function told_status(one proposal) returns text language sql stable as $$
  select case when one.status in ('ALLOCATED','RANKED','CONDITIONAL','NOT_ALLOCATED','INADMISSIBLE') and exists (
      select 1 from item_candidate c join commission_item i on i.id = c.item_id join commission_session s on s.id = i.session_id
      where c.proposal_id = one.id and s.status <> 'CLOSED')
    then 'ON_AGENDA' else one.status end
$$;

-- A no, and no answer, which is one (R.441-10). A suspensive condition that was not met in time (R.441-3 c) is neither: who had it
-- said yes.
create function is_refusal(one proposal) returns boolean language sql immutable as $$
  select one.status = 'REFUSED' or one.status = 'LAPSED' and one.accepted_on is null
$$;

-- The history of a demand says a decision once, when its session is closed. What it said before is said again then.
delete from demand_event e where e.kind = 'DECIDED' and exists (
  select 1 from proposal r join item_candidate c on c.proposal_id = r.id and c.decision is not null
  join commission_item i on i.id = c.item_id join commission_session s on s.id = i.session_id and s.status <> 'CLOSED'
  where r.demand_id = e.demand_id and s.held_at::date = e.effective_on)
-- What another session of that day decided and closed stays said.
  and not exists (
  select 1 from proposal r join item_candidate c on c.proposal_id = r.id and c.decision is not null
  join commission_item i on i.id = c.item_id join commission_session s on s.id = i.session_id and s.status = 'CLOSED'
  where r.demand_id = e.demand_id and s.held_at::date = e.effective_on);

-- The delay of R.441-10 counts from the day the applicant is told. An allocation is told by its letter, not by the session:
-- where that letter is still owed no delay has begun, and the letter says the last day to answer when it is made. What an agent
-- recorded otherwise stays: the presentation of a registered letter, a day after the session.
update proposal r set notified_on = null, reply_deadline = null
from letter l join item_candidate c on c.id = l.candidate_id
join commission_item i on i.id = c.item_id join commission_session s on s.id = i.session_id
where r.id = c.proposal_id and r.channel <> 'POST' and r.notified_on = s.held_at::date and l.kind = 'ALLOCATION' and l.made_on is null and l.dropped_on is null
  and r.accepted_on is null and r.status in ('ALLOCATED','RANKED','CONDITIONAL');
update letter set decided = regexp_replace(decided, E'\n[^\n]*$', '')
where kind = 'ALLOCATION' and made_on is null and dropped_on is null;

-- A lease and a decision stand beside the address of a dwelling, and who lives there is known next door. Once the names are
-- erased they keep what commitments (L.441-1) and the yearly report (R.441-9 IV) count, and no household: that there was a
-- priority (bit 30 of the grounds, with the DALO of a lease), not which; neither size, category, units nor amounts.
alter table lease
  alter column dalo_status drop not null,
  alter column transfer drop not null;
drop trigger item_candidate_facts_are_signed on item_candidate;
create trigger item_candidate_facts_are_signed before update on item_candidate for each row
  when (is_signed_item(old.item_id) and old.days_waited is not null
    and ((new.quartile_threshold, new.first_quartile, new.in_priority_district, new.priority_grounds <> 0, new.dalo, new.transfer,
          new.days_waited)
        is distinct from (old.quartile_threshold, old.first_quartile, old.in_priority_district, old.priority_grounds <> 0, old.dalo,
          old.transfer, old.days_waited)
      or (new.priority_grounds is distinct from old.priority_grounds and new.priority_grounds <> 1 << 30)))
  execute function refuse_change_of_signed();
update lease l set household_size = null, household_category = null, annual_income = null, resources_per_unit = null,
  transfer = null, priority_grounds = case when l.dalo_status in ('ACTIF','ACTREL') or l.priority_grounds <> 0 then 1 << 30 else 0 end,
  dalo_status = null
from demand d where d.id = l.demand_id and d.erased;
update item_candidate c set consumption_units = null, resources_per_unit = null,
  priority_grounds = case when c.priority_grounds <> 0 then 1 << 30 else c.priority_grounds end
from proposal r join demand d on d.id = r.demand_id and d.erased where r.id = c.proposal_id;
update demand set priority_grounds = 1 << 30 where erased and priority_grounds <> 0;
