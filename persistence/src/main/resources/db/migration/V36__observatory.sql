-- What the observatory counts: one narrow row per demand, with what demands are told apart by (domain.md §5.3).
-- A row stays after its demand has left the file, for the flows of the months that are not closed yet, and goes with
-- the erasure of the demand. Dates are kept, not ages: what time alone changes is worked out when it is counted.
create table observed_demand (
  demand_id bigint not null,
  active boolean not null,
  departement_code varchar(3) collate "C" not null,
  desk_id int not null,
  partner_id int not null,       -- the registering partner
  deposit_on date not null,
  left_on date,
  left_reason text collate "C",  -- code list CANCELLATION_REASON
  birth_date date,               -- of who asks; null: a body
  household_size smallint not null,
  household_category smallint not null,
  annual_income int,             -- reference tax income, euros a year; null: not stated
  monthly_income int,            -- resources of the household, euros a month; null: not stated
  place varchar(5) collate "C",  -- first municipality wished
  epci varchar(9) collate "C",   -- of that municipality
  zone varchar(4) collate "C",   -- of that municipality
  places varchar(5)[] not null,  -- every municipality wished, once each
  epcis varchar(9)[] not null,   -- their EPCI, once each
  lives_in varchar(5) collate "C", -- municipality of residence; null: outside the file's départements
  provenance text collate "C" not null,
  composition text collate "C" not null,
  employment text collate "C",   -- code list WORK_CONTRACT
  nationality text collate "C",  -- code list NATIONALITY
  family_situation text collate "C", -- code list FAMILY_SITUATION
  tenure text collate "C",       -- code list CURRENT_HOUSING
  motive text collate "C",       -- code list DEMAND_MOTIVE
  sought_category text collate "C" not null, -- code list SOUGHT_CATEGORY
  dwelling_type text collate "C", -- the smallest asked for
  label text collate "C" not null, -- what stands first: DALO, ACD, ACI, GROUND, NONE
  quota text collate "C" not null, -- contingent the demand is eligible to that stands first
  transfer boolean not null,
  renewed boolean not null,
  over_delay boolean not null,   -- beyond the abnormally long delay
  adapted boolean not null,
  complete boolean not null,
  online boolean not null,
  primary key (demand_id, active)
) partition by list (active);
create table observed_active partition of observed_demand for values in (true);
create table observed_left partition of observed_demand for values in (false);
create index observed_active_by_place on observed_active (departement_code, place);
create index observed_left_by_place on observed_left (departement_code, left_on);

-- The one place that says what a demand's row holds.
create view observed_source as
select d.id as demand_id, d.status = 'ACTIVE' as active, d.departement_code, d.desk_id::int, k.partner_id::int,
  d.initial_deposit_date as deposit_on,
  case d.status when 'CANCELLED' then d.cancelled_on when 'MERGED' then d.merged_on end as left_on,
  case d.status when 'MERGED' then 'MERGED' else d.cancellation_reason end as left_reason,
  p.birth_date, d.household_size, d.household_category, d.annual_income, d.annual_resources / 12 as monthly_income,
  w.place, w.epci, w.zone, coalesce(w.places, '{}') as places, coalesce(w.epcis, '{}') as epcis,
  h.code as lives_in,
  case when h.code is null then 'ELSEWHERE'
       when h.code = w.place then 'SAME_MUNICIPALITY'
       when h.epci_siren = w.epci then 'SAME_EPCI'
       when h.departement_code = w.departement then 'SAME_DEPARTEMENT'
       else 'OTHER_DEPARTEMENT' end as provenance,
  case when d.shared_tenancy then 'SHARED' else f.household_kind end as composition,
  p.work_contract as employment, p.nationality, p.family_situation,
  d.current_tenure as tenure, d.main_motive as motive, d.sought_category,
  (select min(t.dwelling_type collate "C") from wished_type t where t.demand_id = d.id) as dwelling_type,
  case when d.dalo_status = 'ACTIF' then 'DALO' when d.collective_agreement in ('ACD', 'ACI') then d.collective_agreement
       when d.priority_grounds <> 0 then 'GROUND' else 'NONE' end as label,
  case when d.eligible_quotas & 4 <> 0 then 'PPRIOR' when d.eligible_quotas & 8 <> 0 then 'PFONCT'
       when d.eligible_quotas & 2 <> 0 then 'COLACT' when d.eligible_quotas & 1 <> 0 then 'COLTER'
       when d.eligible_quotas & 16 <> 0 then 'AUTRES' else 'AUCUN' end as quota,
  d.transfer, d.last_renewal_date is not null as renewed, d.abnormal_delay_since is not null as over_delay,
  d.needs_adapted_dwelling as adapted, d.complete, d.registered_online as online
