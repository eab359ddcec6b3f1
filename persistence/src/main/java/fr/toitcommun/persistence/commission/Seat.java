package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.allocation.VacancyOffer;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.Municipality;

/**
 * For which dwellings somebody sits on a commission (L.441-2, R.441-9): the one rule, in Java and
 * in SQL.
 *
 * @param capacity code of ATTENDEE_CAPACITY
 * @param concerns INSEE code of a municipality, code of a département, SIREN of an EPCI or code of
 *     QUOTA; null: for all, or for none where the law has the capacity sit for some only
 * @param partnerId whose reservations they sit for: the partner of their account, else the holder
 *     that was convened; null: not known
 * @param forAll whether nothing stated means all dwellings, whatever the capacity
 */
record Seat(String capacity, String concerns, Long partnerId, boolean forAll) {
  /**
   * Whether an attendee {@code a} of a session {@code s}, whose account is {@code g}, sits for a
   * dwelling {@code w} of a municipality {@code m}, whose vacancy {@code v} was offered under an
   * agreement {@code r}; accounts and agreements may be missing.
   */
  static final String SQL =
      """
      (a.concerns in (w.municipality_code, m.departement_code, m.epci_siren)
        or a.concerns = v.quota and (r.holder_id is null or r.holder_id = coalesce(g.partner_id, a.partner_id))
        or a.concerns is null and (s.convened_for_all or a.capacity <> all(:forSome)))
      """;

  /** Whether they sit for a dwelling. */
  boolean isFor(VacancyRow dwelling, Reference reference) {
    if (concerns == null) {
      return forAll || !StandingMember.sitsForSome(capacity);
    }
    return concerns.equals(dwelling.municipalityCode())
        || concerns.equals(dwelling.departementCode())
        || concerns.equals(
            reference
                .municipality(dwelling.municipalityCode())
                .map(Municipality::epciSiren)
                .orElse(null))
        || concerns.equals(dwelling.quota()) && isOfHolder(dwelling.offer());
  }

  /** Holders share a contingent: each sits for what was offered to itself (R.441-9). */
  private boolean isOfHolder(VacancyOffer offer) {
    return offer == null || partnerId != null && partnerId == offer.holderId();
  }
}
