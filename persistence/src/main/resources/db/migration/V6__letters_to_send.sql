-- How the applicant may be reached (R.441-2-7): who registered or renewed online once is written to by e-mail, on
-- paper too if they asked for it; others by post, and by e-mail too when they gave an address and agreed.
alter table demand
  add column registered_online boolean not null default false,
  add column wants_post boolean not null default false,
  add column email_agreed boolean not null default false;

-- Letters owed to applicants. A row is asked for by an act or a job and says nothing but to whom, what and about
-- which day; that day makes a letter once however often it is asked for.
create table letter (
  id bigint generated always as identity primary key,
  demand_id bigint not null references demand,
  departement_code varchar(3) not null references departement,
  kind text not null,            -- LetterKind
  about date not null,           -- end of validity, day of cancellation, of registration…
  channel text not null check (channel in ('POST','EMAIL','BOTH')),
  asked_at timestamptz not null,
  unique (demand_id, kind, about)
);
create index letter_by_kind on letter (departement_code, kind, asked_at);

-- The rights HEALTH and SENSITIVE are new. In a real file the manager grants them by name; invented agents have them by kind.
insert into agent_right (agent_id, right_name)
select a.id, granted.name
from agent a
join partner p on p.id = a.partner_id and p.registering
join (values ('LANDLORD','HEALTH'), ('LANDLORD','SENSITIVE'), ('STATE','HEALTH'), ('STATE','SENSITIVE'), ('DEPARTMENT','HEALTH'))
  as granted(kind, name) on granted.kind = p.kind
where a.demonstration;
