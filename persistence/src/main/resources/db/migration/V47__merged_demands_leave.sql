-- A demand that went into another one leaves the file with no event of its own kind, for it and the one it went into both
-- tell of the merging: it is counted as cancelled for the reason MERGED, which is none of R.441-2-8, and as taken up again
-- where the merging is undone. What stands is what stood, and what came, less what left.
create or replace view observed_fact as
select e.kind as fact, e.effective_on as day,
  case when e.kind in ('CANCELLED', 'PROPOSAL_REFUSED', 'DECIDED') then e.detail end as detail, e.partner_id::int as actor,
  o.demand_id, o.departement_code, o.desk_id, o.partner_id, o.deposit_on, o.birth_date, o.household_size, o.household_category,
  o.annual_income, o.monthly_income, o.place, o.epci, o.zone, o.places, o.epcis, o.lives_in, o.provenance, o.composition,
  o.employment, o.nationality, o.family_situation, o.tenure, o.motive, o.sought_category, o.dwelling_type, o.label, o.quota,
  o.transfer, o.renewed, o.over_delay, o.adapted, o.complete, o.online
from demand_event e join observed_demand o on o.demand_id = e.demand_id
where e.kind <> 'HOUSED'
union all
select 'HOUSED', l.signed_on, w.scheme, l.landlord_id::int,
  o.demand_id, l.departement_code, o.desk_id, o.partner_id, l.initial_deposit_date, o.birth_date,
  coalesce(l.household_size, o.household_size), coalesce(l.household_category, o.household_category),
  coalesce(l.annual_income, o.annual_income), o.monthly_income, m.code, m.epci_siren, m.zone, array[m.code::varchar(5)],
  case when m.epci_siren is null then '{}' else array[m.epci_siren::varchar(9)] end, o.lives_in,
  case when h.code is null then 'ELSEWHERE' when h.code = m.code then 'SAME_MUNICIPALITY' when h.epci_siren = m.epci_siren then 'SAME_EPCI'
       when h.departement_code = m.departement_code then 'SAME_DEPARTEMENT' else 'OTHER_DEPARTEMENT' end,
  o.composition, o.employment, o.nationality, o.family_situation, o.tenure, o.motive, w.category, coalesce(l.dwelling_type, w.dwelling_type),
  case when l.dalo_status = 'ACTIF' then 'DALO' when l.collective_agreement in ('ACD', 'ACI') then l.collective_agreement
       when l.priority_grounds <> 0 then 'GROUND' else 'NONE' end,
  l.quota, coalesce(l.transfer, o.transfer), o.renewed, o.over_delay, o.adapted, o.complete, o.online
from lease l
join observed_demand o on o.demand_id = l.demand_id
join vacancy v on v.id = l.vacancy_id
join dwelling w on w.id = v.dwelling_id
join municipality m on m.code = w.municipality_code
left join municipality h on h.code = o.lives_in
where l.cancelled_at is null
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
