-- Who leaves a household or is erased takes their names along: without this each such person cost a reading of all names.
create index person_name_by_member on person_name (member_id);
