-- A file that was in use before there was an observatory is observed from its first day on.
insert into observed_demand
select * from observed_source where not exists (select 1 from observed_demand);
