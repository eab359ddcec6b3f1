-- A separation or a merging changes since when a demand counts and how long it holds: its event keeps how the demand stood
-- after it, so that it can be read as it stood on a past day. Null: the event changed nothing of that.
alter table demand_event
  add column deposit_after date,
  add column renewal_after date,
  add column valid_after date,
  add check ((deposit_after is null) = (valid_after is null));

-- A document whose person leaves the household becomes the household's (on delete set null): two of one content must not stand in
-- the way of that. What is deposited twice is told beforehand, one deposit of a demand after the other.
drop index supporting_document_once;
create unique index supporting_document_once on supporting_document (demand_id, sha256, kind, member_id) where member_id is not null;

-- After an erasure a table is written anew, so that its file holds no byte of what was erased, if it is no larger than this: that
-- takes the table from everybody for seconds. A larger one is vacuumed: what was erased is out of reach of any statement, and its
-- bytes are overwritten as the free space of their pages is used again.
insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('ERASURE_REWRITE_MEGABYTES', null, 512, 'megabyte', '2010-10-01', null, 'no source: what a database rewrites within seconds at night', true);

-- Papers that a desk has seen and not uploaded yet: the fifteen days run, and nobody asks for them again meanwhile.
create table paper_received (
  demand_id bigint not null references demand,
  member_id bigint references household_member on delete cascade, -- whose it is; null: the whole demand's
  kind text not null,            -- document_kind
  tax_year int,                  -- year of the income that a tax notice states
  received_on date not null,
  noted_at timestamptz not null,
  noted_by bigint references agent,
  partner_id bigint not null references partner
);
create unique index paper_received_once on paper_received (demand_id, kind, coalesce(member_id, 0), coalesce(tax_year, 0));
create index paper_received_by_member on paper_received (member_id);
