-- What is delivered by night and fails is begun anew a while later, since nobody is there to ask again; and how much a folder gets.

alter table extract add column not_before timestamptz; -- when it may be begun anew; null: at once

insert into rule_parameter (name, departement_code, value, unit, valid_from, valid_to, article, assumed) values
  ('DELIVERIES_EACH', null, 20, 'delivery', '2010-10-01', null, 'no text: regular deliveries that one partner''s folder gets', true),
  ('EXTRACT_AGAIN_MINUTES', null, 15, 'minute', '2010-10-01', null, 'no text: pause before a delivery that failed is begun anew', true);
