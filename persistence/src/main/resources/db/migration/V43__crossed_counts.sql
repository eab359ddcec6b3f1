-- Files of a stock counted by every two of its axes, beside those of its rows.
alter table observatory_file drop constraint observatory_file_kind_check;
alter table observatory_file add constraint observatory_file_kind_check check (kind in ('STOCK','FACTS','CROSSED'));
