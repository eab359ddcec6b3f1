-- One year after a demand left the file its nominative data are erased (décret n° 2017-917 of 9 May 2017, art. 4).
-- What stays of it bears neither name nor number; that it was erased is proved apart, without a way from one to the other.
alter table demand add column erased boolean not null default false;
create index demand_to_erase on demand (departement_code, cancelled_on, id) where not erased and cancelled_on is not null;
create table erasure_proof (
  unique_number char(18) primary key,
  departement_code varchar(3) not null references departement,
  cancelled_on date not null,
  cancellation_reason text not null,
  erased_on date not null,
  rule text not null -- the article obeyed
);
create index erasure_proof_by_day on erasure_proof (departement_code, erased_on);

-- The journal is asked about one demand: who read it, and to take its number away.
create index journal_entry_by_number on journal_entry using gin (unique_numbers);
