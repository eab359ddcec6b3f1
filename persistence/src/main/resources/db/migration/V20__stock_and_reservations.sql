-- The landlord's stock with the fields of the national register (RPLS), its vacancies with their dates, and the agreements by which
-- vacancies are put at the disposal of reservation holders (R.441-5, R.441-5-2).

alter table dwelling
  add column version int not null default 1,
  add column stair text,
  add column door text,                          -- number of the flat
  add column rooms smallint check (rooms between 1 and 20), -- main rooms
  add column first_let_year int,
  add column financing text,                     -- code list FINANCING: how it was built; scheme says which ceilings hold
  add column apl_convention text,
  add column apl_convention_on date,
  add column occupancy char(1),                  -- code list OCCUPANCY_MODE; null: not stated
  add column accessory_rents int not null default 0 check (accessory_rents >= 0),         -- euros a month
  add column energy_contribution int not null default 0 check (energy_contribution >= 0), -- euros a month, for energy-saving works
  add column energy_certified_on date,
  add column district_code varchar(60) references district,
  -- What a dwelling is searched by: what is typed without accents finds what is written with them.
  add column search_text text generated always as (translate(
    lower(internal_reference || ' ' || coalesce(stock_register_id, '') || ' ' || address),
    'àâäéèêëîïôöùûüç', 'aaaeeeeiioouuuc')) stored;

insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('FINANCING', 'HBM', 'HBM – habitation à bon marché', 'HBM – low-cost housing', 1, '2010-10-01', null),
  ('FINANCING', 'PLR', 'PLR/PSR – programme à loyer réduit', 'PLR/PSR – reduced-rent programme', 2, '2010-10-01', null),
  ('FINANCING', 'HLMO', 'HLM/O – HLM ordinaire', 'HLM/O – ordinary HLM', 3, '2010-10-01', null),
  ('FINANCING', 'ILM', 'ILM – immeuble à loyer moyen', 'ILM – middle-rent building', 4, '2010-10-01', null),
  ('FINANCING', 'ILN', 'ILN – immeuble à loyer normal', 'ILN – normal-rent building', 5, '2010-10-01', null),
  ('FINANCING', 'PLAI', 'PLA d’intégration', 'PLA for integration', 6, '2010-10-01', null),
  ('FINANCING', 'PLALM', 'PLA LM / PLA TS', 'PLA LM / PLA TS', 7, '2010-10-01', null),
  ('FINANCING', 'PLA', 'PLA – prêt locatif aidé', 'PLA – assisted letting loan', 8, '2010-10-01', null),
  ('FINANCING', 'PLUS', 'PLUS – prêt locatif à usage social', 'PLUS – standard social-housing loan', 9, '2010-10-01', null),
  ('FINANCING', 'PLS', 'PLS / PPLS / PCLS', 'PLS / PPLS / PCLS', 10, '2010-10-01', null),
  ('FINANCING', 'PAP', 'PAP locatif', 'PAP for letting', 11, '2010-10-01', null),
  ('FINANCING', 'PCL', 'PCL – prêt conventionné locatif', 'PCL – regulated letting loan', 12, '2010-10-01', null),
  ('FINANCING', 'OTHER', 'Autre financement', 'Other financing', 13, '2010-10-01', null),
  ('OCCUPANCY_MODE', '1', 'Loué', 'Let', 1, '2010-10-01', null),
  ('OCCUPANCY_MODE', '2', 'Vacant, proposé à la location', 'Vacant, offered for letting', 2, '2010-10-01', null),
  ('OCCUPANCY_MODE', '3', 'Vide (travaux, démolition, vente)', 'Empty (works, demolition, sale)', 3, '2010-10-01', null),
  ('OCCUPANCY_MODE', '4', 'Pris en charge par une association', 'Run by an association', 4, '2010-10-01', null),
  ('OCCUPANCY_MODE', '5', 'Occupé autrement', 'Occupied otherwise', 5, '2010-10-01', null),
  ('VACANCY_REASON', 'NOTICE', 'Congé du locataire', 'Notice given by the tenant', 1, '2010-10-01', null),
  ('VACANCY_REASON', 'DEATH', 'Décès du locataire', 'Death of the tenant', 2, '2010-10-01', null),
  ('VACANCY_REASON', 'TRANSFER', 'Mutation dans le parc', 'Transfer within the stock', 3, '2010-10-01', null),
  ('VACANCY_REASON', 'EVICTION', 'Résiliation ou expulsion', 'Termination or eviction', 4, '2010-10-01', null),
  ('VACANCY_REASON', 'NEW', 'Première mise en location', 'First letting', 5, '2010-10-01', null),
  ('VACANCY_REASON', 'OTHER', 'Autre', 'Other', 6, '2010-10-01', null),
  ('VACANCY_WITHDRAWAL', 'NOTICE_CANCELLED', 'Congé annulé : le locataire reste', 'Notice cancelled: the tenant stays', 1, '2010-10-01', null),
  ('VACANCY_WITHDRAWAL', 'WORKS', 'Travaux lourds', 'Heavy works', 2, '2010-10-01', null),
  ('VACANCY_WITHDRAWAL', 'SALE', 'Vente', 'Sale', 3, '2010-10-01', null),
  ('VACANCY_WITHDRAWAL', 'DEMOLITION', 'Démolition', 'Demolition', 4, '2010-10-01', null),
  ('VACANCY_WITHDRAWAL', 'MISTAKE', 'Déclaré par erreur', 'Declared by mistake', 5, '2010-10-01', null),
  ('FLOW_EXCLUSION', 'TRANSFER', 'Mutation interne au parc du bailleur', 'Transfer within the landlord’s stock', 1, '2010-10-01', null),
  ('FLOW_EXCLUSION', 'ANRU', 'Relogement d’une opération de renouvellement urbain (ANRU)', 'Rehousing of an urban renewal operation (ANRU)', 2, '2010-10-01', null),
  ('FLOW_EXCLUSION', 'DEGRADED', 'Relogement d’une copropriété dégradée', 'Rehousing from a degraded co-ownership', 3, '2010-10-01', null),
  ('FLOW_EXCLUSION', 'SALE', 'Relogement à la suite d’une vente', 'Rehousing after a sale', 4, '2010-10-01', null);

insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('STATE_AGENTS_SHARE_PERCENT', null, 5, 'percent', '2010-10-01', null, 'R.441-5-2', false),
  ('DESIGNATION_DAYS', null, 30, 'day', '2010-10-01', null, 'usual delay; each agreement states its own (R.441-5)', true);

-- Agreements: one per landlord, holder and département at a time (R.441-5).
create sequence reservation_agreement_seq increment 50 start 1;
create table reservation_agreement (
  id bigint primary key,
  version int not null,
  landlord_id bigint not null references partner,
  holder_id bigint not null references partner,
  departement_code varchar(3) not null references departement,
  quota text not null,                           -- code list QUOTA: whose contingent
  percent numeric(5,2) check (percent > 0 and percent <= 100), -- of the flow of a year; null: identified dwellings only
  agents_percent numeric(5,2) not null default 0 check (agents_percent >= 0), -- of it, for agents of the State (R.441-5-2)
  designation_days int not null check (designation_days between 1 and 180),
  signed_on date not null,
  valid_from date not null,
  valid_to date,                                 -- last day; null: still in force
  check (valid_to is null or valid_to >= valid_from),
  check (agents_percent <= coalesce(percent, 0))
);
create index reservation_agreement_by_landlord on reservation_agreement (landlord_id, departement_code);
create index reservation_agreement_by_holder on reservation_agreement (holder_id, departement_code);
-- Dwellings that stay reserved one by one: those of defence and security (R.441-5).
create table reserved_dwelling (
  agreement_id bigint not null references reservation_agreement,
  dwelling_id bigint not null references dwelling,
  primary key (agreement_id, dwelling_id)
);
create index reserved_dwelling_by_dwelling on reserved_dwelling (dwelling_id);

alter table vacancy
  add column notice_on date,                     -- the tenant's notice received
  add column reason text,                        -- code list VACANCY_REASON
  add column works_until date,
  add column flow_exclusion text,                -- code list FLOW_EXCLUSION; null: counts in the flow, unless its lease says otherwise
  add column withdrawn_on date,
  add column withdrawal_reason text,             -- code list VACANCY_WITHDRAWAL
  add column agreement_id bigint references reservation_agreement, -- to whose holder it was offered
  add column identified boolean not null default false, -- offered as an identified dwelling: outside the flow
  add column offered_on date,
  add column offered_quota text,                 -- contingent it was offered under; quota is what it is under today
  add column offered_share numeric(5,1),         -- percent of the flow that the holder had had until then
  add column agreed_share numeric(5,2),          -- percent that was agreed
  add column offer_reason text,                  -- why it was not left to the rule
  add column designation_deadline date,
  add column designation text not null default 'NONE' check (designation in ('NONE','AWAITED','DESIGNATED','LAPSED')),
  add check ((designation = 'NONE') = (agreement_id is null));
