-- The national interface has no reason for a death: told as a renunciation with a sub-reason of our own.
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('CANCELLATION_SUB_REASON', 'DECES', 'Décès du demandeur', 'Death of the applicant', 3, '2010-10-01', null);

-- Whether the demand born of a separation (operation CRS) counts from the deposit of the common one: 1 yes, 0 no.
insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('SEPARATION_KEEPS_SENIORITY', null, 1, 'boolean', '2010-10-01', null, 'national interface, operation CRS; usage', true);
