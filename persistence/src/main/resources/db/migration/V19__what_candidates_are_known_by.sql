-- What the rules of allocation make of a demand: worked out on every change, stored because candidates are searched and ranked by it.
alter table demand
  add column consumption_units numeric(4,1) check (consumption_units >= 1), -- 1, 0.5 and 0.3 per person (domain.md §3.3)
  add column annual_resources int check (annual_resources >= 0),            -- euros a year, of all who will live in the home
  add column resources_per_unit int check (resources_per_unit >= 0),        -- euros a year per consumption unit
  add column priority_grounds int not null default 0,                       -- a bit per PriorityGround that is certified and in force
  add column eligible_quotas int not null default 0;                        -- a bit per code of QUOTA, in the order of the list

-- First quartile of resources per consumption unit (L.441-1): a threshold per EPCI by a yearly arrêté. No EPCI: wherever none is stated.
create table first_quartile_threshold (
  id int generated always as identity primary key,
  epci_siren char(9) references epci,
  year int not null,
  amount int not null check (amount > 0), -- euros a year per consumption unit
  source text not null,
  assumed boolean not null
);
create unique index first_quartile_threshold_once on first_quartile_threshold (coalesce(epci_siren, ''), year);
insert into first_quartile_threshold (epci_siren, year, amount, source, assumed) values
  (null, 2020, 9720, 'national figure of 2019; the threshold of each EPCI is to be stated', true);
