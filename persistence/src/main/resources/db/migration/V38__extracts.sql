-- Extracts for office tools (ADR 0023): what was asked for, how far it is, where its file lies and until when; and what is delivered regularly.

insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('EXTRACT_KEPT_HOURS', null, 48, 'hour', '2010-10-01', null, 'the file''s specification: an extract is kept 48 hours', false),
  ('DELIVERY_KEPT_MONTHS', null, 13, 'month', '2010-10-01', null, 'no text: a year of deliveries and the same month of the year before', true),
  ('EXTRACTS_AT_ONCE', null, 3, 'extract', '2010-10-01', null, 'no text: extracts that one agent may have under way', true),
  ('EXTRACTS_KEPT_EACH', null, 20, 'extract', '2010-10-01', null, 'no text: extracts that one agent may have kept', true);

create table extract_delivery (
  id bigint generated always as identity primary key,
  partner_id bigint not null references partner, -- to whose folder
  agent_id bigint not null references agent,     -- who set it up
  name text not null,
  content jsonb not null,        -- what is extracted
  format text not null,
  language text not null,
  rhythm text not null check (rhythm in ('DAY','WEEK','MONTH')),
  next_on date not null,
  made_at timestamptz not null
);
create index extract_delivery_by_partner on extract_delivery (partner_id);
create index extract_delivery_due on extract_delivery (next_on);

create table extract (
  id bigint generated always as identity primary key,
  agent_id bigint not null references agent,     -- who asked; of a delivery, who set it up
  partner_id bigint not null references partner, -- whose scope it keeps to, and of a delivery whose folder it is in
  delivery_id bigint references extract_delivery on delete set null,
  delivered boolean not null,    -- in the partner's folder, not an agent's own
  name text not null,
  content jsonb not null,        -- what is extracted
  format text not null check (format in ('XLSX','ODS','CSV','ACCESS','PARQUET')),
  language text not null,
  state text not null check (state in ('WAITING','RUNNING','READY','FAILED','CANCELLED')),
  rows_done bigint not null default 0,
  rows_total bigint,             -- null: not counted yet
  storage_key text,              -- of its file in the document store (ADR 0014)
  size bigint,                   -- bytes
  dictionary text,               -- of its columns, as CSV
  server text,                   -- which one is at it
  beat_at timestamptz,           -- last sign of life
  attempts smallint not null default 0,
  failure text,                  -- a code of what went wrong
  asked_at timestamptz not null,
  ended_at timestamptz,
  expires_at timestamptz not null,
  check ((state = 'READY') = (storage_key is not null))
);
create index extract_by_agent on extract (agent_id, asked_at desc) where not delivered;
create index extract_by_partner on extract (partner_id, asked_at desc) where delivered;
create index extract_under_way on extract (state, id) where state in ('WAITING','RUNNING');
create index extract_by_expiry on extract (expires_at);
