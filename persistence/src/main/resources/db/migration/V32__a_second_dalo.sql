-- A DALO that ended with a rehousing stays certified, for it was; the household may be recognised again.
drop index priority_label_open;
create unique index priority_label_open on priority_label (demand_id, kind, code)
  where state in ('PROPOSED','CERTIFIED') and rehoused_on is null;
