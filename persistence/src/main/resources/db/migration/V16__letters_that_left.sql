-- Who sends a letter: the law lets the sender of a notice state the cancellation (R.441-2-8 c and d), and a desk that
-- renews hands out the certificate. And whether a certificate was given at the desk, so that it is not posted too.
alter table letter
  add column sender_partner_id bigint references partner,       -- null: the file's manager, by a job
  add column sender_desk_id bigint references registration_desk, -- null: its sender has no desk
  add column handed_out_on date;
update letter l set sender_partner_id = k.partner_id, sender_desk_id = k.id
from demand d join registration_desk k on k.id = d.desk_id
where d.id = l.demand_id and l.kind in ('REGISTRATION_CERTIFICATE','RENEWAL_CERTIFICATE');
update letter l set sender_partner_id = e.partner_id
from demand_event e
where e.demand_id = l.demand_id and e.kind = 'NOTICE_ASKED' and e.detail = l.kind and e.effective_on = l.about;
-- The day on which a letter left: what is asked for, or made and not posted, has told nobody anything (R.441-2-7). One
-- printed alone leaves on the day it bears.
create function sent_on(one letter) returns date language sql stable as $$
  select coalesce(
    one.posted_on,
    case when one.email_state = 'SENT' then (one.email_done_at at time zone 'Europe/Paris')::date end,
    case when one.batch_id is null and one.channel <> 'EMAIL' then one.made_on end)
$$;
create index letter_certificate_owed on letter (sender_desk_id, id)
  where made_on is null and dropped_on is null and kind in ('REGISTRATION_CERTIFICATE','RENEWAL_CERTIFICATE');

-- A notice sent outside the application is stated with its tracking number: no letter of ours proves it.
alter table demand add column cancellation_notice_tracking text;

-- The number of an association is completed by a running number for each of its demands in the département (arrêté of
-- 7 November 2000, art. 1). A body is known by its SIREN, else its RNA number, else the digest of its name, so that
-- nothing here names it.
alter table demand
  add column body_key text,
  add column body_ordinal int check (body_ordinal > 0),
  add check ((body_key is null) = (body_ordinal is null));
create unique index demand_of_body on demand (departement_code, body_key, body_ordinal) where body_key is not null;
create table body_number (
  departement_code varchar(3) not null references departement,
  body_key text not null,
  last int not null,
  primary key (departement_code, body_key)
);
-- The row of a body is locked until the transaction ends: two servers never give the same number.
create function next_body_ordinal(departement text, body text) returns int language sql as $$
  insert into body_number as n (departement_code, body_key, last) values (departement, body, 1)
  on conflict (departement_code, body_key) do update set last = n.last + 1 returning n.last
$$;
-- Numbers every demand of a body that has no number yet, oldest first: those stored before, or in bulk.
create function number_bodies() returns void language sql as $$
  with keyed as (
    select d.id, d.departement_code, d.initial_deposit_date, coalesce(
      'SIREN ' || nullif(d.legal_siren::text, ''),
      'RNA ' || nullif(upper(d.legal_rna::text), ''),
      'NAME ' || encode(sha256(convert_to((select min(p.name_key) from person_name p where p.demand_id = d.id), 'UTF8')), 'hex'))
      as key
    from demand d where d.legal_name is not null and d.body_ordinal is null and not d.erased),
  ranked as (
    select k.*, coalesce(n.last, 0)
      + row_number() over (partition by k.departement_code, k.key order by k.initial_deposit_date, k.id) as ordinal
    from keyed k left join body_number n on n.departement_code = k.departement_code and n.body_key = k.key
    where k.key is not null),
  kept as (
    insert into body_number (departement_code, body_key, last)
    select departement_code, key, max(ordinal) from ranked group by 1, 2
    on conflict (departement_code, body_key) do update set last = excluded.last)
  update demand d set body_key = r.key, body_ordinal = r.ordinal from ranked r where r.id = d.id
$$;
select number_bodies();

-- The reminder goes before the end of validity: the text delivered first spoke of the end as past. A text that a manager
-- has put in force stays so: theirs is of a later day.
insert into letter_template (kind, version, title, body, email_subject, email_text, in_force_from, decided_at)
select 'RENEWAL_REMINDER', max(version) + 1, $t$Rappel : renouvelez votre demande de logement social$t$, $t$Bonjour,

Votre demande de logement social **n° {numéro}** est valable jusqu’au **{échéance}** et n’est pas encore renouvelée.

Si vous cherchez toujours un logement social, renouvelez-la avant cette date, dans tout guichet enregistreur du département, par exemple : {guichet}

**Sans renouvellement, elle sera radiée du fichier le {date_radiation}** (articles R.441-2-7 et R.441-2-8 du code de la construction et de l’habitation).$t$, $t$Rappel : renouvelez votre demande de logement social avant le {échéance}$t$, $t$Bonjour,

Votre demande de logement social n° {numéro} est valable jusqu’au {échéance} et n’est pas encore renouvelée. Sans renouvellement, elle sera radiée du fichier le {date_radiation} (articles R.441-2-7 et R.441-2-8 du code de la construction et de l’habitation).

Renouvelez-la dans tout guichet enregistreur du département, par exemple : {guichet}

Ce message est envoyé automatiquement : merci de ne pas y répondre.$t$, '2006-01-01', '2006-01-02'
from letter_template where kind = 'RENEWAL_REMINDER';
