-- Who accepts other places is a trait of the search row (CandidateTrait.OTHER_PLACES, bit 7), written with it from now on.
update candidate_wish w set traits = w.traits | 128 from demand d where d.id = w.demand_id and d.accepts_other_locations;
