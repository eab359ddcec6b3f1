-- From the proposal to the lease: when an applicant was told and so until when they may answer, whose turn it is, what a
-- signature freed and how it is undone, and the facts of a lease that the commitments of L.441-1 are counted by.

-- The delay of R.441-10 counts from the day the applicant was told, or the registered letter first presented (CE 2021).
alter table proposal
  add column place int not null default 0,     -- orders the candidates of a vacancy; ranks are counted from it, so they never have holes
  add column channel text not null default 'HAND' check (channel in ('HAND','EMAIL','POST')),
  add column notified_on date,                 -- null: not told yet, no delay runs
  add column called_on date,                   -- whose turn it is since: allocated, and nobody of better rank is left
  add column release_reason text check (release_reason in ('HOUSED_ELSEWHERE','LEFT_FILE','DWELLING_LET')),
  alter column reply_deadline drop not null;
update proposal r set notified_on = r.made_on, place = o.place
from (select id, row_number() over (partition by vacancy_id order by made_on, id) as place from proposal) o
where o.id = r.id;
create index proposal_in_order on proposal (vacancy_id, place);
create index proposal_called on proposal (vacancy_id) where status in ('ALLOCATED','RANKED','CONDITIONAL');

-- Whose turn it is in each closed session: the first of those who are still in.
create view proposal_turn as
  select c.proposal_id, c.item_id, i.vacancy_id, s.held_at::date as held_on,
         row_number() over (partition by c.item_id order by coalesce(c.rank, 1), c.id) = 1 as first
  from item_candidate c
  join proposal r on r.id = c.proposal_id and r.status in ('ALLOCATED','RANKED','CONDITIONAL')
  join commission_item i on i.id = c.item_id
  join commission_session s on s.id = i.session_id and s.status = 'CLOSED';
update proposal r set called_on = case when t.first then t.held_on end, notified_on = case when t.first then t.held_on end,
  reply_deadline = case when t.first then r.reply_deadline end
from proposal_turn t where t.proposal_id = r.id;

-- What a landlord is told of proposals that others, or the night, brought to an end.
create table proposal_notice (
  id bigint generated always as identity primary key,
  landlord_id bigint not null references partner,
  proposal_id bigint not null references proposal,
  kind text not null check (kind in ('HOUSED_ELSEWHERE','LEFT_FILE','LAPSED','CONDITION_UNMET','CALLED','RESTORED')),
  noticed_at timestamptz not null
);
create index proposal_notice_latest on proposal_notice (landlord_id, id desc);
create index proposal_notice_by_proposal on proposal_notice (proposal_id);
create table proposal_notice_seen (
  agent_id bigint primary key references agent,
  last_seen bigint not null                    -- identity of the latest notice this agent has seen
);

-- A lease signed by mistake is kept, cancelled; another may then be signed.
alter table lease
  add column landlord_id bigint references partner,
  add column municipality_code char(5) references municipality,
  add column epci_siren char(9),
  add column dwelling_type text,
  add column surface int,                      -- m²
  -- the household as it was at signature
  add column household_size smallint,
  add column household_category smallint,
  add column annual_income int,                -- euros, reference tax income; null: not stated
  add column resources_per_unit int,           -- euros a year per consumption unit; null: not stated
  add column quartile_threshold int,           -- euros a year per consumption unit: the threshold used
  add column first_quartile boolean,           -- null: resources not stated
  add column priority_grounds int not null default 0, -- a bit per PriorityGround
  add column transfer boolean not null default false,
  add column renewal_rehousing boolean not null default false, -- rehoused by the urban renewal programme (NPNRU)
  add column proposals_made smallint,          -- made to the demand, by anybody, until signature
  add column situation_confirmed_by bigint references agent, -- who confirmed household and income as of the allocation
  -- how things stood before, to be put back
  add column proposal_status_before text,
  add column accepted_before date,
  add column signed_at timestamptz,
  add column cancelled_at timestamptz,
  add column cancelled_by bigint references agent,
  add column cancellation_words text,          -- why, in the manager's words
  drop constraint lease_vacancy_id_key,
  drop constraint lease_demand_id_key,
  drop constraint lease_proposal_id_key;
