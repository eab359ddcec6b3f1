-- What runs at night, and what it needs to know of demands.

-- The delay of L.441-1-4 may differ by type of dwelling; null: all types.
alter table rule_parameter add column dwelling_type text;
drop index rule_parameter_once;
create unique index rule_parameter_once
  on rule_parameter (name, coalesce(departement_code, ''), coalesce(dwelling_type, ''), valid_from);
insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('RENEWAL_NOTICE_LEAD_DAYS', null, 15, 'day', '2010-10-01', null, 'practice: so that nights without campaign make no notice late', true),
  ('RENEWAL_REMINDER_DAYS', null, 15, 'day', '2010-10-01', null, 'practice: a word more before the end of validity', true);

-- The day on which a demand passed the delay of L.441-1-4; null: it has not, or nobody has looked yet.
alter table demand add column abnormal_delay_since date;
create index demand_delay_to_watch on demand (departement_code, initial_deposit_date, id)
  where status = 'ACTIVE' and abnormal_delay_since is null;
create index demand_delay_passed on demand (departement_code, abnormal_delay_since, id)
  where status = 'ACTIVE' and abnormal_delay_since is not null;

-- Runs of jobs. The index on what is running is the lock: no two servers run one job at once.
create table job_run (
  id bigint generated always as identity primary key,
  job text not null,
  day date not null,             -- the day it works as of
  state text not null check (state in ('RUNNING','DONE','STOPPED','FAILED')),
  asked_by text,                 -- login of who asked; null: the plan of the night
  server text not null,
  execution_id bigint,           -- of Jakarta Batch, whose repository keeps how far it came
  started_at timestamptz not null,
  beat_at timestamptz not null,  -- last sign of life
  ended_at timestamptz,
  stop_asked boolean not null default false,
  total bigint not null,         -- what was due when it began
  done bigint not null default 0,
  set_aside bigint not null default 0,
  failed bigint not null default 0,
  failure text                   -- kind of the fault that ended it
);
create unique index job_run_one_at_once on job_run (job) where state = 'RUNNING';
create unique index job_run_once_a_night on job_run (job, day) where asked_by is null;
create index job_run_by_date on job_run (started_at desc, id desc);

-- What a run did not do, and why; what it did is in the history of each demand.
create table job_run_item (
  run_id bigint not null references job_run on delete cascade,
  demand_id bigint not null references demand,
  outcome text not null check (outcome in ('SET_ASIDE','FAILED')),
  reason text not null,
  primary key (run_id, demand_id)
);
create index job_run_item_by_demand on job_run_item (demand_id);
