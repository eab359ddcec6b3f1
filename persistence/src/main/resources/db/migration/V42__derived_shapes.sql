-- Shapes derived from the municipalities' points take many seconds to work out and change only with the points: they are kept,
-- so that no reader waits for them after a start.
create table derived_shapes (
  fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
  shapes bytea not null
);
comment on table derived_shapes is 'Shapes of municipalities, EPCI and départements derived from points; one row at most is of use.';
comment on column derived_shapes.fingerprint is 'SHA-256 of what they were derived from and of the way it was done';
comment on column derived_shapes.shapes is 'Level, code and WKB of each, compressed (GZIP)';
