-- Audit of the file: what the rules in Java find on each active demand, and how many demands each indicator counted on past days.

-- One row per active demand that was looked at. It counts while the demand has the version that was looked at; one changed meanwhile is looked at the next night.
create table quality_look (
  demand_id bigint primary key references demand (id),
  departement_code varchar(3) not null references departement (code),
  version integer not null,
  looked_on date not null,
  doubts text[] not null,
  missing_documents integer not null check (missing_documents >= 0),
  late_documents integer not null check (late_documents >= 0),
  types_unfit boolean not null
);
create index quality_look_due on quality_look (departement_code, looked_on, demand_id);

-- A document changes what is missing, and changes no version of its demand.
create function forget_quality_look() returns trigger language plpgsql as $$
begin
  delete from quality_look where demand_id = case when tg_op = 'DELETE' then old.demand_id else new.demand_id end;
  return null;
end $$;
create trigger supporting_document_looked_at_anew after insert or delete or update of status, kind, member_id, tax_year, valid_until, demand_id
  on supporting_document for each row execute function forget_quality_look();
create trigger paper_received_looked_at_anew after insert or delete or update on paper_received for each row execute function forget_quality_look();

-- How many demands of a desk an indicator counted at the end of a day; ACTIVE: all its active demands. None: no row.
create table quality_count (
  day date not null,
  departement_code varchar(3) not null references departement (code),
  desk_id bigint not null references registration_desk (id),
  indicator text not null,
  number integer not null check (number > 0),
  primary key (day, departement_code, desk_id, indicator)
);

-- The days that were counted to the end. derived: worked out afterwards from the dates that demands keep, for the indicators that these can tell.
create table quality_day (
  day date primary key,
  derived boolean not null,
  counted_at timestamptz not null
);

-- Half of the file lacks its income: listed and counted without reading the others.
create index demand_without_income on demand (departement_code, desk_id, initial_deposit_date, id)
  where status = 'ACTIVE' and annual_income is null and legal_name is null;

-- Refusals and silences are counted by demand.
create index proposal_unanswered_or_refused on proposal (status, demand_id, closed_on) where status in ('REFUSED', 'LAPSED');
create index letter_came_back on letter (demand_id) where email_state = 'FAILED';

insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('QUALITY_ENTRY_DAYS', null, 3, 'day', '2010-10-01', null, 'L.441-2-1 (the certificate is due within the month; no text sets the delay of entry)', true),
  ('QUALITY_REFUSALS', null, 3, 'proposal', '2010-10-01', null, 'no text: refusals after which a demand is to be talked over', true),
  ('QUALITY_SILENCES', null, 2, 'proposal', '2010-10-01', null, 'no text: unanswered proposals after which an applicant may be gone', true),
  ('QUALITY_UNCHANGED_MONTHS', null, 36, 'month', '2010-10-01', null, 'no text: how long a household is likely to stay as it was', true),
  ('QUALITY_INCOME_RATIO', null, 3, 'times', '2010-10-01', null, 'no text: how far resources and tax income may lie apart', true),
  ('QUALITY_LOOK_DAYS', null, 30, 'day', '2010-10-01', null, 'no text: how long what was found on an unchanged demand counts', true),
  ('QUALITY_DAILY_MONTHS', null, 13, 'month', '2010-10-01', null, 'no text: how long each day of counts is kept; the last of each month stays', true);
