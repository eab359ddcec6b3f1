package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.DwellingType;
import java.util.List;

/**
 * What a dwelling asks of its applicants.
 *
 * @param places where it stands: the INSEE code of a municipality, the SIREN of an EPCI, or several
 *     of these
 * @param vacancyId the vacancy it is searched for; null for a dwelling only described
 * @param filter what narrows the search down
 * @param otherPlaces municipalities whose wishers count, too, when they accept other places (see
 *     {@link OtherPlaces}); none: only those who wish the places themselves
 */
public record CandidateSearch(
    List<String> places,
    DwellingType type,
    FundingScheme scheme,
    Long vacancyId,
    CandidateFilter filter,
    List<String> otherPlaces) {

  /** A search for those who wish the places themselves. */
  public CandidateSearch(
      List<String> places,
      DwellingType type,
      FundingScheme scheme,
      Long vacancyId,
      CandidateFilter filter) {
    this(places, type, scheme, vacancyId, filter, List.of());
  }

  /** A search in one municipality that nothing narrows down. */
  public CandidateSearch(
      String municipalityCode, DwellingType type, FundingScheme scheme, Long vacancyId) {
    this(
        municipalityCode == null ? List.of() : List.of(municipalityCode),
        type,
        scheme,
        vacancyId,
        CandidateFilter.NONE);
  }
}
