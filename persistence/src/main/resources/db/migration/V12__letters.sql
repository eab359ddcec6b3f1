-- Letters and messages: what they say (with every version of it), how they are sent together, and what became of each.

-- The text of a letter, never changed once written: an edit is a new version. The one in force on a day is the last to
-- have come into force by then; a version without a day has not been in force.
create table letter_template (
  id bigint generated always as identity primary key,
  kind text not null,                  -- LetterKind
  version int not null check (version > 0),
  title text not null,
  body text not null,                  -- LetterText: a few marks and {fields}
  email_subject text,                  -- null: letters of this kind never go by e-mail
  email_text text,
  in_force_from date,
  decided_at timestamptz,              -- when that day was set: of two versions of one day the later decision counts
  made_at timestamptz not null default now(),
  made_by bigint references agent,     -- null: delivered with the software
  put_in_force_by bigint references agent,
  unique (kind, version),
  check ((email_subject is null) = (email_text is null))
);

-- Letters of one kind and département made together.
create table letter_batch (
  id bigint generated always as identity primary key,
  kind text not null,
  departement_code varchar(3) not null references departement,
  made_on date not null,
  made_at timestamptz not null,
  made_by bigint not null references agent,
  letters int not null,
  by_post int not null,
  by_email int not null,
  posted_on date,
  posted_by bigint references agent
);
create index letter_batch_latest on letter_batch (id desc, departement_code);

alter table letter
  add column template_id bigint references letter_template,
  add column made_on date,             -- the day the letter bears; null: still owed
  add column dropped_on date,          -- it had lost its object before it was made (renewed meanwhile…)
  add column batch_id bigint references letter_batch,
  add column batch_rank int,           -- among those of the batch that go by post, in the order of addresses
  add column posted_on date,           -- handed to the post
  add column tracking_number text,     -- of the registered letter
  add column presented_on date,        -- day of first presentation (R.441-2-8 c and d)
  add column sub_reason text,          -- of an inadmissibility: code list CANCELLATION_SUB_REASON
  add column grounds text,             -- its motives in the commission's words: may speak of persons
  add column email_state text check (email_state in ('WAITING','SENDING','SENT','FAILED')),
  add column email_attempts smallint not null default 0,
  add column email_next_at timestamptz,
  add column email_done_at timestamptz,
  add column email_fault text;         -- MailFault and the server's reply code, no address
create index letter_owed on letter (departement_code, kind, asked_at) where made_on is null and dropped_on is null;
create index letter_of_batch on letter (batch_id, batch_rank);
create index letter_to_mail on letter (email_next_at) where email_state = 'WAITING';
create index letter_in_mail on letter (email_next_at) where email_state = 'SENDING';

-- What was sent, word for word: kept while the demand is, and erased with its names.
create table letter_copy (
  letter_id bigint primary key references letter,
  demand_id bigint not null references demand,
  title text not null,
  address text[] not null,             -- lines, NF Z 10-011
  sort_key text not null,              -- postal code, town, street
  content text not null,               -- the letter as XHTML
  email_to text,
  email_subject text,
  email_text text
);
create index letter_copy_by_demand on letter_copy (demand_id);

