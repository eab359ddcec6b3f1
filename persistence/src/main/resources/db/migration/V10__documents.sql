-- The supporting documents of demands, one file for all partners ("dossier unique").

-- Which documents there are. The list is the annex of the arrêté of 22 December 2020 (in force from 1 February 2021) as public
-- notices tell it; the text itself was not read, so how long a document serves and which ones are sensitive are assumptions.
create table document_kind (
  code text not null,            -- labels: code list DOCUMENT_KIND
  section text not null check (section in ('IDENTITY','FAMILY','WORK','TAX','RESOURCES','HOUSING','MOTIVE','HEALTH')),
  rank int not null,
  of_whom text not null check (of_whom in ('SIGNER','ADULT','DEMAND')),
  asked_when text not null check (asked_when in ('ALWAYS','NATIONALITY','MINORS','EXPECTED_CHILD','FAMILY_SITUATION','WORK_CONTRACT',
    'RESOURCE','TENURE','MOTIVE','DISABILITY','NEVER')),
  asked_codes text[] not null default '{}', -- codes of the form's list that asked_when names
  to_register boolean not null default false, -- R.441-2-3: of the applicant, the only one that may be asked to register
  sensitive text check (sensitive in ('HEALTH','VIOLENCE','JUSTICE')), -- opened with the right SENSITIVE alone
  validity text not null check (validity in ('NONE','MONTHS','TAX_YEAR','STATED')),
  validity_months int check (validity_months > 0),
  article text not null,
  assumed boolean not null,
  valid_from date not null,
  valid_to date,
  primary key (code, valid_from),
  check ((validity = 'MONTHS') = (validity_months is not null))
);
with kind(code, label_fr, label_en, section, of_whom, asked_when, codes, to_register, sensitive, validity, months, article, assumed, rank) as (
  select told.*, row_number() over () from (values
    ('IDENTITY', 'Pièce d’identité', 'Identity document', 'IDENTITY', 'ADULT', 'NATIONALITY', '1 2', true, null, 'STATED', null::int, 'R.441-2-3, arrêté du 22 décembre 2020, I', false),
    ('RESIDENCE', 'Titre de séjour', 'Residence permit', 'IDENTITY', 'ADULT', 'NATIONALITY', '3', true, null, 'STATED', null, 'R.441-2-3, arrêté du 22 décembre 2020, I', false),
    ('GUARDIANSHIP', 'Jugement de tutelle ou de curatelle', 'Guardianship judgment', 'IDENTITY', 'ADULT', 'NEVER', '', false, 'JUSTICE', 'NONE', null, 'arrêté du 22 décembre 2020, I', false),
    ('FAMILY_BOOK', 'Livret de famille ou acte de naissance des enfants', 'Family book or children’s birth certificates', 'FAMILY', 'DEMAND', 'MINORS', '', false, null, 'NONE', null, 'arrêté du 22 décembre 2020, I', false),
    ('PREGNANCY', 'Certificat de grossesse', 'Pregnancy certificate', 'FAMILY', 'DEMAND', 'EXPECTED_CHILD', '', false, 'HEALTH', 'MONTHS', 9, 'arrêté du 22 décembre 2020, II', true),
    ('SEPARATION', 'Saisine du juge ou ordonnance (séparation en cours)', 'Court filing or order (separation under way)', 'FAMILY', 'SIGNER', 'FAMILY_SITUATION', 'S', false, null, 'NONE', null, 'L.441-1, arrêté du 22 décembre 2020, II', true),
    ('CUSTODY', 'Jugement ou accord sur la garde des enfants', 'Judgment or agreement on custody', 'FAMILY', 'DEMAND', 'NEVER', '', false, null, 'NONE', null, 'arrêté du 22 décembre 2020, II', true),
    ('EMPLOYMENT', 'Contrat de travail ou attestation de l’employeur', 'Work contract or employer’s statement', 'WORK', 'SIGNER', 'WORK_CONTRACT', 'CDI CDD APP', false, null, 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('STUDENT', 'Carte d’étudiant ou certificat de scolarité', 'Student card or certificate', 'WORK', 'SIGNER', 'WORK_CONTRACT', 'ETU', false, null, 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('TAX_NOTICE', 'Avis d’imposition', 'Tax notice', 'TAX', 'SIGNER', 'ALWAYS', '', false, null, 'TAX_YEAR', null, 'L.442-12, arrêté du 22 décembre 2020, I', false),
    ('WAGES', 'Bulletins de salaire des trois derniers mois', 'Wage slips of the last three months', 'RESOURCES', 'SIGNER', 'RESOURCE', 'SAL', false, null, 'MONTHS', 6, 'arrêté du 22 décembre 2020, II', true),
    ('ACCOUNTS', 'Dernier bilan ou attestation du comptable', 'Latest accounts or accountant’s statement', 'RESOURCES', 'SIGNER', 'WORK_CONTRACT', 'ART', false, null, 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('PENSION', 'Notification de retraite ou de pension', 'Notice of pension', 'RESOURCES', 'SIGNER', 'RESOURCE', 'RET PINV AMV', false, null, 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('UNEMPLOYMENT', 'Avis de paiement de l’allocation chômage', 'Notice of unemployment benefit', 'RESOURCES', 'SIGNER', 'RESOURCE', 'CHO', false, null, 'MONTHS', 6, 'arrêté du 22 décembre 2020, II', true),
    ('MAINTENANCE', 'Justificatif de pension alimentaire', 'Proof of maintenance', 'RESOURCES', 'SIGNER', 'RESOURCE', 'PAR PAV', false, null, 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('BENEFITS', 'Attestation de prestations CAF ou MSA', 'Statement of family benefits', 'RESOURCES', 'SIGNER', 'RESOURCE', 'AF AAH AEEH AJPP RSA PAJE', false, null, 'MONTHS', 6, 'arrêté du 22 décembre 2020, II', true),
    ('GRANT', 'Avis d’attribution de bourse', 'Notice of student grant', 'RESOURCES', 'SIGNER', 'RESOURCE', 'BE', false, null, 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('RENT', 'Bail et quittance, ou attestation du bailleur', 'Lease and rent receipt, or landlord’s statement', 'HOUSING', 'DEMAND', 'TENURE', 'HLM LP RS RHVS RE', false, null, 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('HOSTING', 'Attestation de la personne qui héberge', 'Statement of the person who hosts', 'HOUSING', 'DEMAND', 'TENURE', 'SLHT CPE CP LTG', false, null, 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('SHELTER', 'Attestation de la structure, de l’hôtel ou de domiciliation', 'Statement of the shelter, hotel or address service', 'HOUSING', 'DEMAND', 'TENURE', 'SH CDEFCM CAMCAR HOT SD', false, null, 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('OWNERSHIP', 'Acte de propriété ou plan de financement', 'Deed or financing plan', 'HOUSING', 'DEMAND', 'TENURE', 'POCC', false, null, 'NONE', null, 'arrêté du 22 décembre 2020, II', true),
    ('HOMELESS', 'Attestation d’absence de logement', 'Statement of having no home', 'MOTIVE', 'DEMAND', 'MOTIVE', '01', false, null, 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('DEMOLITION', 'Document montrant la démolition', 'Proof of the demolition', 'MOTIVE', 'DEMAND', 'MOTIVE', '02', false, null, 'NONE', null, 'arrêté du 22 décembre 2020, II', false),
    ('UNFIT', 'Constat de logement non décent, insalubre ou dangereux', 'Finding that the dwelling is unfit or dangerous', 'MOTIVE', 'DEMAND', 'MOTIVE', '03', false, null, 'NONE', null, 'arrêté du 22 décembre 2020, II', false),
    ('NOTICE_TO_LEAVE', 'Congé du propriétaire ou résiliation du bail', 'Landlord’s notice or end of the lease', 'MOTIVE', 'DEMAND', 'MOTIVE', '04', false, null, 'NONE', null, 'arrêté du 22 décembre 2020, II', false),
    ('EVICTION', 'Commandement, assignation ou jugement d’expulsion', 'Order, summons or judgment of eviction', 'MOTIVE', 'DEMAND', 'MOTIVE', '05', false, 'JUSTICE', 'NONE', null, 'arrêté du 22 décembre 2020, II', false),
    ('VIOLENCE', 'Ordonnance de protection ou dépôt de plainte', 'Protection order or complaint', 'MOTIVE', 'DEMAND', 'MOTIVE', '06', false, 'VIOLENCE', 'NONE', null, 'arrêté du 22 décembre 2020, II', false),
    ('DISABILITY', 'Décision ou carte de la personne handicapée', 'Decision or card of a disabled person', 'HEALTH', 'DEMAND', 'DISABILITY', '07', false, 'HEALTH', 'STATED', null, 'arrêté du 22 décembre 2020, II', false),
    ('HEALTH', 'Certificat médical', 'Medical certificate', 'HEALTH', 'DEMAND', 'MOTIVE', '08', false, 'HEALTH', 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('REUNION', 'Attestation de dépôt du regroupement familial', 'Proof of the request for family reunion', 'MOTIVE', 'DEMAND', 'MOTIVE', '15', false, null, 'NONE', null, 'arrêté du 22 décembre 2020, II', false),
    ('CHILD_MINDER', 'Agrément d’assistant maternel ou familial', 'Child minder’s licence', 'MOTIVE', 'DEMAND', 'MOTIVE', '16', false, null, 'STATED', null, 'arrêté du 22 décembre 2020, II', false),
    ('NEW_WORKPLACE', 'Attestation du nouveau lieu de travail', 'Statement of the new place of work', 'MOTIVE', 'DEMAND', 'MOTIVE', '18', false, null, 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('FAILING_PURCHASE', 'Document montrant la difficulté de remboursement', 'Proof of the difficulty to repay', 'MOTIVE', 'DEMAND', 'MOTIVE', '22', false, null, 'MONTHS', 12, 'arrêté du 22 décembre 2020, II', true),
    ('OTHER', 'Autre document', 'Other document', 'MOTIVE', 'DEMAND', 'NEVER', '', false, null, 'NONE', null, 'arrêté du 22 décembre 2020, II', true)
  ) as told),
labelled as (
  insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to)
  select 'DOCUMENT_KIND', code, label_fr, label_en, rank, date '2018-09-10', null from kind)
insert into document_kind (code, section, rank, of_whom, asked_when, asked_codes, to_register, sensitive, validity, validity_months,
  article, assumed, valid_from)
select code, section, rank, of_whom, asked_when, string_to_array(codes, ' '), to_register, sensitive, validity, months, article, assumed,
  date '2018-09-10'
from kind;

insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('DOCUMENT_SECTION', 'IDENTITY', 'Identité et séjour', 'Identity and stay', 1, '2018-09-10', null),
  ('DOCUMENT_SECTION', 'FAMILY', 'Situation familiale', 'Family situation', 2, '2018-09-10', null),
  ('DOCUMENT_SECTION', 'WORK', 'Situation professionnelle', 'Work', 3, '2018-09-10', null),
  ('DOCUMENT_SECTION', 'TAX', 'Revenus imposables', 'Taxable income', 4, '2018-09-10', null),
  ('DOCUMENT_SECTION', 'RESOURCES', 'Ressources mensuelles', 'Monthly resources', 5, '2018-09-10', null),
  ('DOCUMENT_SECTION', 'HOUSING', 'Logement actuel', 'Current housing', 6, '2018-09-10', null),
  ('DOCUMENT_SECTION', 'MOTIVE', 'Motif de la demande', 'Motive of the demand', 7, '2018-09-10', null),
  ('DOCUMENT_SECTION', 'HEALTH', 'Handicap et santé', 'Disability and health', 8, '2018-09-10', null),
  ('DOCUMENT_REFUSAL', 'UNREADABLE', 'Illisible', 'Unreadable', 1, '2018-09-10', null),
  ('DOCUMENT_REFUSAL', 'INCOMPLETE', 'Incomplet', 'Incomplete', 2, '2018-09-10', null),
  ('DOCUMENT_REFUSAL', 'WRONG_PERSON', 'D’une autre personne', 'Of another person', 3, '2018-09-10', null),
  ('DOCUMENT_REFUSAL', 'WRONG_KIND', 'Ce n’est pas la pièce annoncée', 'Not the document announced', 4, '2018-09-10', null),
  ('DOCUMENT_REFUSAL', 'OBSOLETE', 'Périmé', 'Obsolete', 5, '2018-09-10', null),
  ('DOCUMENT_DELETION', 'WRONG_DEMAND', 'Déposé dans la mauvaise demande', 'Deposited in the wrong demand', 1, '2018-09-10', null),
  ('DOCUMENT_DELETION', 'WRONG_FILE', 'Mauvais fichier', 'Wrong file', 2, '2018-09-10', null),
  ('DOCUMENT_DELETION', 'DEPOSITED_TWICE', 'Déposé deux fois', 'Deposited twice', 3, '2018-09-10', null),
  ('DOCUMENT_DELETION', 'MAY_NOT_BE_ASKED', 'Document qui ne peut pas être demandé', 'Document that may not be asked for', 4, '2018-09-10', null);

insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('DOCUMENT_UPLOAD_DAYS', null, 15, 'day', '2010-10-01', null, 'SNE, questions and answers of 2016', false),
  ('DOCUMENT_MEGABYTES', null, 10, 'megabyte', '2010-10-01', null, 'no source: usual limit of the national portal', true);

-- Documents. The content lies outside the database under storage_key (ADR 0014); no file name is kept, it might name people.
create sequence supporting_document_seq increment 50 start 1;
create table supporting_document (
  id bigint primary key,
  version int not null,
  demand_id bigint not null references demand,
  departement_code varchar(3) not null references departement,
  demand_desk_id bigint not null references registration_desk, -- the demand's desk, whose work it is to check
  member_id bigint references household_member on delete set null, -- whose it is; null: the whole demand's
  kind text not null,            -- document_kind
  sensitive boolean not null,
  status text not null check (status in ('TO_CHECK','CHECKED','REFUSED')),
  scan text not null check (scan in ('NOT_CONFIGURED','CLEAN','AWAITED')),
  storage_key text not null unique,
  sha256 char(64) not null,
  media_type text not null check (media_type in ('application/pdf','image/jpeg','image/png')),
  byte_size bigint not null check (byte_size > 0),
  pages int not null check (pages > 0),
  received_on date not null,     -- when the desk got it: fifteen days to upload begin
  issued_on date,
  tax_year int,                  -- year of the income that a tax notice states
  valid_until date,              -- null: for ever
  deposited_at timestamptz not null,
  deposited_by bigint references agent,
  partner_id bigint not null references partner,
  judged_at timestamptz,
  judged_by bigint references agent,
  refusal_reason text,           -- code list DOCUMENT_REFUSAL
  check ((status = 'REFUSED') = (refusal_reason is not null))
);
create index supporting_document_by_demand on supporting_document (demand_id);
create index supporting_document_by_member on supporting_document (member_id);
create unique index supporting_document_once on supporting_document (demand_id, sha256, kind, coalesce(member_id, 0));
create index supporting_document_to_check on supporting_document (departement_code, deposited_at, id)
  where status = 'TO_CHECK' and scan <> 'AWAITED';
create index supporting_document_to_check_by_desk on supporting_document (demand_desk_id, deposited_at, id)
  where status = 'TO_CHECK' and scan <> 'AWAITED';
create index supporting_document_awaited on supporting_document (id) where scan = 'AWAITED';

-- Content that may be swept from the store: claimed before it is written, set free by the transaction that keeps its document,
-- claimed again by the one that deletes it. So what crashed half-way, and what was deleted, is found without walking the store.
create table content_to_sweep (
  storage_key text primary key,
  due timestamptz not null
);
create index content_to_sweep_by_time on content_to_sweep (due);
