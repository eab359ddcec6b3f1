-- What every registration takes numbers of takes them by the thousand: sixteen agents at once waited for the next fifty.
-- Where a sequence stands no longer ends a block of that size, so that the next one begins a block further.
do $$
declare
  name text;
begin
  foreach name in array array['demand_seq', 'household_member_seq', 'demand_event_seq'] loop
    execute format('alter sequence %I increment 1000', name);
    execute format('select setval(%L, (select last_value from %I) + 1000, false)', name, name);
  end loop;
end $$;
