-- Which demands the observatory is to count anew, and by which transaction they were changed: the columns that it counts
-- in beside the database are kept in step by it. Each time it brings over what was changed by transactions whose end was
-- not seen the time before. Numbers alone, forgotten after two days.
create table observed_change (
  made_by xid8 not null default pg_current_xact_id(),
  demand_id bigint not null,
  made_at timestamptz not null default now(),
  primary key (made_by, demand_id)
);
create index observed_change_at on observed_change using brin (made_at);

create function note_observed_change() returns trigger language plpgsql as $$
begin
  insert into observed_change (demand_id) select distinct demand_id from changed on conflict do nothing;
  return null;
end $$;

-- An act may write any of these: what becomes of the demand's row, what happened to it, where it is housed.
do $$
declare counted text;
begin
  foreach counted in array array['observed_demand', 'demand_event', 'lease'] loop
    execute format('create trigger %1$s_counted after insert on %1$s referencing new table as changed '
      'for each statement execute function note_observed_change()', counted);
    execute format('create trigger %1$s_counted_anew after update on %1$s referencing new table as changed '
      'for each statement execute function note_observed_change()', counted);
    execute format('create trigger %1$s_counted_no_more after delete on %1$s referencing old table as changed '
      'for each statement execute function note_observed_change()', counted);
  end loop;
end $$;

-- A lease is counted by what its dwelling is.
create function note_observed_dwelling() returns trigger language plpgsql as $$
begin
  insert into observed_change (demand_id)
  select l.demand_id from vacancy v join lease l on l.vacancy_id = v.id where v.dwelling_id = new.id on conflict do nothing;
  return null;
end $$;

create trigger observed_dwelling after update on dwelling for each row
  when ((old.scheme, old.category, old.dwelling_type, old.municipality_code)
    is distinct from (new.scheme, new.category, new.dwelling_type, new.municipality_code))
  execute function note_observed_dwelling();
