-- Reports of the observatory. Their texts are versions per kind and language; the latest serves, the first is the one
-- delivered. A collection is one report for each EPCI, made in the background; its pieces go with it after 30 days.
create table report_template (
  id bigint generated always as identity primary key,
  kind text not null,                  -- ReportKind
  language char(2) not null,
  version int not null check (version > 0),
  title text not null,
  body text not null,                  -- ReportText: CommonMark, {words} and {blocks}
  made_at timestamptz not null default now(),
  made_by bigint references agent,     -- null: delivered with the software
  unique (kind, language, version)
);

insert into report_template (kind, language, version, title, body) values
  ('YEARLY', 'fr', 1, $t$Bilan annuel {année} de la demande de logement social – {territoire}$t$, $t$La demande de logement social de **{territoire}** en {année}, d’après le fichier partagé. Document produit le {date}.

{chiffres:ACTIVE,REGISTERED,SATISFIED,CANCELLED,TENSION,DELAY_MEAN}

## La demande en cours

Le fichier compte {chiffre:ACTIVE} demandes en cours, dont {chiffre:TRANSFERS} de ménages déjà logés dans le parc social.

{graphique:courbes:ACTIVE:YEAR}

{tableau:ACTIVE:DEPARTEMENT:TRANSFER}

### Ancienneté

{chiffres:SENIORITY_MEAN,SENIORITY_MEDIAN,OVER_DELAY,OVER_DELAY_SHARE}

{graphique:barres:ACTIVE:SENIORITY}

### Motifs

{tableau:ACTIVE:MOTIVE}

## Les ménages

{graphique:pyramide:ACTIVE:AGE:TRANSFER}

{tableau:ACTIVE:COMPOSITION:TRANSFER}

{graphique:barres:ACTIVE:INCOME_BAND}

## Les demandes satisfaites

{chiffres:SATISFIED,SATISFIED_TRANSFERS,DELAY_MEAN,DELAY_MEDIAN,SATISFACTION}

{graphique:courbes:SATISFIED:YEAR}

{tableau:SATISFIED:COMPOSITION}

## Propositions et refus

{chiffres:PROPOSED,REFUSED,REFUSAL_SHARE}

{graphique:barres:REFUSED:REFUSAL_MOTIVE}

## Les engagements d’attribution

{engagements}$t$),
  ('TERRITORY', 'fr', 1, $t$Profil de la demande {année} – {territoire}$t$, $t$Ce profil décrit la demande de logement social qui porte sur **{territoire}** : les demandes dont le premier souhait s’y trouve. Document produit le {date}.

{chiffres:ACTIVE,TRANSFER_SHARE,REGISTERED,SATISFIED,TENSION,DELAY_MEAN}

## La demande

{graphique:courbes:ACTIVE:QUARTER}

{graphique:barres:ACTIVE:SENIORITY}

{tableau:ACTIVE:TYPE:TRANSFER}

{tableau:ACTIVE:MOTIVE}

## Les ménages

{graphique:pyramide:ACTIVE:AGE:TRANSFER}

{graphique:barres:ACTIVE:COMPOSITION}

{tableau:ACTIVE:INCOME_BAND}

{tableau:ACTIVE:TENURE}

## D’où viennent les demandeurs

{graphique:barres:ACTIVE:PROVENANCE}

## Les demandes satisfaites

{chiffres:SATISFIED,DELAY_MEAN,DELAY_MEDIAN,SATISFACTION,REFUSAL_SHARE}

{graphique:courbes:SATISFIED:QUARTER}

{tableau:SATISFIED:TYPE}$t$),
  ('PARTNER', 'fr', 1, $t$Rapport d’activité {année} – {partenaire}$t$, $t$L’activité de **{partenaire}** dans le fichier partagé en {année}. Les demandes sont celles de ses guichets ; les propositions, refus et baux sont les siens. Document produit le {date}.

{chiffres:ACTIVE,REGISTERED,RENEWALS,CANCELLED}

## Enregistrement

{graphique:courbes:REGISTERED:MONTH}

{tableau:CANCELLED:CANCELLATION_REASON}

{graphique:barres:ACTIVE:SENIORITY}

## Propositions et attributions

{chiffres:PROPOSED,REFUSED,REFUSAL_SHARE,SATISFIED,DELAY_MEAN}

{graphique:courbes:PROPOSED:MONTH}

{tableau:REFUSED:REFUSAL_MOTIVE}

{tableau:DECIDED:DECISION}

{tableau:SATISFIED:COMPOSITION}$t$),
  ('COLLECTIVE', 'fr', 1, $t$Bilan des accords collectifs {année} – {territoire}$t$, $t$Ce bilan suit, pour **{territoire}**, les baux signés en {année} au titre des accords collectifs départementaux et intercommunaux (ACD, ACI) et les engagements d’attribution de l’article L.441-1. Document produit le {date}.

## Engagements de l’année

{engagements}

## Publics prioritaires parmi la demande

{tableau:ACTIVE:LABEL}

{graphique:barres:ACTIVE:LABEL}

## Publics prioritaires parmi les demandes satisfaites

{chiffres:SATISFIED,DELAY_MEAN}

{tableau:SATISFIED:LABEL}

{graphique:courbes:SATISFIED:YEAR}$t$),
  ('THEME', 'fr', 1, $t$Fiche thématique {année} : {axe} – {territoire}$t$, $t$Cette fiche approfondit une dimension de la demande de logement social de **{territoire}** : {axe}. Document produit le {date}.

## Les demandes en cours

{graphique:barres:ACTIVE:axe}

{tableau:ACTIVE:axe:TRANSFER}

## Les flux de l’année

{tableau:REGISTERED:axe}

{tableau:SATISFIED:axe}

## Les délais

{graphique:barres:DELAY_MEAN:axe}

{tableau:SENIORITY_MEAN:axe}

## La tension

{graphique:barres:TENSION:axe}$t$),
  ('YEARLY', 'en', 1, $t$Yearly report {year} on the demand for social housing – {territory}$t$, $t$The demand for social housing of **{territory}** in {year}, from the shared file. Made on {date}.

{figures:ACTIVE,REGISTERED,SATISFIED,CANCELLED,TENSION,DELAY_MEAN}

## Demands in the file

The file holds {figure:ACTIVE} active demands, of which {figure:TRANSFERS} of households that already live in social housing.

{chart:lines:ACTIVE:YEAR}

{table:ACTIVE:DEPARTEMENT:TRANSFER}

### Seniority

{figures:SENIORITY_MEAN,SENIORITY_MEDIAN,OVER_DELAY,OVER_DELAY_SHARE}

{chart:bars:ACTIVE:SENIORITY}

### Motives

{table:ACTIVE:MOTIVE}

## Households

{chart:pyramid:ACTIVE:AGE:TRANSFER}

{table:ACTIVE:COMPOSITION:TRANSFER}

{chart:bars:ACTIVE:INCOME_BAND}

## Satisfied demands

{figures:SATISFIED,SATISFIED_TRANSFERS,DELAY_MEAN,DELAY_MEDIAN,SATISFACTION}

{chart:lines:SATISFIED:YEAR}

{table:SATISFIED:COMPOSITION}

## Proposals and refusals

{figures:PROPOSED,REFUSED,REFUSAL_SHARE}

{chart:bars:REFUSED:REFUSAL_MOTIVE}

## Commitments of allocation

{commitments}$t$),
  ('TERRITORY', 'en', 1, $t$Profile of the demand {year} – {territory}$t$, $t$This profile tells of the demand for social housing in **{territory}**: the demands whose first wish lies there. Made on {date}.

{figures:ACTIVE,TRANSFER_SHARE,REGISTERED,SATISFIED,TENSION,DELAY_MEAN}

## The demand

{chart:lines:ACTIVE:QUARTER}

{chart:bars:ACTIVE:SENIORITY}

{table:ACTIVE:TYPE:TRANSFER}

{table:ACTIVE:MOTIVE}

## Households

{chart:pyramid:ACTIVE:AGE:TRANSFER}

{chart:bars:ACTIVE:COMPOSITION}

{table:ACTIVE:INCOME_BAND}

{table:ACTIVE:TENURE}

## Where applicants come from

{chart:bars:ACTIVE:PROVENANCE}

## Satisfied demands

{figures:SATISFIED,DELAY_MEAN,DELAY_MEDIAN,SATISFACTION,REFUSAL_SHARE}

{chart:lines:SATISFIED:QUARTER}

{table:SATISFIED:TYPE}$t$),
  ('PARTNER', 'en', 1, $t$Activity report {year} – {partner}$t$, $t$What **{partner}** did in the shared file in {year}. Demands are those of its desks; proposals, refusals and leases are its own. Made on {date}.

{figures:ACTIVE,REGISTERED,RENEWALS,CANCELLED}

## Registration

{chart:lines:REGISTERED:MONTH}

{table:CANCELLED:CANCELLATION_REASON}

{chart:bars:ACTIVE:SENIORITY}

## Proposals and allocations

{figures:PROPOSED,REFUSED,REFUSAL_SHARE,SATISFIED,DELAY_MEAN}

{chart:lines:PROPOSED:MONTH}

{table:REFUSED:REFUSAL_MOTIVE}

{table:DECIDED:DECISION}

{table:SATISFIED:COMPOSITION}$t$),
  ('COLLECTIVE', 'en', 1, $t$Balance of collective agreements {year} – {territory}$t$, $t$This balance follows, for **{territory}**, the leases signed in {year} under the collective agreements of départements and EPCI (ACD, ACI) and the commitments of article L.441-1. Made on {date}.

## Commitments of the year

{commitments}

## Priority households among the demand

{table:ACTIVE:LABEL}

{chart:bars:ACTIVE:LABEL}

## Priority households among satisfied demands

{figures:SATISFIED,DELAY_MEAN}

{table:SATISFIED:LABEL}

{chart:lines:SATISFIED:YEAR}$t$),
  ('THEME', 'en', 1, $t$Thematic sheet {year}: {axis} – {territory}$t$, $t$This sheet looks closely at one side of the demand for social housing of **{territory}**: {axis}. Made on {date}.

## Active demands

{chart:bars:ACTIVE:axis}

{table:ACTIVE:axis:TRANSFER}

## Flows of the year

{table:REGISTERED:axis}

{table:SATISFIED:axis}

## Delays

{chart:bars:DELAY_MEAN:axis}

{table:SENIORITY_MEAN:axis}

## Tension

{chart:bars:TENSION:axis}$t$);
