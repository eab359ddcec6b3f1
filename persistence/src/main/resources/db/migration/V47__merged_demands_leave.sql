-- A demand that went into another one leaves the file with no event of its own kind, for it and the one it went into both
-- tell of the merging: it is counted as cancelled for the reason MERGED, which is none of R.441-2-8, and as taken up again
-- where the merging is undone. What stands is what stood, and what came, less what left.
alter view observed_fact rename to observed_act;
create view observed_fact as
select * from observed_act
union all
select g.kind, g.day, g.detail, a.partner_id::int,
  o.demand_id, o.departement_code, o.desk_id, o.partner_id, o.deposit_on, o.birth_date, o.household_size, o.household_category,
  o.annual_income, o.monthly_income, o.place, o.epci, o.zone, o.places, o.epcis, o.lives_in, o.provenance, o.composition,
  o.employment, o.nationality, o.family_situation, o.tenure, o.motive, o.sought_category, o.dwelling_type, o.label, o.quota,
  o.transfer, o.renewed, o.over_delay, o.adapted, o.complete, o.online
from (
  select 'CANCELLED' as kind, (merged_at at time zone 'Europe/Paris')::date as day, merged_id, 'MERGED' as detail, merged_by as made_by
  from demand_merge
  union all
  select 'REINSTATED', (undone_at at time zone 'Europe/Paris')::date, merged_id, null, undone_by
  from demand_merge where undone_at is not null) g
join observed_demand o on o.demand_id = g.merged_id
left join agent a on a.id = g.made_by;

-- What counters count: a row of the columns beside the database stands for many.
create view observed_active_count as
select departement_code, epci, desk_id, partner_id, transfer, 1 as n from observed_active;
create view observed_fact_count as
select fact, day, departement_code, epci, desk_id, actor, 1 as n from observed_fact;