-- The letters as delivered: the manager may rewrite them, what the law asks for excepted (TemplateCheck).
insert into letter_template (kind, version, title, body, email_subject, email_text, in_force_from, decided_at) values
  ('REGISTRATION_CERTIFICATE', 1, $t$Attestation d’enregistrement d’une demande de logement social$t$, $t$Nous attestons avoir enregistré votre demande de logement social (article R.441-2-4 du code de la construction et de l’habitation).

{identité}

## Votre numéro unique : {numéro}

Demande reçue le {dépôt}. Dernier renouvellement : {renouvellement}. Demande valable jusqu’au **{échéance}**.

Service qui a enregistré votre demande : {guichet}

## Bailleurs sociaux des communes demandées

{bailleurs}

## Saisir la commission de médiation (droit au logement opposable)

{cas_médiation}

Vous pouvez la saisir à partir du **{date_médiation}** si aucune proposition adaptée ne vous a été faite : {adresse_médiation}

## Validité, mise à jour, renouvellement et radiation

{conditions}

## Savoir où en est votre demande

{suivi}

## Annexe 1 – Les étapes à venir

{étapes}

## Annexe 2 – Pièces justificatives

{pièces}

## Annexe 3 – Récapitulatif de la demande

{récapitulatif}$t$, $t$Votre demande de logement social n° {numéro} est enregistrée$t$, $t$Bonjour,

Votre demande de logement social est enregistrée sous le numéro unique {numéro}. Elle est valable jusqu’au {échéance}.

Votre attestation est jointe à ce message, sans le récapitulatif de votre foyer et de vos ressources, qu’un message électronique ne protège pas : il vous est remis sur demande dans tout guichet enregistreur du département.

Service qui a enregistré votre demande : {guichet}

Ce message est envoyé automatiquement : merci de ne pas y répondre.$t$, '2006-01-01', '2006-01-01');
insert into letter_template (kind, version, title, body, email_subject, email_text, in_force_from, decided_at) values
  ('RENEWAL_CERTIFICATE', 1, $t$Attestation de renouvellement d’une demande de logement social$t$, $t$Nous attestons avoir renouvelé votre demande de logement social (articles R.441-2-4 et R.441-2-7 du code de la construction et de l’habitation). Votre numéro et votre ancienneté sont conservés.

{identité}

## Votre numéro unique : {numéro}

Demande reçue le {dépôt}. Dernier renouvellement : {renouvellement}. Demande valable jusqu’au **{échéance}**.

Service qui a enregistré votre demande : {guichet}

## Bailleurs sociaux des communes demandées

{bailleurs}

## Saisir la commission de médiation (droit au logement opposable)

{cas_médiation}

Vous pouvez la saisir à partir du **{date_médiation}** si aucune proposition adaptée ne vous a été faite : {adresse_médiation}

## Validité, mise à jour, renouvellement et radiation

{conditions}

## Savoir où en est votre demande

{suivi}

## Annexe 1 – Les étapes à venir

{étapes}

## Annexe 2 – Pièces justificatives

{pièces}

## Annexe 3 – Récapitulatif de la demande

{récapitulatif}$t$, $t$Votre demande de logement social n° {numéro} est renouvelée$t$, $t$Bonjour,

Votre demande de logement social n° {numéro} est renouvelée. Elle est valable jusqu’au {échéance} ; votre numéro et votre ancienneté sont conservés.

Votre attestation est jointe à ce message, sans le récapitulatif de votre foyer et de vos ressources, qu’un message électronique ne protège pas : il vous est remis sur demande dans tout guichet enregistreur du département.

Ce message est envoyé automatiquement : merci de ne pas y répondre.$t$, '2006-01-01', '2006-01-01');
insert into letter_template (kind, version, title, body, email_subject, email_text, in_force_from, decided_at) values
  ('RENEWAL_NOTICE', 1, $t$Votre demande de logement social arrive à échéance$t$, $t$Bonjour,

Votre demande de logement social **n° {numéro}**, déposée le {dépôt}, est valable jusqu’au **{échéance}**.

Si vous cherchez toujours un logement social, renouvelez-la avant cette date, dans tout guichet enregistreur du département, par exemple : {guichet}

À cette occasion, signalez tout changement : adresse, composition du foyer, ressources, communes souhaitées. Votre numéro et votre ancienneté sont conservés.

**Sans renouvellement, votre demande sera radiée du fichier le {date_radiation}** (articles R.441-2-7 et R.441-2-8 du code de la construction et de l’habitation) : aucun logement ne pourra plus vous être proposé.$t$, $t$Renouvelez votre demande de logement social avant le {échéance}$t$, $t$Bonjour,

Votre demande de logement social n° {numéro} est valable jusqu’au {échéance}.

Si vous cherchez toujours un logement social, renouvelez-la avant cette date, dans tout guichet enregistreur du département, par exemple : {guichet}

Sans renouvellement, elle sera radiée du fichier le {date_radiation} (articles R.441-2-7 et R.441-2-8 du code de la construction et de l’habitation).

Ce message est envoyé automatiquement : merci de ne pas y répondre.$t$, '2006-01-01', '2006-01-01');
insert into letter_template (kind, version, title, body, email_subject, email_text, in_force_from, decided_at) values
  ('RENEWAL_REMINDER', 1, $t$Rappel : votre demande de logement social n’est pas renouvelée$t$, $t$Bonjour,

Votre demande de logement social **n° {numéro}** était valable jusqu’au **{échéance}** et n’a pas été renouvelée.

Il est encore temps : renouvelez-la dans tout guichet enregistreur du département, par exemple : {guichet}

**Sans renouvellement, elle sera radiée du fichier le {date_radiation}** (article R.441-2-8 du code de la construction et de l’habitation).$t$, $t$Rappel : renouvelez votre demande de logement social$t$, $t$Bonjour,

Votre demande de logement social n° {numéro}, valable jusqu’au {échéance}, n’a pas été renouvelée. Sans renouvellement, elle sera radiée du fichier le {date_radiation} (article R.441-2-8 du code de la construction et de l’habitation).

Il est encore temps, dans tout guichet enregistreur du département, par exemple : {guichet}

Ce message est envoyé automatiquement : merci de ne pas y répondre.$t$, '2006-01-01', '2006-01-01');
insert into letter_template (kind, version, title, body, email_subject, email_text, in_force_from, decided_at) values
  ('UNREACHABLE_NOTICE', 1, $t$Sans réponse de votre part, votre demande sera radiée$t$, $t$Lettre recommandée avec demande d’avis de réception

Bonjour,

Nous avons cherché à vous joindre au sujet de votre demande de logement social **n° {numéro}**, sans réponse de votre part.

Merci de prendre contact avec nous et de confirmer vos coordonnées : {guichet}

**Si vous ne répondez pas, votre demande sera radiée du fichier {préavis} après la première présentation de cette lettre** (article R.441-2-8 c du code de la construction et de l’habitation).$t$, null, null, '2006-01-01', '2006-01-01');
insert into letter_template (kind, version, title, body, email_subject, email_text, in_force_from, decided_at) values
  ('INADMISSIBILITY_NOTICE', 1, $t$Votre demande de logement social est déclarée irrecevable$t$, $t$Lettre recommandée avec demande d’avis de réception

Bonjour,

La commission d’attribution des logements a rejeté votre demande de logement social **n° {numéro}** pour irrecevabilité. Motifs :

{motifs}

**Votre demande sera radiée du fichier {préavis} après la première présentation de cette lettre** (article R.441-2-8 d du code de la construction et de l’habitation). Si votre situation a changé ou si ces motifs reposent sur une erreur, faites-le savoir d’ici là, pièces à l’appui : {guichet}

## Vos recours

{recours}$t$, null, null, '2006-01-01', '2006-01-01');
insert into letter_template (kind, version, title, body, email_subject, email_text, in_force_from, decided_at) values
  ('CANCELLED', 1, $t$Votre demande de logement social est radiée$t$, $t$Bonjour,

Votre demande de logement social **n° {numéro}** a été radiée du fichier partagé le **{radiée_le}**.

Motif : {motif_radiation} (article R.441-2-8 du code de la construction et de l’habitation).

{reprise}

Vous pouvez déposer une nouvelle demande dans tout guichet enregistreur du département, par exemple : {guichet}

## Vos recours

{recours}$t$, $t$Votre demande de logement social n° {numéro} est radiée$t$, $t$Bonjour,

Votre demande de logement social n° {numéro} a été radiée du fichier partagé le {radiée_le}.

Motif : {motif_radiation} (article R.441-2-8 du code de la construction et de l’habitation).

Vous pouvez vous adresser à tout guichet enregistreur du département, par exemple : {guichet}

Ce message est envoyé automatiquement : merci de ne pas y répondre.$t$, '2006-01-01', '2006-01-01');
