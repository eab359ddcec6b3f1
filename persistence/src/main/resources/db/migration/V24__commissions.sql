-- Commissions (L.441-2, R.441-3, R.441-9): who sits on them by what internal rules, how members are convened, how they vote
-- from afar, and what their president signs for good.

-- Several commissions per landlord: each may have a territory of its own.
alter table commission
  add column territory_level text check (territory_level in ('DEPARTEMENT','EPCI','MUNICIPALITY')),
  add column territory_code varchar(9),  -- null: wherever the landlord has dwellings
  add check ((territory_level is null) = (territory_code is null));

-- Internal rules, dated: the latest in force on the day of a session are its own. Without any, the assumed values of rule_parameter hold.
create table commission_rules (
  commission_id bigint not null references commission,
  valid_from date not null,
  quorum smallint not null check (quorum between 1 and 20),              -- deliberative members who must take part
  president_casts boolean not null,    -- decides a tie when the mayor of the dwelling takes no part (L.441-2 gives the mayor's voice first)
  remote_vote boolean not null,        -- members may vote within a period, from afar
  convening_days smallint not null check (convening_days between 0 and 60), -- between the letter and the session
  primary key (commission_id, valid_from)
);

-- Who sits as a rule. concerns: for which dwellings only, by INSEE code (mayor), SIREN (EPCI) or code of QUOTA (reservation holder).
create table commission_member (
  id bigint generated always as identity primary key,
  commission_id bigint not null references commission,
  name text not null,
  email text,
  capacity text not null,              -- code list ATTENDEE_CAPACITY
  voice text not null check (voice in ('DELIBERATIVE','ADVISORY')),
  casting_vote boolean not null default false,
  president boolean not null default false, -- elected by the landlord's members (R.441-9)
  substitute text,
  agent_id bigint references agent,    -- the account that votes from afar
  concerns varchar(9),
  valid_from date not null,
  valid_to date,
  check (valid_to >= valid_from)
);
create index commission_member_by_commission on commission_member (commission_id);

alter table session_attendee
  add column email text,
  add column agent_id bigint references agent,
  add column concerns varchar(9),
  add column president boolean not null default false,
  drop constraint session_attendee_attendance_check,
  add constraint session_attendee_attendance_check check (attendance in ('CONVENED','PRESENT','REPRESENTED','REMOTE','ABSENT'));
create index session_attendee_by_agent on session_attendee (agent_id) where agent_id is not null;

alter table commission_session
  add column vote_opens_at timestamp,  -- local time of the place; null: no vote from afar
  add column vote_closes_at timestamp,
  add column paper_minutes boolean not null default false, -- signed by hand, outside the application
  add check ((vote_opens_at is null) = (vote_closes_at is null)),
  add check (vote_closes_at > vote_opens_at);
-- Until now minutes were printed and signed by hand.
update commission_session set paper_minutes = true where status = 'CLOSED';

alter table item_candidate
  add column further_motives text;     -- codes of the same list as motive, apart from each other by spaces

-- Convening letters, word for word as they went out. They name members and dwellings, never a candidate.
create table convening (
  id bigint generated always as identity primary key,
  session_id bigint not null references commission_session,
  attendee_id bigint not null references session_attendee on delete cascade,
  convened_on date not null,
  convened_by bigint references agent,
  title text not null,
  content text not null,               -- the letter as XHTML
  email_to text,
  email_subject text,
  email_text text,
  email_state text check (email_state in ('WAITING','SENDING','SENT','FAILED')),
  email_attempts smallint not null default 0,
  email_next_at timestamptz,
  email_done_at timestamptz,
  email_fault text                     -- MailFault and the server's reply code, no address
);
create index convening_by_session on convening (session_id, attendee_id);
create index convening_by_attendee on convening (attendee_id);
create index convening_to_mail on convening (email_next_at) where email_state = 'WAITING';
create index convening_in_mail on convening (email_next_at) where email_state = 'SENDING';

-- A vote from afar: one voice on one candidate. What it says is told to nobody before the period is over.
create table remote_vote (
  candidate_id bigint not null references item_candidate on delete cascade,
  attendee_id bigint not null references session_attendee,
  choice text not null check (choice in ('ALLOCATION','NON_ALLOCATION','REJECTION','POSTPONE')),
  rank smallint check (rank between 1 and 99),
  motive text,                         -- code list NON_ALLOCATION_MOTIVE or CANCELLATION_SUB_REASON
  voted_at timestamptz not null,
  primary key (candidate_id, attendee_id),
  check ((choice = 'ALLOCATION') = (rank is not null)),
  check ((choice in ('NON_ALLOCATION','REJECTION')) = (motive is not null))
);
create index remote_vote_by_attendee on remote_vote (attendee_id);

-- What members say to each other of a dwelling while they vote: may speak of persons, so it goes with their names.
create table item_message (
  id bigint generated always as identity primary key,
  item_id bigint not null references commission_item on delete cascade,
  agent_id bigint references agent,
  author text not null,
  said_at timestamptz not null,
  words text not null
);
create index item_message_by_item on item_message (item_id, id);

-- What the second screen of a session shows: set by its secretary, followed by every server.
create table session_screen (
  session_id bigint primary key references commission_session,
  item_id bigint references commission_item on delete cascade,
  hides_names boolean not null default true,
  changes int not null default 1
);

-- The minutes as their president signed them: these bytes are served for ever after. number 0: the minutes; from 1: annexes that rectify.
create table session_minutes (
  session_id bigint not null references commission_session,
  number smallint not null check (number >= 0),
  subject text,                        -- of an annex: what it rectifies
  pdf bytea,                           -- null: erased at the end of the time they are kept
  sha256 char(64) not null,
  signed_by text not null,
  signed_at timestamptz not null,
  agent_id bigint references agent,    -- who recorded the signature
  erased_on date,
  primary key (session_id, number),
  check ((number = 0) = (subject is null)),
  check ((pdf is null) = (erased_on is not null))
);

create function is_signed(session bigint) returns boolean language sql stable as $$
  select exists (select 1 from session_minutes m where m.session_id = session and m.number = 0)
$$;
create function refuse_change_of_signed() returns trigger language plpgsql as $$
begin
  raise exception 'The minutes of this session are signed: it is changed no more' using errcode = 'integrity_constraint_violation';
end $$;

-- Minutes are never changed; only their bytes go, once their time is over.
create trigger session_minutes_are_final before update on session_minutes for each row
  when (new.erased_on is null
    or (new.session_id, new.number, new.subject, new.sha256, new.signed_by, new.signed_at)
       is distinct from (old.session_id, old.number, old.subject, old.sha256, old.signed_by, old.signed_at))
  execute function refuse_change_of_signed();
create trigger session_minutes_stay before delete on session_minutes for each row execute function refuse_change_of_signed();

-- Nor is what they tell: the session, who sat, the agenda, the decisions. What follows from a decision (a document that came,
-- the passage to the next in rank) and the erasure of words about persons remain possible.
create trigger commission_session_is_signed before update on commission_session for each row
  when (is_signed(old.id)
    and (new.commission_id, new.held_at, new.place, new.status, new.closed_at, new.vote_opens_at, new.vote_closes_at)
        is distinct from (old.commission_id, old.held_at, old.place, old.status, old.closed_at, old.vote_opens_at, old.vote_closes_at))
  execute function refuse_change_of_signed();
create trigger session_attendee_is_signed before update or delete on session_attendee for each row
  when (is_signed(old.session_id)) execute function refuse_change_of_signed();
create trigger session_attendee_comes_late before insert on session_attendee for each row
  when (is_signed(new.session_id)) execute function refuse_change_of_signed();
create trigger commission_item_is_signed before update or delete on commission_item for each row
  when (is_signed(old.session_id)) execute function refuse_change_of_signed();
create trigger commission_item_comes_late before insert on commission_item for each row
  when (is_signed(new.session_id)) execute function refuse_change_of_signed();
create function is_signed_item(item bigint) returns boolean language sql stable as $$
  select exists (select 1 from commission_item i join session_minutes m on m.session_id = i.session_id and m.number = 0 where i.id = item)
$$;
create trigger item_candidate_is_signed before update on item_candidate for each row
  when (is_signed_item(old.item_id)
    and ((new.item_id, new.position, new.proposal_id, new.decision, new.rank, new.condition_deadline, new.motive, new.further_motives)
          is distinct from (old.item_id, old.position, old.proposal_id, old.decision, old.rank, old.condition_deadline, old.motive, old.further_motives)
      or (new.condition_text is distinct from old.condition_text and new.condition_text is not null)
      or (new.motive_detail is distinct from old.motive_detail and new.motive_detail is not null)))
  execute function refuse_change_of_signed();
create trigger item_candidate_stays before delete on item_candidate for each row
  when (is_signed_item(old.item_id)) execute function refuse_change_of_signed();
create trigger item_candidate_comes_late before insert on item_candidate for each row
  when (is_signed_item(new.item_id)) execute function refuse_change_of_signed();

insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('CONVENING_DAYS', null, 8, 'day', '2010-10-01', null, 'internal rules of the commission (R.441-9)', true),
  ('MINUTES_KEPT_YEARS', null, 5, 'year', '2010-10-01', null, 'civil code, art. 2224: time to sue', true);

-- Sitting on a commission and voting from afar is a right of its own: that of the members the law names.
insert into agent_right (agent_id, right_name)
select a.id, 'SIT' from agent a join partner p on p.id = a.partner_id
where p.kind in ('LANDLORD','STATE','DEPARTMENT','LOCAL_AUTHORITY','ACTION_LOGEMENT')
on conflict do nothing;

-- Letters that tell a decision (L.441-2-2, R.441-10). Two dwellings of one session make two letters of one day.
alter table letter
  add column candidate_id bigint references item_candidate,
  add column dwelling text,            -- as the letter calls it
  add column decided text,             -- the decision in words: rank, condition, until when to answer (R.441-10)
  drop constraint letter_demand_id_kind_about_key;
create unique index letter_once on letter (demand_id, kind, about, candidate_id) nulls not distinct;
create index letter_by_candidate on letter (candidate_id) where candidate_id is not null;

insert into letter_template (kind, version, title, body, email_subject, email_text, in_force_from, decided_at) values
  ('NON_ALLOCATION', 1, $t$Décision de la commission d’attribution : non-attribution$t$, $t$Bonjour,

Votre demande de logement social **n° {numéro}** a été examinée par la commission d’attribution des logements le **{séance}** pour le logement suivant : {logement}.

La commission a décidé de ne pas vous attribuer ce logement. Motifs (article L.441-2-2 du code de la construction et de l’habitation) :

{motifs}

Cette décision ne concerne que ce logement. Votre demande reste active et garde son ancienneté : elle peut être présentée pour un autre logement.

## Vos recours

{recours}$t$, null, null, '2006-01-01', '2006-01-01'),
  ('ALLOCATION', 1, $t$Décision de la commission d’attribution : attribution$t$, $t$Bonjour,

Votre demande de logement social **n° {numéro}** a été examinée par la commission d’attribution des logements le **{séance}** pour le logement suivant : {logement}.

{décision}

Pour répondre ou pour toute question : {guichet}

Votre demande reste active jusqu’à la signature du bail.$t$, null, null, '2006-01-01', '2006-01-01');
