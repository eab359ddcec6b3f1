-- What the counters of the home page are read from without a look at the tables.
create index candidate_wish_first on candidate_wish (municipality_code) where location_rank = 1;
create index demand_active_transfer on demand (departement_code, transfer) where status = 'ACTIVE';