create unique index lease_one_per_vacancy on lease (vacancy_id) where cancelled_at is null;
create unique index lease_one_per_demand on lease (demand_id) where cancelled_at is null;
create unique index lease_one_per_proposal on lease (proposal_id) where cancelled_at is null;
create index lease_of_landlord on lease (landlord_id, signed_on) where cancelled_at is null;
create index lease_of_municipality on lease (municipality_code, signed_on) where cancelled_at is null;
create index lease_of_demand on lease (demand_id);

-- Proposals that a signature released, and where they stood.
create table lease_release (
  lease_id bigint not null references lease,
  proposal_id bigint not null references proposal,
  status_before text not null,
  primary key (lease_id, proposal_id)
);
create index lease_release_by_proposal on lease_release (proposal_id);

-- The threshold of the first quartile where a dwelling stands, as of a day: of its EPCI, else the national one, the latest stated.
create function first_quartile_threshold_of(epci char, day date) returns int language sql stable as $$
  select amount from first_quartile_threshold
  where (epci_siren = epci or epci_siren is null) and year <= extract(year from day)
  order by (epci_siren is null), year desc limit 1
$$;

-- The facts of leases, read off dwelling and demand as they stand; null: of all that have none yet.
create function freeze_lease_facts(only_lease bigint) returns void language sql as $$
  update lease l set
    landlord_id = w.landlord_id, municipality_code = w.municipality_code, epci_siren = m.epci_siren,
    dwelling_type = w.dwelling_type, surface = w.surface,
    household_size = d.household_size, household_category = d.household_category, annual_income = d.annual_income,
    resources_per_unit = d.resources_per_unit,
    quartile_threshold = first_quartile_threshold_of(m.epci_siren, l.signed_on),
    first_quartile = d.resources_per_unit <= first_quartile_threshold_of(m.epci_siren, l.signed_on),
    priority_grounds = d.priority_grounds, transfer = d.transfer,
    proposals_made = (select count(*) from proposal r where r.demand_id = l.demand_id and r.made_on <= l.signed_on)
  from vacancy v, dwelling w, municipality m, demand d
  where v.id = l.vacancy_id and w.id = v.dwelling_id and m.code = w.municipality_code and d.id = l.demand_id
    and (l.id = only_lease or only_lease is null and l.landlord_id is null)
$$;
select freeze_lease_facts(null);

insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('FIRST_QUARTILE_PERCENT', null, 25, 'percent', '2017-01-29', null, 'L.441-1', false),
  ('OTHER_QUARTILES_PERCENT', null, 50, 'percent', '2017-01-29', null, 'L.441-1', false),
  ('PRIORITY_PUBLIC_PERCENT', null, 25, 'percent', '2017-01-29', null, 'L.441-1', false),
  ('CONDITION_WARNING_DAYS', null, 7, 'day', '2017-01-29', null, 'usage', true);

-- A lease that was undone counts for nothing; one with a household rehoused by urban renewal is outside the flow (R.441-5).
create or replace view flow_vacancy as
select v.id as vacancy_id, w.landlord_id, w.municipality_code, m.epci_siren, m.departement_code, v.declared_on, v.status,
       v.agreement_id, v.offered_quota, v.identified, v.designation, v.designation_deadline, l.signed_on,
       coalesce(v.flow_exclusion, case when l.renewal_rehousing then 'ANRU'
         when v.agreement_id is null and l.was_tenant_of_landlord then 'TRANSFER' end) as exclusion
from vacancy v
join dwelling w on w.id = v.dwelling_id
join municipality m on m.code = w.municipality_code
left join lease l on l.vacancy_id = v.id and l.cancelled_at is null
where v.status <> 'WITHDRAWN';
