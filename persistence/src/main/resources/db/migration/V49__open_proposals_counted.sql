-- Proposals under way, as counters count them: whose demand, by whom, of whose dwelling.
create view observed_open as
select o.demand_id, o.departement_code, o.desk_id, o.partner_id, w.landlord_id::int as actor
from proposal r
join observed_demand o on o.demand_id = r.demand_id
join vacancy v on v.id = r.vacancy_id
join dwelling w on w.id = v.dwelling_id
where r.status in ('OPEN', 'ON_AGENDA', 'ALLOCATED', 'RANKED', 'CONDITIONAL');

create view observed_open_count as
select departement_code, desk_id, partner_id, actor, 1 as n from observed_open;

-- They are brought into the columns beside the database as demands and leases are.
create trigger proposal_counted after insert on proposal referencing new table as changed
  for each statement execute function note_observed_change();
create trigger proposal_counted_anew after update on proposal referencing new table as changed
  for each statement execute function note_observed_change();
create trigger proposal_counted_no_more after delete on proposal referencing old table as changed
  for each statement execute function note_observed_change();

-- And a dwelling that goes to another landlord takes its proposals with it.
create or replace function note_observed_dwelling() returns trigger language plpgsql as $$
begin
  insert into observed_change (demand_id)
  select l.demand_id from vacancy v join lease l on l.vacancy_id = v.id where v.dwelling_id = new.id
  union
  select r.demand_id from vacancy v join proposal r on r.vacancy_id = v.id where v.dwelling_id = new.id
  on conflict do nothing;
  return null;
end $$;

drop trigger observed_dwelling on dwelling;
create trigger observed_dwelling after update on dwelling for each row
  when ((old.scheme, old.category, old.dwelling_type, old.municipality_code, old.landlord_id)
    is distinct from (new.scheme, new.category, new.dwelling_type, new.municipality_code, new.landlord_id))
  execute function note_observed_dwelling();
