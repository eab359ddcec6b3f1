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

-- The history of a demand says a decision once, when its session is closed. What it said before is said again then.
delete from demand_event e where e.kind = 'DECIDED' and exists (
  select 1 from proposal r join item_candidate c on c.proposal_id = r.id and c.decision is not null
  join commission_item i on i.id = c.item_id join commission_session s on s.id = i.session_id and s.status <> 'CLOSED'
  where r.demand_id = e.demand_id and s.held_at::date = e.effective_on);

-- The delay of R.441-10 counts from the day the applicant is told. An allocation is told by its letter, not by the session:
-- where that letter is still owed no delay has begun, and the letter says the last day to answer when it is made.
update proposal r set notified_on = null, reply_deadline = null
from letter l join item_candidate c on c.id = l.candidate_id
where r.id = c.proposal_id and l.kind = 'ALLOCATION' and l.made_on is null and l.dropped_on is null
  and r.accepted_on is null and r.status in ('ALLOCATED','RANKED','CONDITIONAL');
update letter set decided = regexp_replace(decided, E'\n[^\n]*$', '')
where kind = 'ALLOCATION' and made_on is null and dropped_on is null;
