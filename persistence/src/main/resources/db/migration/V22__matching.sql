-- Scoring grids, and the narrow row that candidates are searched and ranked by (ADR 0019).

-- Scoring grids (L.441-2-8, R.441-2-10): one per territory and version; the EPCI's goes before the département's -----------
create sequence scoring_grid_seq increment 50 start 1;
create table scoring_grid (
  id bigint primary key,
  version int not null,          -- of the row: who saves an older one is told
  territory_code varchar(9) not null, -- SIREN of an EPCI, or code of a département
  number int not null check (number >= 1), -- of the grid, within its territory
  method text not null check (method in ('SCORE','SENIORITY','PRIORITY_FIRST')),
  note text,
  in_force_from date,            -- null: a draft
  in_force_to date,              -- first day on which it no longer counts; null: no end known
  written_by bigint references agent,
  written_at timestamptz not null,
  unique (territory_code, number),
  check (in_force_to is null or in_force_from is not null)
);
create unique index scoring_grid_once on scoring_grid (territory_code, in_force_from) where in_force_from is not null;
create table scoring_criterion (
  grid_id bigint not null references scoring_grid on delete cascade,
  position smallint not null check (position >= 1),
  fact text not null,            -- ScoringFact
  points int not null check (points between -500 and 500), -- once, per month or per person, as the fact counts
  maximum int check (maximum between 1 and 5000), -- most points it may give, or take away
  proven boolean not null,       -- counts only once its document is validated
  exclusive_group varchar(20),   -- of those of a group, only the one that gives most counts
  primary key (grid_id, position),
  unique (grid_id, fact)
);
-- What each demand scores in each territory that it wishes to live in and that has a grid.
create table demand_score (
  demand_id bigint not null references demand,
  territory_code varchar(9) not null,
  grid_id bigint not null references scoring_grid,
  score int not null,            -- counted today
  score_if_proven int not null,  -- were all that is only declared proven (provisional)
  points smallint[] not null,    -- of each criterion, by its position; their sum is the score
  points_if_proven smallint[] not null,
  computed_on date not null,
  next_on date not null,         -- day on which time alone may change it
  primary key (demand_id, territory_code)
);
create index demand_score_due on demand_score (next_on, demand_id);
create index demand_score_by_grid on demand_score (grid_id);

-- Where people work: the form tells a postal code and a town, several municipalities share a code.
create table municipality_postal_code (
  postal_code char(5) not null,
  municipality_code char(5) not null references municipality,
  primary key (postal_code, municipality_code)
);
insert into municipality_postal_code (postal_code, municipality_code)
  select distinct c, m.code from municipality m cross join unnest(string_to_array(m.postal_codes, ',')) c where length(c) = 5;

-- Distance between two points a few dozen kilometres apart, good to a hundredth.
create function kilometres(latitude1 double precision, longitude1 double precision, latitude2 double precision,
    longitude2 double precision) returns double precision language sql immutable parallel safe as $$
  select 111.2 * sqrt((latitude1 - latitude2) ^ 2 + ((longitude1 - longitude2) * cos(radians((latitude1 + latitude2) / 2))) ^ 2)
$$;
-- The municipality each signer works in, as far as the form tells one of the file's.
create view demand_workplace as
  select m.demand_id, w.code, w.epci_siren, w.departement_code, w.latitude, w.longitude
  from household_member m cross join lateral (
    select t.code, t.epci_siren, t.departement_code, t.latitude, t.longitude
    from municipality_postal_code c join municipality t on t.code = c.municipality_code
    where c.postal_code = m.employer_postal_code
    order by similarity(coalesce(m.employer_city, ''), t.search_name) desc, t.population desc, t.code limit 1) w
  where m.role in ('APPLICANT', 'CO_APPLICANT') and m.employer_postal_code is not null and not m.employer_abroad;
