-- Eligibility and priorities: what the rules need to be told, the amounts they use, and the labels by which partners certify.

-- Income of the last twelve months, which counts when it is lower by a tenth and an event explains it (L.442-12); and a couple that
-- is parting, whose applicant's income alone counts.
alter table household_member
  add column recent_income int check (recent_income >= 0), -- euros, of twelve months
  add column recent_income_to date,                        -- last of these twelve months' days
  add column income_event text;                            -- code list INCOME_EVENT
alter table demand
  add column separation text,                              -- code list SEPARATION; null: no couple is parting
  -- First day on which time itself may change what the rules make of the household (a birthday, a new tax year): looked at that night.
  add column figures_until date not null default date '2010-10-01';
create index demand_figures_due on demand (departement_code, figures_until, id) where status = 'ACTIVE';

insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('INCOME_EVENT', 'JOB', 'Perte d’emploi ou fin de contrat', 'Job lost or contract ended', 1, '2010-10-01', null),
  ('INCOME_EVENT', 'HOURS', 'Baisse d’activité ou de salaire', 'Less work or lower pay', 2, '2010-10-01', null),
  ('INCOME_EVENT', 'RETIREMENT', 'Départ à la retraite', 'Retirement', 3, '2010-10-01', null),
  ('INCOME_EVENT', 'ILLNESS', 'Maladie, accident ou invalidité', 'Illness, accident or invalidity', 4, '2010-10-01', null),
  ('INCOME_EVENT', 'PARTING', 'Séparation', 'Separation', 5, '2010-10-01', null),
  ('INCOME_EVENT', 'DEATH', 'Décès d’une personne du foyer', 'Death of a member of the household', 6, '2010-10-01', null),
  ('INCOME_EVENT', 'BUSINESS', 'Cessation d’une activité indépendante', 'End of self-employment', 7, '2010-10-01', null),
  ('INCOME_EVENT', 'OTHER', 'Autre événement justifié', 'Another event, with its proof', 8, '2010-10-01', null),
  ('PRIORITY_GROUND', 'dalo', 'Droit au logement opposable (DALO)', 'Enforceable right to housing (DALO)', 0, '2010-10-01', null),
  ('SEPARATION', 'DIVORCE', 'Instance de divorce', 'Divorce pending', 1, '2010-10-01', null),
  ('SEPARATION', 'PROTECTION', 'Ordonnance de protection', 'Protection order', 2, '2010-10-01', null),
  ('SEPARATION', 'PACS', 'Rupture de PACS déclarée', 'Civil partnership dissolved', 3, '2010-10-01', null);

-- The two zones of Île-de-France, for a file that reaches there; a département says in which it lies.
alter table departement add column ceiling_zone text not null default 'AUTRES_REGIONS';
insert into income_ceiling (scheme, zone, year, category, amount, valid_from, valid_to, source, assumed)
select 'PLUS', z.zone, 2026, z.category, z.amount, date '2026-01-01', null, 'arrêté of 19 December 2025 (NOR VLOL2534266A)', false
from (values
  ('PARIS', 1, 26920), ('PARIS', 2, 40233), ('PARIS', 3, 52740), ('PARIS', 4, 62968), ('PARIS', 5, 74919), ('PARIS', 6, 84304),
  ('PARIS', 7, 9394), ('ILE_DE_FRANCE', 1, 26920), ('ILE_DE_FRANCE', 2, 40233), ('ILE_DE_FRANCE', 3, 48362),
  ('ILE_DE_FRANCE', 4, 57930), ('ILE_DE_FRANCE', 5, 68577), ('ILE_DE_FRANCE', 6, 77171), ('ILE_DE_FRANCE', 7, 8598)
) z (zone, category, amount);
insert into income_ceiling (scheme, zone, year, category, amount, valid_from, valid_to, source, assumed)
select 'PLS', zone, year, category, round(amount * 1.30), valid_from, valid_to, 'derived: PLUS x 1.30, rounded half up', false
from income_ceiling where scheme = 'PLUS' and zone <> 'AUTRES_REGIONS';

-- The grid of household and dwelling type, by territory: that of the EPCI before that of the département before the one of everywhere.
alter table size_grid drop constraint size_grid_pkey;
alter table size_grid
  add column id int generated always as identity primary key,
  add column departement_code varchar(3) references departement,
  add column epci_siren char(9) references epci,
  add column valid_from date not null default date '2010-10-01',
  add column valid_to date, -- last day; null: still in force
  add column source text not null default 'usual practice of landlords; no text sets it',
  add check (departement_code is null or epci_siren is null);
create unique index size_grid_once
  on size_grid (coalesce(departement_code, epci_siren, ''), persons, dwelling_type, valid_from);

insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('OTHER_PERSON_UNITS', null, 0.5, 'unit', '2010-10-01', null, 'L.441-1; OECD-modified scale (INSEE)', true),
  ('CHILD_UNITS', null, 0.3, 'unit', '2010-10-01', null, 'L.441-1; OECD-modified scale (INSEE)', true),
  ('CHILD_UNITS_BELOW_AGE', null, 14, 'year', '2010-10-01', null, 'L.441-1; OECD-modified scale (INSEE)', true),
  ('RECENT_INCOME_MONTHS', null, 12, 'month', '2010-10-01', null, 'L.442-12 (how long a statement of the last twelve months serves)', true),
  ('OCCUPATION_ONE_PERSON', null, 9, 'm2', '2010-10-01', null, 'R.822-25', true),
  ('OCCUPATION_TWO_PERSONS', null, 16, 'm2', '2010-10-01', null, 'R.822-25', true),
  ('OCCUPATION_EACH_FURTHER', null, 9, 'm2', '2010-10-01', null, 'R.822-25', true),
  ('OCCUPATION_MOST', null, 70, 'm2', '2010-10-01', null, 'R.822-25', true),
  ('UNDER_OCCUPATION_MARGIN', null, 1, 'room', '2010-10-01', null, 'L.442-3-1, L.621-2', true),
  ('EFFORT_RATE_MOST', null, 33, 'percent', '2010-10-01', null, 'R.441-3-1 (threshold of practice)', true),
  ('RESIDUAL_INCOME_LEAST', null, 10, 'euro a day and unit', '2010-10-01', null, 'no text: threshold of practice', true),
  ('LABEL_MONTHS', null, 12, 'month', '2010-10-01', null, 'L.441-1 (no text sets how long a recognition holds)', true),
  ('DALO_REHOUSING_MONTHS', null, 3, 'month', '2010-10-01', null, 'R.441-16-1 (six months in some départements)', true);

-- What a landlord adds to the rent where water or heating is paid apart (arrêté of 10 March 2011): euros a month.
create table running_cost (
  id int generated always as identity primary key,
  kind text not null check (kind in ('WATER','HEATING')),
  dwelling_type text,            -- null: whatever the type
  persons smallint,              -- null: however many; the highest stands for more
  amount int not null check (amount >= 0),
  valid_from date not null,
  valid_to date,
  article text not null,
  assumed boolean not null
);
insert into running_cost (kind, dwelling_type, persons, amount, valid_from, valid_to, article, assumed)
select kind, dwelling_type, persons, amount, date '2011-03-12', null, 'R.441-3-1; arrêté of 10 March 2011', true
from (values
  ('WATER', null, 1, 15), ('WATER', null, 2, 26), ('WATER', null, 3, 36), ('WATER', null, 4, 46), ('WATER', null, 5, 55),
  ('WATER', null, 6, 64), ('WATER', null, 7, 72), ('WATER', null, 8, 80),
  ('HEATING', 'C', null, 20), ('HEATING', 'T1', null, 35), ('HEATING', 'T2', null, 50), ('HEATING', 'T3', null, 65),
  ('HEATING', 'T4', null, 80), ('HEATING', 'T5', null, 95), ('HEATING', 'T6P', null, 110)
) c (kind, dwelling_type, persons, amount);

-- Which rules propose a ground of L.441-1 from what a demand states; an agent decides what to make of it.
create table detection_rule (
  id int generated always as identity primary key,
  code text not null,            -- DetectionRule
  departement_code varchar(3) references departement, -- null: everywhere
  threshold numeric,             -- what the rule compares with; null: nothing
  valid_from date not null,
  valid_to date,
  article text not null,
  assumed boolean not null
);
create unique index detection_rule_once on detection_rule (code, coalesce(departement_code, ''), valid_from);
insert into detection_rule (code, threshold, valid_from, article, assumed) values
  ('WAITED_TOO_LONG', null, '2010-10-01', 'L.441-2-3, L.441-1-4', false),
  ('DISABILITY', null, '2010-10-01', 'L.441-1 a', true),
  ('MINIMUM_INCOME', 60, '2010-10-01', 'L.441-1 c', true),
  ('TEMPORARY_HOME', null, '2010-10-01', 'L.441-1 d', true),
  ('UNFIT_HOME', null, '2010-10-01', 'L.441-1 f', true),
  ('VIOLENCE', null, '2010-10-01', 'L.441-1 g', true),
  ('MINOR_OVERCROWDED', null, '2010-10-01', 'L.441-1 j', true),
  ('MINOR_UNFIT_HOME', null, '2010-10-01', 'L.441-1 j', true),
  ('WITHOUT_HOME', null, '2010-10-01', 'L.441-1 k', true),
  ('EVICTION', null, '2010-10-01', 'L.441-1 l', true),
  ('FORMER_CARE', 21, '2022-02-09', 'L.441-1 m', true);

