-- Whose turn it is: one order per dwelling over all closed sessions that examined it, earlier sessions first. Whoever left a session
-- undecided has no turn from it.
create or replace view proposal_turn as
  select c.proposal_id, c.item_id, i.vacancy_id, s.held_at::date as held_on,
         row_number() over (partition by i.vacancy_id order by s.held_at, s.id, coalesce(c.rank, 1), c.id) = 1 as first
  from item_candidate c
  join proposal r on r.id = c.proposal_id and r.status in ('ALLOCATED','RANKED','CONDITIONAL')
  join commission_item i on i.id = c.item_id
  join commission_session s on s.id = i.session_id and s.status = 'CLOSED'
  where c.decision is not null;

-- The last time a commission examined a proposal. Identities do not tell which came later: each server takes its own.
create function last_candidacy(proposal bigint) returns setof item_candidate language sql stable as $$
  select c.* from item_candidate c join commission_item i on i.id = c.item_id join commission_session s on s.id = i.session_id
  where c.proposal_id = last_candidacy.proposal order by s.held_at desc, c.id desc limit 1
$$;

-- A convening letter proves that somebody was convened: it stays when they are taken off the list.
alter table convening add column addressee text;
update convening v set addressee = a.name from session_attendee a where a.id = v.attendee_id;
alter table convening
  alter column addressee set not null,
  alter column attendee_id drop not null, -- null: taken off the list since
  drop constraint convening_attendee_id_fkey,
  add constraint convening_attendee_id_fkey foreign key (attendee_id) references session_attendee on delete set null;

-- Counts the changes of the list of who is convened: whoever keeps an older list is told.
alter table commission_session add column list_changes int not null default 0;