-- What rules of ranking ask of a household, and the form does not tell in one field.
create view demand_fact as
  select d.id as demand_id, h.signers, h.children, h.couple, h.disabled, h.signer_births,
         case when d.legal_name is not null then 'BODY'
              when d.household_size = 1 then 'SINGLE'
              when h.signers = 1 and h.signers + h.children = d.household_size then 'PARENT'
              when h.couple and h.children = 0 and d.household_size = 2 then 'COUPLE'
              when h.couple and h.signers + h.children = d.household_size then 'FAMILY'
              else 'OTHER' end as household_kind
  from demand d cross join lateral (
    select count(*) filter (where m.role in ('APPLICANT', 'CO_APPLICANT'))::int as signers,
           (count(*) filter (where m.role = 'SHARED_CUSTODY' or m.role = 'DEPENDANT' and coalesce(m.kinship, 'E') = 'E'))::int
             + d.expected_children as children,
           coalesce(bool_or(m.role = 'CO_APPLICANT' and m.applicant_link in ('M', 'P', 'C')), false) as couple,
           coalesce(bool_or(m.disabled), false) as disabled,
           array_agg(m.birth_date) filter (where m.role in ('APPLICANT', 'CO_APPLICANT')) as signer_births
    from household_member m where m.demand_id = d.id) h;

-- Candidates: a row per active demand and place, which is a wished municipality or the EPCI of some of them -----------------
drop table candidate_wish;
create table candidate_wish (
  demand_id bigint not null references demand,
  place varchar(9) collate "C" not null, -- INSEE code, or SIREN of the EPCI: so that each demand counts once in it
  rank_key bigint not null,      -- order by the method of the place's territory: what goes first, then days of deposit
  initial_deposit_date date not null,
  location_rank smallint not null, -- which of their choices it is; of an EPCI the best
  type_mask smallint not null,   -- bit per DwellingType
  household_size smallint not null,
  household_category smallint not null,
  household_kind varchar(6) not null,
  annual_income int,             -- euros a year
  resources_per_unit int,        -- euros a year per consumption unit
  tenure varchar(6),             -- code list CURRENT_HOUSING
  motive varchar(2),             -- code list DEMAND_MOTIVE
  traits int not null,           -- bit per CandidateTrait
  grounds int not null,          -- bit per PriorityGround
  quotas smallint not null,      -- bit per code of QUOTA
  works_km smallint,             -- from the nearest place of work to this place, kilometres; null: none told
  score int,                     -- in the territory of the place; null where it has no grid
  primary key (demand_id, place)
);
create index candidate_wish_first on candidate_wish (place) where location_rank = 1;
-- One index per type of dwelling, in the order of ranking: a page and an exact total read no more than those who want the type,
-- and nothing but the index. What every search asks for comes first and has a fixed width: that is found faster in a row.
do $$
declare
  type_bit int;
  name text;
begin
  for i in 0..6 loop
    type_bit := 1 << i;
    name := 'candidate_wish_' || (array['c','t1','t2','t3','t4','t5','t6p'])[i + 1];
    execute format('create index %I on candidate_wish (place, rank_key, demand_id) include (household_size, household_category,'
      || ' annual_income, traits, grounds, resources_per_unit, quotas, works_km, household_kind, motive, tenure)'
      || ' where type_mask & %s <> 0', name, type_bit);
  end loop;
end $$;

-- Searches an agent keeps: what the address of the page says, never what was found.
create sequence saved_search_seq increment 50 start 1;
create table saved_search (
  id bigint primary key,
  agent_id bigint not null references agent,
  partner_id bigint not null references partner,
  name text not null check (length(name) between 1 and 80),
  shared boolean not null,       -- seen by the agents of the partner
  query text not null check (length(query) <= 2000),
  created_at timestamptz not null
);
create index saved_search_by_partner on saved_search (partner_id, name);

insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('WORKS_NEARBY_KM', null, 10, 'kilometre', '2010-10-01', null, 'no text: usual distance between home and work', true),
  ('SCORING_EFFORT_PERCENT', null, 33, 'percent', '2010-10-01', null, 'no text: usual threshold of landlords (R.441-3-1)', true),
  ('EXTRACT_ROWS', null, 2000, 'demand', '2010-10-01', null, 'no text: most demands in a nominative extract', true);
insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('OTHER_PLACES_KM', null, 20, 'kilometre', '2010-10-01', null, 'no text: how far from a wish who accepts other places is offered', true);
