-- The whole form (Cerfa 14069; R.441-2-2): what was still missing of its sections, for natural persons and for legal ones.
alter table demand
  -- a body that asks (L.442-8-1); its signatory is the household member with the role APPLICANT
  add column legal_name text,
  add column legal_siren char(9),
  add column legal_rna char(10),
  add column legal_created_on date,
  -- section a: who helped with the form
  add column helper_structure text,
  add column helper_name text,
  add column helper_phone text,
  add column helper_email text,
  -- section b
  add column address_building text,
  add column address_floor text,
  add column address_apartment text,
  add column address_abroad boolean not null default false,
  add column address_country text,
  -- section f
  add column host_name text,
  add column host_number char(18),
  add column housing_aid int check (housing_aid >= 0), -- euros a month
  -- section h
  add column accepts_top_floor boolean not null default true,
  add column shared_tenancy boolean not null default false,
  -- nothing that the form asks for is missing (docs/controls.md, severity INCOMPLETE); kept true with every change
  add column complete boolean not null default false,
  -- Legal persons fill in sections a, b and h only (R.441-2-2).
  alter column current_tenure drop not null,
  alter column main_motive drop not null,
  add check (legal_name is not null or (current_tenure is not null and main_motive is not null));
create index demand_to_complete on demand (departement_code, desk_id, initial_deposit_date, id)
  where status = 'ACTIVE' and not complete;

alter table household_member
  add column other_phone text,
  add column employer_city text,
  add column employer_postal_code text,
  add column employer_abroad boolean not null default false,
  add column employer_siret char(14),
  add column tax_year int,       -- year of tax_income_n2; that of tax_income_n1 is the next one
  add column without_resources boolean not null default false,
  -- The signatory of a body has no birth date to tell; a child in shared custody has no name on the form.
  alter column birth_date drop not null,
  alter column surname drop not null,
  alter column given_name drop not null,
  add check (birth_date is not null or role = 'APPLICANT'),
  add check ((surname is not null and given_name is not null) or role = 'SHARED_CUSTODY');
update household_member m set tax_year = d.tax_year from demand d
  where d.id = m.demand_id and d.tax_year is not null and (m.tax_income_n1 is not null or m.tax_income_n2 is not null);
-- A body is found by its own name, which has no birth date.
alter table person_name alter column birth_date drop not null;

-- Demands from before count as complete or not by the same list of controls as new ones.
update demand d set complete = not exists (
    select 1 from household_member m where m.demand_id = d.id and (
      (m.role in ('APPLICANT', 'CO_APPLICANT') and (
        m.family_situation is null or m.work_contract is null or m.tax_income_n2 is null
        or (m.work_contract in ('CDI', 'CDD', 'APP') and m.employer is null)
        or not exists (select 1 from monthly_resource r where r.member_id = m.id)))
      or (m.role = 'APPLICANT' and m.phone is null and m.email is null)
      or (m.role = 'DEPENDANT' and m.kinship is null)))
  and not (d.expected_children > 0 and d.expected_birth_date is null)
  and not (d.current_tenure in ('HLM', 'LP') and (d.current_rent is null or d.current_type is null or d.current_surface is null))
  and not (d.current_tenure = 'HLM' and d.current_landlord is null)
  and d.current_tenure not in ('CPE', 'CP')  -- the host was not asked for
  and d.current_occupants is not null and d.current_since is not null
  and not ('23' in (d.main_motive, coalesce(d.second_motive, ''), coalesce(d.third_motive, '')) and d.motive_detail is null);

-- Section i, the handicap complement: data on health in a table of their own, read with the right HEALTH only.
create table handicap_complement (
  member_id bigint primary key references household_member on delete cascade,
  demand_id bigint not null references demand,
  state text,                    -- code list HANDICAP_STATE
  walking text,                  -- code list WALKING
  motor text[] not null,         -- code list MOTOR
  sensory text[] not null,       -- code list SENSORY
  technical_aids text[] not null, -- code list TECHNICAL_AID
  adaptations text[] not null,   -- code list ADAPTATION
  detail text,
  recorded_at timestamptz not null,
  recorded_by bigint references agent
);
create index handicap_complement_by_demand on handicap_complement (demand_id);

-- Neighbourhoods of a municipality that a wish may name. The manager loads them; a code is never used again for another place.
create table district (
  code varchar(60) primary key,
  municipality_code char(5) not null references municipality,
  name text not null,
  valid_from date not null,
  valid_to date,                 -- last day; null: still offered
  source text not null,          -- who says so
  check (code like municipality_code || '-%')
);
create index district_by_municipality on district (municipality_code, name);
-- What was typed before districts had codes gets one, so that nothing is lost.
insert into district (code, municipality_code, name, valid_from, source)
select l.municipality_code || '-T' || row_number() over (partition by l.municipality_code order by l.district),
       l.municipality_code, l.district, date '2018-09-10', 'Saisie libre, avant la liste des quartiers'
from (select distinct municipality_code, district from wished_location where district is not null) l;
update wished_location l set district = d.code from district d
  where d.municipality_code = l.municipality_code and d.name = l.district;