-- Who recognised what of a demand, when, until when (R.441-2-15).
create sequence priority_label_seq increment 50 start 1;
create table priority_label (
  id bigint primary key,
  version int not null,
  demand_id bigint not null references demand,
  kind text not null check (kind in ('GROUND','AGREEMENT','QUOTA')),
  code text not null,            -- PriorityGround; ACD, ACI; code list QUOTA
  state text not null check (state in ('PROPOSED','CERTIFIED','REJECTED','EXPIRED','WITHDRAWN')),
  rule text,                     -- the detection rule that proposed it; null: an agent did of their own
  asked_on date not null,
  asked_by bigint references agent,
  asked_partner_id bigint references partner,
  decided_on date,
  decided_by bigint references agent,
  decided_partner_id bigint references partner,
  valid_until date,              -- last day in force; null: no end was stated
  proof text,                    -- what was seen, in words
  word text,                     -- why it was rejected or withdrawn
  -- of a DALO: the commission's decision (L.441-2-3)
  commission_reference text,
  decision_date date,
  rehouse_by date,
  rehoused_on date,
  check ((state = 'PROPOSED') = (decided_on is null))
);
create unique index priority_label_open on priority_label (demand_id, kind, code) where state in ('PROPOSED','CERTIFIED');
create index priority_label_by_demand on priority_label (demand_id);
create index priority_label_to_end on priority_label (valid_until) where state = 'CERTIFIED' and valid_until is not null;
create index priority_label_asked on priority_label (asked_on, id) where state = 'PROPOSED';

-- How many households of an agreement a landlord houses in a year: ACD by département, ACI by EPCI (L.441-1-1, L.441-1-2).
create table collective_agreement (
  id int generated always as identity primary key,
  kind text not null check (kind in ('ACD','ACI')),
  year int not null,
  departement_code varchar(3) references departement,
  epci_siren char(9) references epci,
  landlord_id bigint not null references partner,
  target int not null check (target >= 0), -- allocations in the year
  check ((kind = 'ACD') = (departement_code is not null)),
  check ((kind = 'ACI') = (epci_siren is not null))
);
create unique index collective_agreement_once
  on collective_agreement (kind, year, coalesce(departement_code, epci_siren), landlord_id);

-- The right CERTIFY is new: whoever houses, reserves or represents the State recognises priorities (L.441-1). Invented agents have it
-- by the kind of their partner; in a real file the manager grants it by name.
insert into agent_right (agent_id, right_name)
select a.id, 'CERTIFY' from agent a join partner p on p.id = a.partner_id
where a.demonstration and p.registering and p.kind in ('LANDLORD','STATE','DEPARTMENT','LOCAL_AUTHORITY','ACTION_LOGEMENT')
on conflict do nothing;

-- Statuses that stood in the file without a label get one, certified by the State service of the département.
insert into priority_label (id, version, demand_id, kind, code, state, asked_on, decided_on, asked_partner_id, decided_partner_id,
  proof, decision_date, rehoused_on)
select nextval('priority_label_seq'), 1, d.id, s.kind, s.code, s.state, d.initial_deposit_date, d.initial_deposit_date, p.id, p.id,
  'Repris du fichier', case when s.code = 'DALO' then d.initial_deposit_date end,
  case when d.dalo_status = 'ACTREL' and s.code = 'DALO' then coalesce(d.cancelled_on, d.initial_deposit_date) end
from demand d
cross join lateral (
  select 'GROUND' as kind, 'DALO' as code, case when d.dalo_status = 'CADUC' then 'WITHDRAWN' else 'CERTIFIED' end as state
  where d.dalo_status <> 'NON'
  union all
  select 'AGREEMENT', d.collective_agreement, 'CERTIFIED' where d.collective_agreement in ('ACD', 'ACI')) s
left join lateral (
  select min(o.id) as id from partner o join partner_territory t on t.partner_id = o.id
  where o.kind = 'STATE' and t.code = d.departement_code) p on true
where not d.erased;

-- What stands in the file already gets its figures; the first night looks at each demand again, by the rules themselves.
update demand d set consumption_units = f.units, annual_resources = f.resources,
  resources_per_unit = round(f.resources / f.units)
from (
  select m.demand_id,
         1 + 0.3 * max(d.expected_children)
           + sum(case when m.role = 'APPLICANT' then 0
                      when m.birth_date > current_date - interval '14 years' then 0.3 else 0.5 end) as units,
         case when bool_and(m.role not in ('APPLICANT', 'CO_APPLICANT') or m.without_resources or r.lines > 0)
              then 12 * coalesce(sum(r.received), 0) end as resources
  from household_member m
  join demand d on d.id = m.demand_id
  left join lateral (select count(*) as lines, sum(amount) filter (where resource_code <> 'PAV') as received
                     from monthly_resource x where x.member_id = m.id) r on true
  where d.legal_name is null and not d.erased
  group by m.demand_id) f
where f.demand_id = d.id;
