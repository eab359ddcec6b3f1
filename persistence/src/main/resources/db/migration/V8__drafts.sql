-- Demands being typed at a desk, kept at every step until they are saved, discarded or forgotten. Each belongs to one agent.
create table demand_draft (
  id uuid primary key,
  agent_id bigint not null references agent,
  demand_id bigint references demand on delete cascade, -- the demand being modified; null: a new one
  version_read int,              -- version of that demand the changes are typed on
  form_read jsonb,               -- that demand as it was read, to keep what two agents changed
  word_of text,                  -- WordOf
  form jsonb not null,           -- DemandForm as typed so far: names, addresses, free text
  step text not null,            -- where the typing goes on
  seen text not null,            -- steps gone through, apart by spaces
  revision int not null,         -- counts the keepings: two windows on one draft are told apart
  started_at timestamptz not null,
  updated_at timestamptz not null,
  check ((demand_id is null) = (version_read is null) and (demand_id is null) = (form_read is null))
);
create index demand_draft_by_agent on demand_draft (agent_id, updated_at desc);
create index demand_draft_by_age on demand_draft (updated_at);
create index demand_draft_by_demand on demand_draft (demand_id);

insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('DRAFT_DAYS', null, 30, 'day', '2010-10-01', null, 'RGPD art. 5: what nobody goes on typing is not kept', true);
