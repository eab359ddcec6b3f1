-- A merging is told by the event that was noted of it, as every other fact is: by whom it was done and for whom they worked
-- then, not where they work today. The event of the one that stands for both says what its dates became; the other's does not.
create or replace view observed_fact as
select * from observed_act
union all
select k.fact, e.effective_on, k.detail, e.partner_id::int,
  o.demand_id, o.departement_code, o.desk_id, o.partner_id, o.deposit_on, o.birth_date, o.household_size, o.household_category,
  o.annual_income, o.monthly_income, o.place, o.epci, o.zone, o.places, o.epcis, o.lives_in, o.provenance, o.composition,
  o.employment, o.nationality, o.family_situation, o.tenure, o.motive, o.sought_category, o.dwelling_type, o.label, o.quota,
  o.transfer, o.renewed, o.over_delay, o.adapted, o.complete, o.online
from demand_event e
join (values ('MERGED', 'CANCELLED', 'MERGED'), ('UNMERGED', 'REINSTATED', null)) k (kind, fact, detail) on k.kind = e.kind
join observed_demand o on o.demand_id = e.demand_id
where e.deposit_after is null and exists (select 1 from demand_merge g where g.merged_id = e.demand_id);
create index demand_merge_by_merged on demand_merge (merged_id);
