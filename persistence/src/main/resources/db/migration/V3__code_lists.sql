-- Toit commun: the code lists, with their labels in French and English.
-- The codes of the form (the State's form Cerfa 14069) are facts of the national interface as it was in 2017-2018; the labels are
-- ours. Cancellation reasons: R.441-2-8. Priority grounds: L.441-1. Capacities at the commission: L.441-2 and R.441-9.
-- Funding schemes, motives of refusal and of non-allocation: usual practice.
-- Form lists hold from 10 September 2018 (third version of the form); the others from 1 October 2010, the first day of the
-- national registration of demands: the earliest day the file needs, not the day of each text.

-- CIVILITY
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('CIVILITY', '1', 'Monsieur', 'Mr', 1, '2018-09-10', null),
  ('CIVILITY', '2', 'Madame', 'Ms', 2, '2018-09-10', null),
  ('CIVILITY', '3', 'Mademoiselle', 'Miss', 3, '2010-10-01', '2018-09-09');

-- NATIONALITY
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('NATIONALITY', '1', 'Française', 'French', 1, '2018-09-10', null),
  ('NATIONALITY', '2', 'Union européenne', 'European Union', 2, '2018-09-10', null),
  ('NATIONALITY', '3', 'Hors Union européenne', 'Outside the European Union', 3, '2018-09-10', null);

-- FAMILY_SITUATION
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('FAMILY_SITUATION', 'C', 'Célibataire', 'Single', 1, '2018-09-10', null),
  ('FAMILY_SITUATION', 'M', 'Marié(e)', 'Married', 2, '2018-09-10', null),
  ('FAMILY_SITUATION', 'P', 'Pacsé(e)', 'In a civil partnership (PACS)', 3, '2018-09-10', null),
  ('FAMILY_SITUATION', 'U', 'Concubin(e)', 'Living with a partner', 4, '2018-09-10', null),
  ('FAMILY_SITUATION', 'S', 'Séparé(e)', 'Separated', 5, '2018-09-10', null),
  ('FAMILY_SITUATION', 'D', 'Divorcé(e)', 'Divorced', 6, '2018-09-10', null),
  ('FAMILY_SITUATION', 'V', 'Veuf ou veuve', 'Widowed', 7, '2018-09-10', null);

-- APPLICANT_LINK
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('APPLICANT_LINK', 'M', 'Conjoint(e)', 'Spouse', 1, '2018-09-10', null),
  ('APPLICANT_LINK', 'P', 'Pacsé(e)', 'Civil partner (PACS)', 2, '2018-09-10', null),
  ('APPLICANT_LINK', 'C', 'Concubin(e)', 'Partner', 3, '2018-09-10', null),
  ('APPLICANT_LINK', 'L', 'Colocataire', 'Flatmate', 4, '2018-09-10', null);

-- SOUGHT_CATEGORY
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('SOUGHT_CATEGORY', 'A', 'Appartement', 'Flat', 1, '2018-09-10', null),
  ('SOUGHT_CATEGORY', 'M', 'Maison', 'House', 2, '2018-09-10', null),
  ('SOUGHT_CATEGORY', 'I', 'Indifférent', 'No preference', 3, '2018-09-10', null);

-- CURRENT_CATEGORY
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('CURRENT_CATEGORY', 'A', 'Appartement', 'Flat', 1, '2018-09-10', null),
  ('CURRENT_CATEGORY', 'M', 'Maison', 'House', 2, '2018-09-10', null);

-- DWELLING_TYPE
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('DWELLING_TYPE', 'C', 'Chambre', 'Single room', 1, '2018-09-10', null),
  ('DWELLING_TYPE', 'T1', 'T1 (une pièce)', 'T1 (one room)', 2, '2018-09-10', null),
  ('DWELLING_TYPE', 'T2', 'T2 (deux pièces)', 'T2 (two rooms)', 3, '2018-09-10', null),
  ('DWELLING_TYPE', 'T3', 'T3 (trois pièces)', 'T3 (three rooms)', 4, '2018-09-10', null),
  ('DWELLING_TYPE', 'T4', 'T4 (quatre pièces)', 'T4 (four rooms)', 5, '2018-09-10', null),
  ('DWELLING_TYPE', 'T5', 'T5 (cinq pièces)', 'T5 (five rooms)', 6, '2018-09-10', null),
  ('DWELLING_TYPE', 'T6P', 'T6 et plus', 'T6 or more (six rooms or more)', 7, '2018-09-10', null);

-- SEX
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('SEX', 'F', 'Féminin', 'Female', 1, '2018-09-10', null),
  ('SEX', 'M', 'Masculin', 'Male', 2, '2018-09-10', null);

-- KINSHIP
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('KINSHIP', 'E', 'Enfant', 'Child', 1, '2018-09-10', null),
  ('KINSHIP', 'P', 'Parent', 'Parent', 2, '2018-09-10', null),
  ('KINSHIP', 'A', 'Autre', 'Other', 3, '2018-09-10', null);

-- CUSTODY
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('CUSTODY', 'G', 'Garde alternée', 'Alternating custody', 1, '2018-09-10', null),
  ('CUSTODY', 'D', 'Droit de visite et d''hébergement', 'Visiting and accommodation right', 2, '2018-09-10', null);

-- WORK_CONTRACT
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('WORK_CONTRACT', 'CDI', 'CDI ou fonctionnaire', 'Permanent contract or civil servant', 1, '2018-09-10', null),
  ('WORK_CONTRACT', 'CDD', 'CDD, stage ou intérim', 'Fixed-term contract, traineeship or temporary work', 2, '2018-09-10', null),
  ('WORK_CONTRACT', 'ART', 'Artisan, commerçant ou profession libérale', 'Self-employed, shopkeeper or independent professional', 3, '2018-09-10', null),
  ('WORK_CONTRACT', 'CHO', 'Demandeur ou demandeuse d''emploi', 'Unemployed', 4, '2018-09-10', null),
  ('WORK_CONTRACT', 'APP', 'En apprentissage', 'Apprentice', 5, '2018-09-10', null),
  ('WORK_CONTRACT', 'ETU', 'Étudiant(e)', 'Student', 6, '2018-09-10', null),
  ('WORK_CONTRACT', 'RET', 'Retraité(e)', 'Retired', 7, '2018-09-10', null),
  ('WORK_CONTRACT', 'AUT', 'Autre situation', 'Other situation', 8, '2018-09-10', null);

-- RESOURCE_RECEIVED
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('RESOURCE_RECEIVED', 'SAL', 'Salaire ou revenu d''activité', 'Wages or income from work', 1, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'RET', 'Retraite', 'Retirement pension', 2, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'CHO', 'Allocation chômage ou indemnités', 'Unemployment benefit or allowances', 3, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'PAR', 'Pension alimentaire reçue', 'Maintenance received', 4, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'PINV', 'Pension d''invalidité', 'Invalidity pension', 5, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'AF', 'Allocations familiales', 'Family allowances', 6, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'AAH', 'Allocation d''adulte handicapé (AAH)', 'Disabled adult''s allowance (AAH)', 7, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'AEEH', 'Allocation d''éducation d''enfant handicapé (AEEH)', 'Disabled child''s education allowance (AEEH)', 8, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'AJPP', 'Allocation journalière de présence parentale (AJPP)', 'Daily parental presence allowance (AJPP)', 9, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'RSA', 'Revenu de solidarité active (RSA)', 'Minimum income (RSA)', 10, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'AMV', 'Allocation de minimum vieillesse', 'Minimum old-age allowance', 11, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'PAJE', 'Prestation d''accueil du jeune enfant (PAJE)', 'Early childhood benefit (PAJE)', 12, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'BE', 'Bourse d''études', 'Student grant', 13, '2018-09-10', null),
  ('RESOURCE_RECEIVED', 'AUT', 'Autres ressources (hors APL et AL)', 'Other resources (housing aid excluded)', 14, '2018-09-10', null);

-- RESOURCE_PAID
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('RESOURCE_PAID', 'PAV', 'Pension alimentaire versée', 'Maintenance paid', 1, '2018-09-10', null);

-- CURRENT_HOUSING
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('CURRENT_HOUSING', 'HLM', 'Locataire d''un logement social (HLM)', 'Tenant of social housing (HLM)', 1, '2018-09-10', null),
  ('CURRENT_HOUSING', 'LP', 'Locataire du parc privé', 'Private tenant', 2, '2018-09-10', null),
  ('CURRENT_HOUSING', 'RS', 'Résidence sociale, foyer ou pension de famille', 'Social residence, hostel or family boarding house', 3, '2018-09-10', null),
  ('CURRENT_HOUSING', 'RHVS', 'Résidence hôtelière à vocation sociale', 'Social hotel residence', 4, '2018-09-10', null),
  ('CURRENT_HOUSING', 'RE', 'Résidence étudiante', 'Student residence', 5, '2018-09-10', null),
  ('CURRENT_HOUSING', 'SLHT', 'Sous-location ou hébergement temporaire', 'Sub-tenancy or temporary lodging', 6, '2018-09-10', null),
  ('CURRENT_HOUSING', 'SH', 'Structure d''hébergement', 'Accommodation centre', 7, '2018-09-10', null),
  ('CURRENT_HOUSING', 'CDEFCM', 'Centre départemental de l''enfance et de la famille ou centre maternel', 'Département''s child and family centre or mother-and-child centre', 8, '2018-09-10', null),
  ('CURRENT_HOUSING', 'CPE', 'Chez les parents ou les enfants', 'At parents'' or children''s home', 9, '2018-09-10', null),
  ('CURRENT_HOUSING', 'CP', 'Chez un particulier', 'At another person''s home', 10, '2018-09-10', null),
  ('CURRENT_HOUSING', 'LTG', 'Logement à titre gratuit', 'Housed free of charge', 11, '2018-09-10', null),
  ('CURRENT_HOUSING', 'FONC', 'Logement de fonction', 'Housing tied to the job', 12, '2018-09-10', null),
  ('CURRENT_HOUSING', 'POCC', 'Propriétaire occupant', 'Owner-occupier', 13, '2018-09-10', null),
  ('CURRENT_HOUSING', 'CAMCAR', 'Camping ou caravaning', 'Campsite or caravan', 14, '2018-09-10', null),
  ('CURRENT_HOUSING', 'HOT', 'Hôtel', 'Hotel', 15, '2018-09-10', null),
  ('CURRENT_HOUSING', 'SD', 'Sans abri ou abri de fortune', 'Homeless or makeshift shelter', 16, '2018-09-10', null),
  ('CURRENT_HOUSING', 'SQUAT', 'Dans un squat', 'Squat', 17, '2018-09-10', null);

-- DEMAND_MOTIVE
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('DEMAND_MOTIVE', '01', 'Sans logement, hébergement ou logement temporaire', 'Without housing, lodged by others or in temporary housing', 1, '2018-09-10', null),
  ('DEMAND_MOTIVE', '02', 'Démolition', 'Demolition', 2, '2018-09-10', null),
  ('DEMAND_MOTIVE', '03', 'Logement non décent, insalubre, dangereux ou impropre à l''habitation', 'Substandard, unhealthy or dangerous dwelling, or unfit to live in', 3, '2018-09-10', null),
  ('DEMAND_MOTIVE', '04', 'Logement repris ou mis en vente par le propriétaire', 'Dwelling taken back or put up for sale by its owner', 4, '2018-09-10', null),
  ('DEMAND_MOTIVE', '05', 'Procédure d''expulsion', 'Eviction proceedings', 5, '2018-09-10', null),
  ('DEMAND_MOTIVE', '06', 'Violences familiales', 'Domestic violence', 6, '2018-09-10', null),
  ('DEMAND_MOTIVE', '07', 'Handicap', 'Disability', 7, '2018-09-10', null),
  ('DEMAND_MOTIVE', '08', 'Raisons de santé', 'Health', 8, '2018-09-10', null),
  ('DEMAND_MOTIVE', '09', 'Logement trop cher', 'Dwelling too expensive', 9, '2018-09-10', null),
  ('DEMAND_MOTIVE', '10', 'Logement trop grand', 'Dwelling too big', 10, '2018-09-10', null),
  ('DEMAND_MOTIVE', '11', 'Divorce ou séparation', 'Divorce or separation', 11, '2018-09-10', null),
  ('DEMAND_MOTIVE', '12', 'Décohabitation', 'Leaving a shared home', 12, '2018-09-10', null),
  ('DEMAND_MOTIVE', '13', 'Logement trop petit', 'Dwelling too small', 13, '2018-09-10', null),
  ('DEMAND_MOTIVE', '14', 'Futur mariage, concubinage ou PACS', 'Planned marriage, life together or civil partnership', 14, '2018-09-10', null),
  ('DEMAND_MOTIVE', '15', 'Regroupement familial', 'Family reunification', 15, '2018-09-10', null),
  ('DEMAND_MOTIVE', '16', 'Assistant(e) maternel(le) ou familial(e)', 'Childminder or foster carer', 16, '2018-09-10', null),
  ('DEMAND_MOTIVE', '17', 'Problèmes d''environnement ou de voisinage', 'Surroundings or neighbours', 17, '2018-09-10', null),
  ('DEMAND_MOTIVE', '18', 'Mutation professionnelle', 'Job transfer', 18, '2018-09-10', null),
  ('DEMAND_MOTIVE', '19', 'Rapprochement du lieu de travail', 'To be closer to work', 19, '2018-09-10', null),
  ('DEMAND_MOTIVE', '20', 'Rapprochement des équipements et des services', 'To be closer to amenities and services', 20, '2018-09-10', null),
  ('DEMAND_MOTIVE', '21', 'Rapprochement de la famille', 'To be closer to family', 21, '2018-09-10', null),
  ('DEMAND_MOTIVE', '22', 'Accession à la propriété en difficulté', 'Home buyer in difficulty', 22, '2018-09-10', null),
  ('DEMAND_MOTIVE', '23', 'Autre motif (à préciser)', 'Other motive (to be specified)', 23, '2018-09-10', null);

-- HANDICAP_STATE
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('HANDICAP_STATE', 'STA', 'Stabilisé', 'Stable', 1, '2018-09-10', null),
  ('HANDICAP_STATE', 'EVO', 'Évolutif', 'Progressive', 2, '2018-09-10', null);

-- WALKING
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('WALKING', '1', 'Ne peut monter aucune marche', 'Cannot climb any step', 1, '2018-09-10', null),
  ('WALKING', '2', 'Peut monter une à trois marches', 'Can climb one to three steps', 2, '2018-09-10', null),
  ('WALKING', '3', 'Peut monter jusqu''au premier étage', 'Can climb to the first floor', 3, '2018-09-10', null),
  ('WALKING', '4', 'Peut monter au-delà du premier étage', 'Can climb beyond the first floor', 4, '2018-09-10', null);

-- MOTOR
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('MOTOR', 'MS', 'Handicap moteur des membres supérieurs', 'Motor disability of the upper limbs', 1, '2018-09-10', null),
  ('MOTOR', 'MI', 'Handicap moteur des membres inférieurs', 'Motor disability of the lower limbs', 2, '2018-09-10', null);

-- SENSORY
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('SENSORY', 'DA', 'Déficience auditive', 'Hearing impairment', 1, '2018-09-10', null),
  ('SENSORY', 'DV', 'Déficience visuelle', 'Visual impairment', 2, '2018-09-10', null);

-- TECHNICAL_AID
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('TECHNICAL_AID', '1', 'Aucune', 'None', 1, '2018-09-10', null),
  ('TECHNICAL_AID', '2', 'Canne ou béquilles', 'Stick or crutches', 2, '2018-09-10', null),
  ('TECHNICAL_AID', '3', 'Déambulateur', 'Walking frame', 3, '2018-09-10', null),
  ('TECHNICAL_AID', '4', 'Fauteuil roulant manuel', 'Manual wheelchair', 4, '2018-09-10', null),
  ('TECHNICAL_AID', '5', 'Fauteuil roulant électrique', 'Electric wheelchair', 5, '2018-09-10', null),
  ('TECHNICAL_AID', '6', 'Lève-personne', 'Hoist', 6, '2018-09-10', null),
  ('TECHNICAL_AID', '7', 'Lit médicalisé', 'Medical bed', 7, '2018-09-10', null);

-- ADAPTATION
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('ADAPTATION', '1', 'Baignoire adaptée', 'Adapted bath', 1, '2018-09-10', null),
  ('ADAPTATION', '2', 'Toilettes avec espace de transfert', 'Toilet with transfer space', 2, '2018-09-10', null),
  ('ADAPTATION', '3', 'Douche sans seuil', 'Level-access shower', 3, '2018-09-10', null),
  ('ADAPTATION', '4', 'Ascenseur', 'Lift', 4, '2018-09-10', null),
  ('ADAPTATION', '5', 'Chambre pour une tierce personne', 'Bedroom for a carer', 5, '2018-09-10', null),
  ('ADAPTATION', '6', 'Place de stationnement de 3,30 m', 'Parking space of 3.30 m', 6, '2018-09-10', null);

-- QUOTA
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('QUOTA', 'COLTER', 'Collectivités territoriales et EPCI', 'Local authorities', 1, '2018-09-10', null),
  ('QUOTA', 'COLACT', 'Action Logement et employeurs', 'Action Logement and employers', 2, '2018-09-10', null),
  ('QUOTA', 'PPRIOR', 'État – publics prioritaires', 'State – priority persons', 3, '2018-09-10', null),
  ('QUOTA', 'PFONCT', 'État – agents publics', 'State – public servants', 4, '2018-09-10', null),
  ('QUOTA', 'AUTRES', 'Autres réservataires', 'Other reservation holders', 5, '2018-09-10', null),
  ('QUOTA', 'AUCUN', 'Hors contingent', 'No quota', 6, '2018-09-10', null);

-- DALO_STATUS
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('DALO_STATUS', 'NON', 'Non reconnu prioritaire', 'Not recognised', 1, '2018-09-10', null),
  ('DALO_STATUS', 'ACTIF', 'Reconnu prioritaire, à reloger', 'Recognised, to be rehoused', 2, '2018-09-10', null),
  ('DALO_STATUS', 'CADUC', 'Reconnaissance caduque', 'Recognition lapsed', 3, '2018-09-10', null),
  ('DALO_STATUS', 'ACTREL', 'Reconnu prioritaire et relogé', 'Recognised and rehoused', 4, '2018-09-10', null);

-- COLLECTIVE_AGREEMENT
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('COLLECTIVE_AGREEMENT', 'ACD', 'Accord collectif départemental', 'Collective agreement of the département', 1, '2018-09-10', null),
  ('COLLECTIVE_AGREEMENT', 'ACI', 'Accord collectif intercommunal', 'Collective agreement between municipalities', 2, '2018-09-10', null),
  ('COLLECTIVE_AGREEMENT', 'AUCUN', 'Aucun', 'None', 3, '2018-09-10', null),
  ('COLLECTIVE_AGREEMENT', 'NONDOC', 'Non renseigné', 'Not stated', 4, '2018-09-10', null);

-- DISTRICT_STATUS
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('DISTRICT_STATUS', 'ZUSOUI', 'En quartier prioritaire', 'In a priority district', 1, '2018-09-10', null),
  ('DISTRICT_STATUS', 'ZUSNON', 'Hors quartier prioritaire', 'Outside priority districts', 2, '2018-09-10', null),
  ('DISTRICT_STATUS', 'ZUSNSP', 'Ne sait pas', 'Not known', 3, '2018-09-10', null);

-- YES_NO
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('YES_NO', 'OUI', 'Oui', 'Yes', 1, '2018-09-10', null),
  ('YES_NO', 'NON', 'Non', 'No', 2, '2018-09-10', null),
  ('YES_NO', 'NONDOC', 'Non renseigné', 'Not stated', 3, '2018-09-10', null);

-- CANCELLATION_REASON
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('CANCELLATION_REASON', 'RADATT', 'Attribution suivie de la signature du bail', 'Allocation followed by the signing of the lease', 1, '2010-10-01', null),
  ('CANCELLATION_REASON', 'RADABA', 'Renonciation écrite du demandeur', 'Written withdrawal by the applicant', 2, '2010-10-01', null),
  ('CANCELLATION_REASON', 'RADCON', 'Absence de réponse à un courrier envoyé à la dernière adresse', 'No answer to a letter sent to the last address', 3, '2010-10-01', null),
  ('CANCELLATION_REASON', 'RADIRR', 'Irrecevabilité prononcée par une commission', 'Inadmissibility declared by a commission', 4, '2010-10-01', null),
  ('CANCELLATION_REASON', 'RADREN', 'Demande non renouvelée', 'Demand not renewed', 5, '2010-10-01', null);

-- CANCELLATION_SUB_REASON
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('CANCELLATION_SUB_REASON', 'IRRSEJ', 'Séjour irrégulier d''une personne majeure du foyer', 'Irregular stay of an adult of the household', 1, '2010-10-01', null),
  ('CANCELLATION_SUB_REASON', 'IRRRES', 'Ressources supérieures au plafond', 'Income above the ceiling', 2, '2010-10-01', null);

-- FUNDING_SCHEME
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('FUNDING_SCHEME', 'PLAI', 'PLAI – prêt locatif aidé d''intégration', 'PLAI – assisted loan for very low incomes', 1, '2010-10-01', null),
  ('FUNDING_SCHEME', 'PLUS', 'PLUS – prêt locatif à usage social', 'PLUS – standard social-housing loan', 2, '2010-10-01', null),
  ('FUNDING_SCHEME', 'PLS', 'PLS – prêt locatif social', 'PLS – loan for upper social housing', 3, '2010-10-01', null);

-- REFUSAL_MOTIVE
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('REFUSAL_MOTIVE', 'LOCATION', 'Localisation ou quartier', 'Location or neighbourhood', 1, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'TOO_SMALL', 'Logement trop petit', 'Dwelling too small', 2, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'TOO_BIG', 'Logement trop grand', 'Dwelling too big', 3, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'FLOOR_NO_LIFT', 'Étage ou absence d''ascenseur', 'Floor or no lift', 4, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'RENT_TOO_HIGH', 'Loyer ou charges trop élevés', 'Rent or charges too high', 5, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'NO_PARKING', 'Ni stationnement ni garage', 'No parking space or garage', 6, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'BUILDING_STATE', 'État du logement, de l''immeuble ou de ses abords', 'State of the dwelling, the building or its surroundings', 7, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'EXPOSURE_HEATING', 'Exposition ou mode de chauffage', 'Exposure or heating', 8, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'WANTS_HOUSE', 'Souhaite une maison', 'Wants a house', 9, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'SCHOOL_WORK_DISTANCE', 'Éloignement de l''école ou du travail', 'Distance from school or work', 10, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'HEALTH', 'Raisons de santé', 'Health', 11, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'HOUSED_ELSEWHERE', 'Déjà relogé ou logement accepté ailleurs', 'Already rehoused or dwelling accepted elsewhere', 12, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'PERSONAL_CHANGE', 'Changement de situation personnelle', 'Change in personal situation', 13, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'NO_ANSWER', 'Absence de réponse dans le délai', 'No answer in time', 14, '2010-10-01', null),
  ('REFUSAL_MOTIVE', 'OTHER', 'Autre motif', 'Other motive', 15, '2010-10-01', null);

-- NON_ALLOCATION_MOTIVE
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('NON_ALLOCATION_MOTIVE', 'LOWER_RANK', 'Dossier classé après d''autres demandes', 'Ranked after other demands', 1, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'UNDER_OCCUPATION', 'Logement trop grand pour le foyer', 'Dwelling too big for the household', 2, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'OVER_OCCUPATION', 'Logement trop petit pour le foyer', 'Dwelling too small for the household', 3, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'RENT_TOO_HIGH', 'Loyer ou surface inadaptés aux ressources', 'Rent or surface beyond the household''s means', 4, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'NO_GUARANTEE', 'Dépense de logement impossible à assumer, sans dispositif de garantie', 'Housing costs out of reach and no guarantee scheme', 5, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'INACCESSIBLE', 'Logement inaccessible physiquement à une personne du foyer', 'Dwelling physically inaccessible to a member of the household', 6, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'TOO_FAR_FROM_WORK', 'Logement trop éloigné du lieu de travail', 'Dwelling too far from work', 7, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'NEEDS_HOSTING', 'Hébergement ou logement accompagné mieux adapté', 'Supported or hosted accommodation better suited', 8, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'FRAGILITY_MIX', 'Équilibre social d''une résidence à enjeu de mixité (autre proposition à faire)', 'Social balance of a residence where mix is at stake (another proposal is due)', 9, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'INCOMPLETE_FILE', 'Dossier incomplet', 'Incomplete file', 10, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'IRREGULAR_DOCUMENTS', 'Pièces irrégulières ou mauvaise foi', 'Irregular documents or bad faith', 11, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'SUITABLE_OWNER', 'Propriétaire d''un logement adapté à ses besoins', 'Owner of a suitable dwelling', 12, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'UNPAID_RENT', 'Impayés ou manquements locatifs antérieurs', 'Earlier unpaid rent or breaches of a lease', 13, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'NO_UNIQUE_NUMBER', 'Absence de numéro unique', 'No unique number', 14, '2010-10-01', null),
  ('NON_ALLOCATION_MOTIVE', 'OTHER', 'Autre motif', 'Other motive', 15, '2010-10-01', null);

-- PRIORITY_GROUND
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('PRIORITY_GROUND', 'a', 'Situation de handicap du demandeur ou d''une personne du foyer', 'Disability of the applicant or of a member of the household', 1, '2010-10-01', null),
  ('PRIORITY_GROUND', 'b', 'Sortie d''un appartement de coordination thérapeutique', 'Leaving a therapeutic coordination flat', 2, '2010-10-01', null),
  ('PRIORITY_GROUND', 'c', 'Mal-logement, difficultés d''existence ou d''insertion', 'Badly housed, disadvantaged or facing difficulties of income or insertion', 3, '2010-10-01', null),
  ('PRIORITY_GROUND', 'd', 'Hébergement ou logement temporaire dans un établissement ou un logement de transition', 'Lodged temporarily in an establishment or transition dwelling', 4, '2010-10-01', null),
  ('PRIORITY_GROUND', 'e', 'Reprise d''activité après un chômage de longue durée', 'Back to work after long unemployment', 5, '2010-10-01', null),
  ('PRIORITY_GROUND', 'f', 'Exposition à l''habitat indigne', 'Living in unfit housing', 6, '2010-10-01', null),
  ('PRIORITY_GROUND', 'g', 'Violences au sein du couple ou menace de mariage forcé', 'Violence in the couple or threat of forced marriage', 7, '2010-10-01', null),
  ('PRIORITY_GROUND', 'g_bis', 'Viol ou agression sexuelle au domicile ou à ses abords', 'Rape or sexual assault at home or nearby', 8, '2010-10-01', null),
  ('PRIORITY_GROUND', 'h', 'Parcours de sortie de la prostitution', 'On the way out of prostitution', 9, '2010-10-01', null),
  ('PRIORITY_GROUND', 'i', 'Victime de traite des êtres humains ou de proxénétisme', 'Victim of human trafficking or procuring', 10, '2010-10-01', null),
  ('PRIORITY_GROUND', 'j', 'Enfant mineur à charge dans un logement suroccupé ou non décent', 'Minor child in an over-occupied or substandard dwelling', 11, '2010-10-01', null),
  ('PRIORITY_GROUND', 'k', 'Absence de logement, y compris hébergement par des tiers', 'Without housing, including lodged by others', 12, '2010-10-01', null),
  ('PRIORITY_GROUND', 'l', 'Menace d''expulsion sans relogement', 'Threatened with eviction without rehousing', 13, '2010-10-01', null),
  ('PRIORITY_GROUND', 'm', 'Moins de 21 ans après une prise en charge par l''aide sociale à l''enfance', 'Under 21 and formerly in the care of child welfare', 14, '2022-02-09', null);

-- ATTENDEE_CAPACITY
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('ATTENDEE_CAPACITY', 'LANDLORD_MEMBER', 'Membre désigné par le bailleur', 'Member appointed by the landlord', 1, '2010-10-01', null),
  ('ATTENDEE_CAPACITY', 'TENANTS_REPRESENTATIVE', 'Représentant(e) des locataires', 'Tenants'' representative', 2, '2010-10-01', null),
  ('ATTENDEE_CAPACITY', 'MAYOR', 'Maire de la commune du logement ou son représentant', 'Mayor of the municipality of the dwelling, or representative', 3, '2010-10-01', null),
  ('ATTENDEE_CAPACITY', 'STATE_REPRESENTATIVE', 'Représentant(e) de l''État', 'State representative', 4, '2010-10-01', null),
  ('ATTENDEE_CAPACITY', 'EPCI_PRESIDENT', 'Président(e) de l''EPCI ou son représentant', 'President of the EPCI, or representative', 5, '2010-10-01', null),
  ('ATTENDEE_CAPACITY', 'RESERVATION_HOLDER', 'Réservataire', 'Reservation holder', 6, '2010-10-01', null),
  ('ATTENDEE_CAPACITY', 'INSERTION_BODY', 'Organisme agréé d''insertion par le logement', 'Approved body for insertion through housing', 7, '2010-10-01', null),
  ('ATTENDEE_CAPACITY', 'DEPARTMENT', 'Département', 'Département', 8, '2010-10-01', null),
  ('ATTENDEE_CAPACITY', 'SIAO', 'SIAO (service intégré d''accueil et d''orientation)', 'SIAO (integrated reception and guidance service)', 9, '2010-10-01', null);

-- PARTNER_KIND
insert into code_item (list_name, code, label_fr, label_en, rank, valid_from, valid_to) values
  ('PARTNER_KIND', 'LANDLORD', 'Bailleur social', 'Social landlord', 1, '2010-10-01', null),
  ('PARTNER_KIND', 'STATE', 'Service de l''État', 'State service', 2, '2010-10-01', null),
  ('PARTNER_KIND', 'DEPARTMENT', 'Département', 'Département', 3, '2010-10-01', null),
  ('PARTNER_KIND', 'LOCAL_AUTHORITY', 'Commune ou intercommunalité', 'Municipality or inter-municipality', 4, '2010-10-01', null),
  ('PARTNER_KIND', 'ACTION_LOGEMENT', 'Action Logement', 'Action Logement', 5, '2010-10-01', null),
  ('PARTNER_KIND', 'INFORMATION_AGENCY', 'Agence d''information sur le logement (ADIL)', 'Housing information agency (ADIL)', 6, '2010-10-01', null),
  ('PARTNER_KIND', 'FILE_MANAGER', 'Gestionnaire du fichier', 'Manager of the file', 7, '2010-10-01', null);
