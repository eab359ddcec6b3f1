-- A lease signed by mistake ended what its cancellation puts back: the days in which a suspensive condition could not be met are made
-- up for (R.441-3 c). What the commission decided stays as its signed minutes tell it.
alter table item_candidate
  add column condition_prolonged_to date,        -- null: until the day that was decided
  add column condition_until date generated always as (coalesce(condition_prolonged_to, condition_deadline)) stored;
