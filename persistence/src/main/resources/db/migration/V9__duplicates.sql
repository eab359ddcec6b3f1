-- Duplicates: sets of demands that may be one person's, what was said of them, and merging (arrêté of 23 March 2015, annex §8).

-- A merged demand is neither active nor cancelled: it has gone into another, which stands for both and has the older seniority.
alter table demand
  add column merged_into bigint references demand,
  add column merged_on date,
  drop constraint demand_status_check,
  add constraint demand_status_check check (status in ('ACTIVE','CANCELLED','MERGED')),
  add check ((status = 'MERGED') = (merged_into is not null)),
  add check ((status = 'MERGED') = (merged_on is not null));
create index demand_merged on demand (merged_into) where merged_into is not null;

-- The demand that a number leads to: its own, or the one it was merged into, however often.
create function surviving_demand(number character) returns bigint language sql stable as $$
  with recursive chain as (
    select id, merged_into from demand where unique_number = number
    union all
    select d.id, d.merged_into from chain c join demand d on d.id = c.merged_into)
  select id from chain where merged_into is null
$$;

create table duplicate_set (
  id bigint generated always as identity primary key,
  departement_code varchar(3) not null references departement,
  state text not null check (state in ('OPEN','MERGED','NOT_SAME','LEFT')), -- LEFT: all but one left the file
  likelihood numeric(3,2) not null check (likelihood between 0 and 1),
  reasons text[] not null,       -- LikenessReason
  found_at timestamptz not null,
  closed_at timestamptz,
  closed_by bigint references agent, -- null: nobody, the set lost its object
  word text,                     -- of who closed it
  check ((state = 'OPEN') = (closed_at is null))
);
create index duplicate_set_open on duplicate_set (departement_code, likelihood desc, id) where state = 'OPEN';
create table duplicate_member (
  set_id bigint not null references duplicate_set on delete cascade,
  demand_id bigint not null references demand,
  primary key (set_id, demand_id)
);
create index duplicate_member_by_demand on duplicate_member (demand_id);

-- Two demands of which somebody said that they are not the same person's.
create table not_same_person (
  first_id bigint not null references demand,
  second_id bigint not null references demand,
  said_at timestamptz not null,
  said_by bigint not null references agent,
  word text,
  primary key (first_id, second_id),
  check (first_id < second_id)
);
create index not_same_person_by_second on not_same_person (second_id);

-- What a merging changed in the surviving demand, to undo it exactly.
create table demand_merge (
  id bigint generated always as identity primary key,
  survivor_id bigint not null references demand,
  merged_id bigint not null references demand,
  set_id bigint references duplicate_set on delete set null,
  merged_at timestamptz not null,
  merged_by bigint not null references agent,
  word text,
  deposit_before date not null,
  renewal_before date,
  valid_before date not null,
  renewal_after date,            -- to know a renewal that came later, which stays
  undone_at timestamptz,
  undone_by bigint references agent,
  check (survivor_id <> merged_id),
  check ((undone_at is null) = (undone_by is null))
);
create unique index demand_merge_standing on demand_merge (merged_id) where undone_at is null;
create index demand_merge_by_survivor on demand_merge (survivor_id, merged_at);

insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('MERGE_UNDO_DAYS', null, 30, 'day', '2010-10-01', null, 'no text sets it: duplicates are the manager''s to treat (arrêté of 23 March 2015, annex §8)', true);
