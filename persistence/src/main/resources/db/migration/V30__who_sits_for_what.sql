-- Who sits on a commission for what, and what its minutes tell.

-- A casting vote is a mayor's who votes, nobody else's (L.441-2).
update commission_member set casting_vote = false where casting_vote and (capacity <> 'MAYOR' or voice <> 'DELIBERATIVE');
update session_attendee a set casting_vote = false from commission_session s
where s.id = a.session_id and s.status = 'PLANNED' and a.casting_vote and (a.capacity <> 'MAYOR' or a.voice <> 'DELIBERATIVE');

-- Mayors, presidents of an EPCI and reservation holders sit for some dwellings only. Those convened by law under the name of
-- their office say which; of others it is to be stated, and until then they sit for none.
update session_attendee a set concerns = o.code
from commission_session s, (
  select 'MAYOR' as capacity, 'Maire – ' || name as office, min(code) as code from municipality group by name having count(*) = 1
  union all select 'EPCI_PRESIDENT', 'Présidence – ' || name, min(siren) from epci group by name having count(*) = 1
  union all select 'RESERVATION_HOLDER', 'Réservataire – ' || label_fr, code from code_item where list_name = 'QUOTA') o
where s.id = a.session_id and s.status = 'PLANNED' and a.concerns is null and a.capacity = o.capacity and a.name = o.office;

-- What the minutes of a session tell, as it stood when the session was closed: a demand or rule changed before the signature
-- changes nothing of it. Once signed the file holds it, and this goes.
create table session_record (
  session_id bigint not null references commission_session,
  locale varchar(2) not null,
  content text not null,               -- the minutes as XHTML, not signed
  primary key (session_id, locale)
);
