-- Toit commun: the schema of the shared file. Terms follow the glossary (docs/glossary.md).
create extension if not exists pg_trgm;

-- Installation ---------------------------------------------------------------------------------
-- One row: says whether this database holds invented demonstration data (whose public password
-- must never open a real file).
create table installation (
  id smallint primary key default 1 check (id = 1),
  demonstration boolean not null,
  seed bigint,
  requested_demands int,
  prepared_at timestamptz not null default now()
);

-- Territory ------------------------------------------------------------------------------------
create table departement (
  code varchar(3) primary key,
  name text not null,
  region text not null
);
create table epci (
  siren char(9) primary key,
  name text not null
);
create table municipality (
  code char(5) primary key,
  name text not null,
  departement_code varchar(3) not null references departement,
  epci_siren char(9) references epci,
  population int not null check (population >= 0),
  zone varchar(4) not null,
  latitude double precision not null,
  longitude double precision not null,
  approximate_point boolean not null default false,
  postal_codes text not null default '',
  search_name text not null
);
create index municipality_by_epci on municipality (epci_siren);
create index municipality_by_name on municipality (search_name text_pattern_ops);

-- Dated reference data -------------------------------------------------------------------------
create table code_item (
  list_name text not null,
  code text not null,
  label_fr text not null,
  label_en text not null,
  rank int not null,
  valid_from date not null,
  valid_to date,
  primary key (list_name, code, valid_from)
);
create table income_ceiling (
  scheme varchar(4) not null,
  zone text not null,
  year int not null,
  category int not null check (category between 1 and 7), -- 7: each person beyond six
  amount int not null check (amount > 0),                 -- euros a year
  valid_from date not null,
  valid_to date,
  source text not null,
  assumed boolean not null,
  primary key (scheme, zone, year, category)
);
create table size_grid (
  persons int not null,
  dwelling_type varchar(3) not null,
  assumed boolean not null,
  primary key (persons, dwelling_type)
);
create table rule_parameter (
  id int generated always as identity primary key,
  name text not null,
  departement_code varchar(3) references departement,
  value numeric not null,
  unit text not null,
  valid_from date not null,
  valid_to date,
  article text not null,
  assumed boolean not null
);
create unique index rule_parameter_once on rule_parameter (name, coalesce(departement_code, ''), valid_from);

-- Partners -------------------------------------------------------------------------------------
create sequence partner_seq increment 50 start 1;
create table partner (
  id bigint primary key,
  kind text not null check (kind in ('LANDLORD','STATE','DEPARTMENT','LOCAL_AUTHORITY','ACTION_LOGEMENT','INFORMATION_AGENCY','FILE_MANAGER')),
  name text not null,
  siren char(9),
  address text not null,
  municipality_code char(5) references municipality,
  registering boolean not null  -- R.441-2-1: only a registering service has access to names
);
-- Where a partner may act: whole départements, EPCI or municipalities (R.441-2-6).
create table partner_territory (
  partner_id bigint not null references partner,
  level text not null check (level in ('DEPARTEMENT','EPCI','MUNICIPALITY')),
  code varchar(9) not null,
  primary key (partner_id, level, code)
);
create sequence registration_desk_seq increment 50 start 1;
create table registration_desk (
  id bigint primary key,
  code char(5) not null unique,
  partner_id bigint not null references partner,
  name text not null,
  address text not null,
  municipality_code char(5) not null references municipality
);
create sequence agent_seq increment 50 start 1;
create table agent (
  id bigint primary key,
  login text not null unique,
  given_name text not null,
  surname text not null,
  email text,
  password_hash text,           -- bcrypt; null: this agent cannot sign in
  partner_id bigint not null references partner,
  desk_id bigint references registration_desk,
  active boolean not null default true,
  demonstration boolean not null default false
);
create table agent_right (
  agent_id bigint not null references agent,
  right_name text not null,
  primary key (agent_id, right_name)
);
-- What the server's security realm reads. A demonstration account opens nothing outside a demonstration.
create view active_agent_login as
  select a.login, a.password_hash from agent a
  where a.active and a.password_hash is not null
    and (not a.demonstration or exists (select 1 from installation i where i.demonstration));
create view active_agent_right as
  select a.login, r.right_name from agent a join agent_right r on r.agent_id = a.id where a.active;

-- Demands --------------------------------------------------------------------------------------
-- One sequence per territory and month (domain.md §1.2): gaps are harmless, contention would not be.
create function next_number_in(territory text, month_year text) returns bigint language plpgsql as $$
declare
  sequence_name text := 'unique_number_' || territory || '_' || month_year;
