-- The exact total of a place: what a dwelling asks of everybody, sorted, so that who fits is some ranges of an index that are only
-- counted, nobody looked at one by one. Half the size of the indexes that rank, and a third of the time.
do $$
declare
  names constant text[] := array['c','t1','t2','t3','t4','t5','t6p'];
begin
  for i in 0..6 loop
    execute format('create index %I on candidate_wish (place, household_category, household_size, annual_income)'
      || ' where type_mask & %s <> 0', 'candidate_tally_' || names[i + 1], 1 << i);
  end loop;
end $$;
