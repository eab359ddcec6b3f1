-- Collections of reports are extracts too: one report for each territory, in a zip (ADR 0023).
alter table extract drop constraint extract_format_check;
alter table extract add constraint extract_format_check check (format in ('XLSX','ODS','CSV','ACCESS','PARQUET','PDF','ODT'));
alter table extract add failure_of text; -- the part that went wrong, in words; null: none in particular