begin
  if to_regclass(sequence_name) is null then
    perform pg_advisory_xact_lock(hashtext(sequence_name));
    execute format('create sequence if not exists %I minvalue 1 maxvalue 999999', sequence_name);
  end if;
  return nextval(sequence_name::regclass);
end $$;

create sequence demand_seq increment 50 start 1;
create table demand (
  id bigint primary key,
  version int not null,
  unique_number char(18) not null unique,
  national_number text,
  departement_code varchar(3) not null references departement,
  desk_id bigint not null references registration_desk,
  status text not null check (status in ('ACTIVE','CANCELLED')),
  initial_deposit_date date not null,
  last_renewal_date date,
  valid_until date not null,
  registered_at timestamptz not null,
  cancellation_reason text,      -- code list CANCELLATION_REASON (R.441-2-8)
  cancellation_sub_reason text,  -- code list CANCELLATION_SUB_REASON
  cancelled_on date,
  cancellation_notice_date date, -- the letter that R.441-2-8 c) and d) ask for
  -- where letters go
  address_line text,
  address_complement text,
  hosted_by text,
  postal_code text,
  municipality_code char(5),     -- null: lives outside the six départements
  city text,
  -- children to be born
  expected_children smallint not null default 0 check (expected_children between 0 and 9),
  expected_birth_date date,
  -- current housing
  current_tenure text not null,  -- code list CURRENT_HOUSING
  current_landlord text,
  current_category text,
  current_type text,
  current_surface int check (current_surface between 1 and 999),
  current_occupants smallint,
  current_rent int check (current_rent >= 0), -- euros a month, charges included
  current_since date,
  owns_dwelling boolean not null default false,
  -- why
  main_motive text not null,     -- code list DEMAND_MOTIVE
  second_motive text,
  third_motive text,
  motive_detail text,
  -- the dwelling sought
  sought_category text not null, -- A, M, I
  accepts_other_locations boolean not null,
  maximum_rent int check (maximum_rent > 0), -- euros a month, charges included
  accepts_ground_floor boolean not null default true,
  accepts_no_lift boolean not null default true,
  wants_parking boolean not null default false,
  needs_adapted_dwelling boolean not null default false,
  -- statuses set by partners
  dalo_status text not null default 'NON',
  collective_agreement text not null default 'AUCUN',
  -- computed by the rules on every change, stored because candidates are ranked by them
  tax_year int,                  -- N-2 at the last statement of income
  household_size smallint not null check (household_size between 1 and 30),
  household_category smallint not null check (household_category between 1 and 30),
  annual_income int,             -- reference tax income N-2 of all persons; null: not stated
  transfer boolean not null,     -- the applicant is a tenant of social housing (mutation)
  salaried_contributor boolean not null, -- an adult works for a contributing employer (Action Logement)
  check ((status = 'CANCELLED') = (cancellation_reason is not null)),
  check ((status = 'CANCELLED') = (cancelled_on is not null))
);
create index demand_active on demand (departement_code, initial_deposit_date, id) where status = 'ACTIVE';
create index demand_by_desk on demand (desk_id, registered_at);
create index demand_by_validity on demand (departement_code, valid_until, id) where status = 'ACTIVE';
create index demand_cancelled on demand (departement_code, cancelled_on, cancellation_reason) where status = 'CANCELLED';

create sequence household_member_seq increment 50 start 1;
create table household_member (
  id bigint primary key,
  demand_id bigint not null references demand,
  position smallint not null,
  role text not null check (role in ('APPLICANT','CO_APPLICANT','DEPENDANT','SHARED_CUSTODY')),
  civility text,
  surname text not null,
  birth_name text,
  given_name text not null,
  birth_date date not null,
  sex char(1),
  nationality text,
  family_situation text,
  applicant_link text,           -- of a co-applicant
  kinship text,                  -- of a dependant
  custody text,                  -- of a child in shared custody
  disabled boolean not null default false, -- mobility inclusion card "invalidité"
  phone text,
  email text,
  work_contract text,
  profession text,
  employer text,
  employer_contributes boolean not null default false,
  tax_income_n1 int check (tax_income_n1 >= 0),
  tax_income_n2 int check (tax_income_n2 >= 0)
);
create index household_member_by_demand on household_member (demand_id);
create table monthly_resource (
  member_id bigint not null references household_member,
  resource_code text not null,   -- code lists RESOURCE_RECEIVED and RESOURCE_PAID
  amount int not null check (amount >= 0),
  primary key (member_id, resource_code)
);
create table wished_type (
  demand_id bigint not null references demand,
  dwelling_type text not null,
  primary key (demand_id, dwelling_type)
);
create table wished_location (
  demand_id bigint not null references demand,
  rank smallint not null check (rank >= 1),
  municipality_code char(5) not null references municipality,
  district text,
  primary key (demand_id, rank),
  unique (demand_id, municipality_code, district)
);
create index wished_location_by_municipality on wished_location (municipality_code, demand_id);

