-- Who sits on a commission for what, and what its minutes tell.

-- A casting vote is a mayor's who votes, nobody else's (L.441-2).
update commission_member set casting_vote = false where casting_vote and (capacity <> 'MAYOR' or voice <> 'DELIBERATIVE');
update session_attendee a set casting_vote = false from commission_session s
where s.id = a.session_id and s.status = 'PLANNED' and a.casting_vote and (a.capacity <> 'MAYOR' or a.voice <> 'DELIBERATIVE');

-- Holders share a contingent, each sits for its own reservations (R.441-9): the holder convened, where no account says whose they are.
alter table session_attendee add column partner_id bigint references partner;

-- Sessions closed until now counted everybody for every dwelling: whoever states none there still counts for all, now that mayors,
-- the State, presidents of an EPCI and reservation holders sit for some dwellings only. Whoever sits in a session to come states which;
-- until then they sit for none.
alter table commission_session add column convened_for_all boolean not null default false;
update commission_session set convened_for_all = true where status = 'CLOSED';

-- Those convened by law under the name of their office say for what they sit. Signed minutes are changed no more.
update session_attendee a set concerns = o.code
from commission_session s, (
  select 'MAYOR' as capacity, 'Maire – ' || name as office, min(code) as code from municipality group by name having count(*) = 1
  union all select 'STATE_REPRESENTATIVE', 'Préfecture – ' || code, code from departement
  union all select 'EPCI_PRESIDENT', 'Présidence – ' || name, min(siren) from epci group by name having count(*) = 1
  union all select 'RESERVATION_HOLDER', 'Réservataire – ' || label_fr, code from code_item where list_name = 'QUOTA') o
where s.id = a.session_id and not is_signed(s.id) and a.concerns is null and a.capacity = o.capacity and a.name = o.office;

-- The State, or a département's council, under the name of a person: the département of their account's partner, else the only one
-- that the agenda or the commission has dwellings in.
create temporary view departement_of_partner as
  select partner_id, min(code) as code from partner_territory where level = 'DEPARTEMENT' group by partner_id having count(*) = 1;
update session_attendee a set concerns = coalesce(
  (select d.code from agent g join departement_of_partner d on d.partner_id = g.partner_id where g.id = a.agent_id),
  (select min(m.departement_code) from commission_item i join vacancy v on v.id = i.vacancy_id join dwelling w on w.id = v.dwelling_id
    join municipality m on m.code = w.municipality_code where i.session_id = s.id having count(distinct m.departement_code) = 1))
from commission_session s
where s.id = a.session_id and not is_signed(s.id) and a.concerns is null and a.capacity in ('STATE_REPRESENTATIVE','DEPARTMENT');
update commission_member a set concerns = coalesce(
  (select d.code from agent g join departement_of_partner d on d.partner_id = g.partner_id where g.id = a.agent_id),
  (select min(m.departement_code) from dwelling w join municipality m on m.code = w.municipality_code
    where w.landlord_id = c.landlord_id
      and (c.territory_code is null or c.territory_code in (m.code, m.epci_siren, m.departement_code))
    having count(distinct m.departement_code) = 1))
from commission c
where c.id = a.commission_id and a.concerns is null and a.capacity in ('STATE_REPRESENTATIVE','DEPARTMENT');
drop view departement_of_partner;

-- The holder convened under the name of a contingent, where all that the agenda has of it was offered to one.
update session_attendee a set partner_id = (
  select min(r.holder_id) from commission_item i join vacancy v on v.id = i.vacancy_id and v.quota = a.concerns
  join reservation_agreement r on r.id = v.agreement_id where i.session_id = a.session_id having count(distinct r.holder_id) = 1)
where a.capacity = 'RESERVATION_HOLDER' and a.agent_id is null and a.concerns is not null and not is_signed(a.session_id);

-- What the minutes of a session tell, as it stood when the session was closed: a demand or rule changed before the signature
-- changes nothing of it. Once signed the file holds it, and this goes.
create table session_record (
  session_id bigint not null references commission_session,
  locale varchar(2) not null,
  content text not null,               -- the minutes as XHTML, not signed
  primary key (session_id, locale)
);
