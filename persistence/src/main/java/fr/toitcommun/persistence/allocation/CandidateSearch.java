package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.DwellingType;

/**
 * What a dwelling asks of its applicants.
 *
 * @param municipalityCode where it stands
 * @param vacancyId the vacancy it is searched for; null for a dwelling only described
 */
public record CandidateSearch(
    String municipalityCode, DwellingType type, FundingScheme scheme, Long vacancyId) {}