from demand d
join registration_desk k on k.id = d.desk_id
join demand_fact f on f.demand_id = d.id
left join household_member p on p.demand_id = d.id and p.role = 'APPLICANT'
left join municipality h on h.code = d.municipality_code
left join lateral (
  select (array_agg(m.code order by l.rank))[1] as place, (array_agg(m.epci_siren order by l.rank))[1] as epci,
    (array_agg(m.departement_code order by l.rank))[1] as departement, (array_agg(m.zone order by l.rank))[1] as zone,
    array_agg(distinct m.code::varchar(5)) as places,
    coalesce(array_agg(distinct m.epci_siren::varchar(9)) filter (where m.epci_siren is not null), '{}') as epcis
  from wished_location l join municipality m on m.code = l.municipality_code where l.demand_id = d.id) w on true
where not d.erased;

-- What happened to demands, by the day it took effect, with the demand as it stands now: of a month that is not
-- closed yet, counted here; of a closed one, in the files of the observatory. A lease says where and what the
-- dwelling is, all else where and what the demand wishes.
create view observed_fact as
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
where l.cancelled_at is null;

-- The anonymous files of the observatory: which stand, and that they are what was written.
create table observatory_file (
  kind text not null check (kind in ('STOCK','FACTS')),
  day date not null,             -- of a stock: the day it tells; of facts: the first of their month
  rows bigint not null check (rows >= 0),
  bytes bigint not null check (bytes > 0),
  sha256 char(64) not null,
  origin text not null check (origin in ('TAKEN','REBUILT','INVENTED')), -- REBUILT: from the dates of demands, afterwards
  written_at timestamptz not null,
  primary key (kind, day)
);

-- Social dwellings of a territory, for the pressure on them: published figures, dated.
create table social_stock (
  level text not null check (level in ('REGION','DEPARTEMENT','EPCI')),
  code varchar(9) not null,
  counted_on date not null,
  dwellings int not null check (dwellings > 0),
  source text not null,
  primary key (level, code, counted_on)
);
insert into social_stock (level, code, counted_on, dwellings, source)
select 'DEPARTEMENT', code, date '2024-01-01', dwellings, 'RPLS 2024, DREAL Pays de la Loire'
from (values ('44', 98734), ('49', 66798), ('53', 16380), ('72', 39548), ('85', 25685)) s (code, dwellings);
insert into social_stock (level, code, counted_on, dwellings, source)
select 'EPCI', siren, date '2024-01-01', dwellings, 'RPLS 2024, DREAL Pays de la Loire'
from (values ('244400404', 67829), ('244900015', 39114), ('247200132', 26586), ('244400644', 13251), ('200083392', 9756),
  ('248500589', 8179), ('200071678', 7016), ('200071876', 6902), ('244400610', 3415)) s (siren, dwellings);

-- A question asked of the observatory, kept under a name; its link is the question itself.
create sequence saved_question_seq increment 50 start 50;
create table saved_question (
  id bigint primary key,
  agent_id bigint not null references agent,
  partner_id bigint not null references partner,
  name text not null check (length(name) between 1 and 80),
  shared boolean not null,       -- seen by the agents of the partner
  query text not null check (length(query) <= 2000),
  created_at timestamptz not null
);
create index saved_question_by_partner on saved_question (partner_id, name);

-- Every lease of a vacancy, not only the one that stands.
create index lease_of_vacancy on lease (vacancy_id);

insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('FLOWS_OPEN_MONTHS', null, 3, 'month', '2010-10-01', null, 'no text: months whose flows are counted anew with each snapshot, for what is entered late', true);
