-- What a commission knew of a candidate when it decided: its yearly report (R.441-9 IV) counts from here, so that neither a
-- later change of the demand nor its erasure changes a past year.
alter table item_candidate
  add column consumption_units numeric(4,1),   -- of the household
  add column resources_per_unit int,           -- euros a year per consumption unit; null: not stated
  add column quartile_threshold int,           -- euros a year per consumption unit: the threshold used
  add column first_quartile boolean,           -- null: resources not stated
  add column in_priority_district boolean,     -- the dwelling stood in one (QPV)
  add column priority_grounds int,             -- a bit per PriorityGround
  add column dalo boolean,
  add column transfer boolean,
  add column days_waited int;                  -- from the deposit to the session

-- The facts of decisions, read off demand and dwelling as they stand; null: of all that have none yet.
create function freeze_decision_facts(only_candidate bigint) returns void language sql as $$
  update item_candidate c set
    consumption_units = d.consumption_units, resources_per_unit = d.resources_per_unit,
    quartile_threshold = first_quartile_threshold_of(m.epci_siren, s.held_at::date),
    first_quartile = d.resources_per_unit <= first_quartile_threshold_of(m.epci_siren, s.held_at::date),
    in_priority_district = w.priority_district, priority_grounds = d.priority_grounds,
    dalo = d.dalo_status is not distinct from 'ACTIF', transfer = d.transfer,
    days_waited = s.held_at::date - d.initial_deposit_date
  from proposal r, demand d, commission_item i, commission_session s, vacancy v, dwelling w, municipality m
  where r.id = c.proposal_id and d.id = r.demand_id and i.id = c.item_id and s.id = i.session_id
    and v.id = i.vacancy_id and w.id = v.dwelling_id and m.code = w.municipality_code and c.decision is not null
    and (c.id = only_candidate or only_candidate is null and c.days_waited is null)
$$;
select freeze_decision_facts(null);

-- Signed minutes hold for the facts too; erasure rounds resources, which no count reads.
create trigger item_candidate_facts_are_signed before update on item_candidate for each row
  when (is_signed_item(old.item_id) and old.days_waited is not null
    and (new.quartile_threshold, new.first_quartile, new.in_priority_district, new.priority_grounds, new.dalo, new.transfer,
         new.days_waited)
        is distinct from (old.quartile_threshold, old.first_quartile, old.in_priority_district, old.priority_grounds, old.dalo,
         old.transfer, old.days_waited))
  execute function refuse_change_of_signed();

-- The letter that offers a dwelling (R.441-10): one per proposal and per turn. Two dwellings offered on one day make two.
alter table letter add column proposal_id bigint references proposal;
drop index letter_once;
create unique index letter_once on letter (demand_id, kind, about, candidate_id, proposal_id) nulls not distinct;
create index letter_by_proposal on letter (proposal_id) where proposal_id is not null;

insert into letter_template (kind, version, title, body, email_subject, email_text, in_force_from, decided_at) values
  ('OFFER', 1, $t$Proposition d’un logement social$t$, $t$Bonjour,

Un logement vous est proposé au titre de votre demande de logement social **n° {numéro}**.

{proposition}

## Votre réponse

{délai_réponse}

Répondez par écrit ou de vive voix à : {guichet}

Votre demande reste active jusqu’à la signature du bail.$t$, null, null, '2006-01-01', '2006-01-01');
