-- EclipseLink takes the fifty numbers up to the one a sequence gives: the first must be 50. A file that began empty could store nothing;
-- the demonstration sets its sequences itself and never showed it.
do $$
declare
  sequence_name text;
begin
  for sequence_name in
    select s.sequencename from pg_sequences s
    where s.schemaname = current_schema() and s.increment_by = 50 and s.last_value is null
  loop
    execute format('alter sequence %I restart with 50', sequence_name);
  end loop;
end $$;
