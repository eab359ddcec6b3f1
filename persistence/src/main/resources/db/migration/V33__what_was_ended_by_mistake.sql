-- A lease signed by mistake ended what its cancellation puts back: the days in which a suspensive condition could not be met are made
-- up for (R.441-3 c). What the commission decided stays as its signed minutes tell it.
alter table item_candidate
  add column condition_prolonged_to date,        -- null: until the day that was decided
  add column condition_until date generated always as (coalesce(condition_prolonged_to, condition_deadline)) stored;

-- How long reports of imported stock are kept.
insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('STOCK_IMPORT_DAYS', null, 30, 'day', '2010-10-01', null, 'an import checked and never confirmed', true),
  ('STOCK_IMPORT_LINES_DAYS', null, 365, 'day', '2010-10-01', null, 'lines of an import that was written; its counts stay', true);