-- Read models, kept true in the same transaction as the demand ------------------------------------
-- How applicants and co-applicants may be called: one row per name they bear.
create table person_name (
  demand_id bigint not null references demand,
  member_id bigint not null references household_member,
  name_key text not null,        -- NameKey: lower case, no accents, words apart
  birth_date date not null
);
create index person_name_by_demand on person_name (demand_id);
create index person_name_by_birth on person_name (birth_date);
create index person_name_by_key on person_name using gin (name_key gin_trgm_ops);
create index person_name_exact on person_name (name_key);
-- One narrow row per active demand and wished municipality: what candidates are found by.
create table candidate_wish (
  municipality_code char(5) not null,
  initial_deposit_date date not null,
  demand_id bigint not null references demand,
  type_mask smallint not null,   -- bit per DwellingType, in the order of the type's declaration
  household_size smallint not null,
  household_category smallint not null,
  annual_income int,
  location_rank smallint not null,
  primary key (municipality_code, initial_deposit_date, demand_id)
    include (type_mask, household_size, household_category, annual_income)
);
create index candidate_wish_by_demand on candidate_wish (demand_id);

-- History of a demand --------------------------------------------------------------------------
create sequence demand_event_seq increment 50 start 1;
create table demand_event (
  id bigint primary key,
  demand_id bigint not null references demand,
  kind text not null,            -- DemandEventKind
  occurred_at timestamptz not null,
  effective_on date not null,
  agent_id bigint references agent,
  partner_id bigint references partner,
  departement_code varchar(3) not null,
  word_of text,                  -- APPLICANT, DOCUMENT or VALIDATED_THIRD_PARTY
  detail text,                   -- readable precision (reason, landlord, municipality), no name
  changes text                   -- JSON: [{"field","from","to"}]
);
create index demand_event_by_demand on demand_event (demand_id, occurred_at);
create index demand_event_by_kind on demand_event (kind, departement_code, effective_on);
create index demand_event_by_agent on demand_event (agent_id, occurred_at);

-- Dwellings ------------------------------------------------------------------------------------
create sequence dwelling_seq increment 50 start 1;
create table dwelling (
  id bigint primary key,
  landlord_id bigint not null references partner,
  stock_register_id char(10) unique, -- RPLS
  internal_reference text not null,
  municipality_code char(5) not null references municipality,
  address text not null,
  floor smallint,
  lift boolean not null,
  category char(1) not null check (category in ('A','M')),
  dwelling_type text not null,
  surface int not null check (surface between 5 and 500), -- m²
  main_rent int not null check (main_rent >= 0),  -- euros a month
  charges int not null check (charges >= 0),      -- euros a month
  scheme varchar(4) not null,
  energy_class char(1),
  priority_district boolean not null,             -- QPV
  wheelchair boolean not null,
  adapted_plai boolean not null default false,    -- D.331-25-1
  completion_year int,
  unique (landlord_id, internal_reference)
);
create sequence vacancy_seq increment 50 start 1;
create table vacancy (
  id bigint primary key,
  version int not null,
  dwelling_id bigint not null references dwelling,
  available_from date not null,
  declared_on date not null,
  quota text not null default 'AUCUN', -- code list QUOTA: whose contingent it is
  status text not null check (status in ('OPEN','LET','WITHDRAWN'))
);
create unique index vacancy_open_once on vacancy (dwelling_id) where status = 'OPEN';
create index vacancy_by_dwelling on vacancy (dwelling_id);

-- Proposals ------------------------------------------------------------------------------------
create sequence proposal_seq increment 50 start 1;
create table proposal (
  id bigint primary key,
  version int not null,
  vacancy_id bigint not null references vacancy,
  demand_id bigint not null references demand,
  status text not null,          -- ProposalStatus
  made_on date not null,
  made_by bigint references agent,
  reply_deadline date not null,  -- R.441-10
  accepted_on date,
  closed_on date,
  refusal_motive text,           -- code list REFUSAL_MOTIVE
  refusal_detail text
);
create unique index proposal_open_once on proposal (vacancy_id, demand_id)
  where status in ('OPEN','ON_AGENDA','ALLOCATED','RANKED','CONDITIONAL');