create index vacancy_by_agreement on vacancy (agreement_id, declared_on) where agreement_id is not null;
create index vacancy_designation_awaited on vacancy (designation_deadline) where designation = 'AWAITED';

-- What happened to a vacancy, for its landlord and its holder; no person is named.
create table vacancy_event (
  id bigint generated always as identity primary key,
  vacancy_id bigint not null references vacancy,
  kind text not null check (kind in ('DECLARED','CHANGED','OFFERED','KEPT','DESIGNATED','DESIGNATION_LAPSED','WITHDRAWN')),
  occurred_on date not null,
  agent_id bigint references agent,              -- null: a job
  partner_id bigint references partner,          -- whose agent
  holder_id bigint references partner,           -- whom it concerns
  detail text
);
create index vacancy_event_by_vacancy on vacancy_event (vacancy_id, id);

-- Who designated a candidate, and in what order (R.441-5).
alter table proposal
  add column designated_by bigint references partner,
  add column designated_rank smallint;

-- What counts in the flow of a year: the one definition, for the rule that offers and for every balance. A lease with a tenant of the same
-- landlord is an internal transfer unless the dwelling had been offered to a holder.
create view flow_vacancy as
select v.id as vacancy_id, w.landlord_id, w.municipality_code, m.epci_siren, m.departement_code, v.declared_on, v.status,
       v.agreement_id, v.offered_quota, v.identified, v.designation, v.designation_deadline, l.signed_on,
       coalesce(v.flow_exclusion, case when v.agreement_id is null and l.was_tenant_of_landlord then 'TRANSFER' end) as exclusion
from vacancy v
join dwelling w on w.id = v.dwelling_id
join municipality m on m.code = w.municipality_code
left join lease l on l.vacancy_id = v.id
where v.status <> 'WITHDRAWN';
create index vacancy_by_declaration on vacancy (declared_on);
create index dwelling_by_municipality on dwelling (landlord_id, municipality_code);

-- An import of stock, from its check to its confirmation: what was read stands here, so that a confirmation writes what was checked.
create sequence stock_import_seq increment 50 start 1;
create table stock_import (
  id bigint primary key,
  landlord_id bigint not null references partner,
  agent_id bigint not null references agent,
  file_name text not null,
  checked_at timestamptz not null,
  applied_at timestamptz,                        -- null: checked only
  columns text[] not null,                       -- columns of dwelling that the file states
  lines int not null,
  created int not null,
  changed int not null,
  unchanged int not null,
  faulty int not null
);
create index stock_import_by_landlord on stock_import (landlord_id, checked_at desc);
create table stock_import_line (
  import_id bigint not null references stock_import on delete cascade,
  line int not null,                             -- of the file, from 1; the headers are the first
  outcome text not null check (outcome in ('CREATED','CHANGED','UNCHANGED','FAULT')),
  dwelling_version int,                          -- of the dwelling it was compared with; null: a new one
  internal_reference text,
  stock_register_id text, municipality_code text, address text, stair text, door text, floor smallint, lift boolean, category char(1),
  dwelling_type text, rooms smallint, surface int, main_rent int, accessory_rents int, energy_contribution int, charges int, scheme text,
  financing text, apl_convention text, apl_convention_on date, occupancy char(1), energy_class char(1), energy_certified_on date,
  priority_district boolean, district_code text, wheelchair boolean, adapted_plai boolean, completion_year int, first_let_year int,
  primary key (import_id, line)
);
create table stock_import_fault (
  import_id bigint not null references stock_import on delete cascade,
  line int not null,
  position smallint not null,
  field text not null,
  code text not null,
  arguments text[] not null,
  primary key (import_id, line, position)
);

-- The right DESIGNATE is new. In a real file the manager grants it by name; invented agents have it by kind.
insert into agent_right (agent_id, right_name)
select a.id, 'DESIGNATE' from agent a join partner p on p.id = a.partner_id
where a.demonstration and p.registering and p.kind in ('STATE','DEPARTMENT','LOCAL_AUTHORITY','ACTION_LOGEMENT')
on conflict do nothing;
