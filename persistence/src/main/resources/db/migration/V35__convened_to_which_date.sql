-- A convening letter convenes to a date and hour: once the session is moved, whoever holds it is not convened yet.
alter table convening add column held_at timestamp;
update convening v set held_at = s.held_at from commission_session s where s.id = v.session_id;
alter table convening alter column held_at set not null;