create index proposal_by_demand on proposal (demand_id, made_on);
create index proposal_by_vacancy on proposal (vacancy_id, status);
create index proposal_by_deadline on proposal (reply_deadline) where status in ('OPEN','ALLOCATED','RANKED','CONDITIONAL');

-- Commissions ----------------------------------------------------------------------------------
create sequence commission_seq increment 50 start 1;
create table commission (
  id bigint primary key,
  landlord_id bigint not null references partner,
  name text not null
);
create sequence commission_session_seq increment 50 start 1;
create table commission_session (
  id bigint primary key,
  version int not null,
  commission_id bigint not null references commission,
  held_at timestamp not null,    -- local time of the place
  place text not null,
  status text not null check (status in ('PLANNED','CLOSED')),
  closed_at timestamptz
);
create index commission_session_by_date on commission_session (commission_id, held_at);
create sequence session_attendee_seq increment 50 start 1;
create table session_attendee (
  id bigint primary key,
  session_id bigint not null references commission_session,
  position smallint not null,
  name text not null,
  capacity text not null,        -- code list ATTENDEE_CAPACITY
  voice text not null check (voice in ('DELIBERATIVE','ADVISORY')),
  casting_vote boolean not null default false,
  attendance text not null check (attendance in ('CONVENED','PRESENT','REPRESENTED','ABSENT'))
);
create index session_attendee_by_session on session_attendee (session_id);
create sequence commission_item_seq increment 50 start 1;
create table commission_item (
  id bigint primary key,
  session_id bigint not null references commission_session,
  position smallint not null,
  vacancy_id bigint not null references vacancy,
  exception text not null default 'NONE' check (exception in ('NONE','TOO_FEW_CANDIDATES','DALO_DESIGNATION','ADAPTED_PLAI')),
  exception_detail text,
  unique (session_id, vacancy_id)
);
create index commission_item_by_vacancy on commission_item (vacancy_id);
create sequence item_candidate_seq increment 50 start 1;
create table item_candidate (
  id bigint primary key,
  version int not null,
  item_id bigint not null references commission_item,
  position smallint not null,
  proposal_id bigint not null references proposal,
  decision text,                 -- Decision, a) to e) of R.441-3
  rank smallint,
  condition_text text,
  condition_deadline date,
  condition_met_on date,
  motive text,                   -- code list NON_ALLOCATION_MOTIVE or CANCELLATION_SUB_REASON
  motive_detail text,
  unique (item_id, proposal_id)
);
create index item_candidate_by_proposal on item_candidate (proposal_id);

-- Leases ---------------------------------------------------------------------------------------
create sequence lease_seq increment 50 start 1;
create table lease (
  id bigint primary key,
  vacancy_id bigint not null unique references vacancy,   -- one tenant per vacant dwelling
  demand_id bigint not null unique references demand,     -- one lease per demand
  proposal_id bigint not null unique references proposal,
  signed_on date not null,
  landlord_siren char(9) not null,
  was_tenant_of_landlord boolean not null,
  stock_register_id char(10),
  collective_agreement text not null,
  dalo_status text not null,
  quota text not null,
  priority_district boolean not null,
  rent int not null,             -- euros a month, charges included
  departement_code varchar(3) not null,
  initial_deposit_date date not null -- kept for the allocation delay
);
create index lease_by_date on lease (departement_code, signed_on);

-- Who did and read what ------------------------------------------------------------------------
create table journal_entry (
  id bigint generated always as identity primary key,
  occurred_at timestamptz not null default now(),
  login text not null,
  partner_id bigint,
  act text not null,
  outcome text not null check (outcome in ('DONE','READ','REFUSED')),
  unique_numbers text[] not null default '{}',
  detail text
);
create index journal_entry_by_login on journal_entry (login, occurred_at);
create index journal_entry_by_date on journal_entry (occurred_at);

-- Exchanges ------------------------------------------------------------------------------------
create table idempotent_answer (
  login text not null,
  idempotency_key text not null,
  request_digest text not null,
  unique_number char(18) not null,
  created_at timestamptz not null default now(),
  primary key (login, idempotency_key)
);

-- Demonstration --------------------------------------------------------------------------------
-- The duplicates the generator planted, listed apart so that tests can count what is found.
create table planted_duplicate (
  set_number int not null,
  unique_number char(18) not null,
  kind text not null,
  primary key (set_number, unique_number)
);
