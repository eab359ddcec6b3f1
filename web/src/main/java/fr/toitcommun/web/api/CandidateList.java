package fr.toitcommun.web.api;

import fr.toitcommun.persistence.allocation.CandidatePage;
import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.IncomeCeilings;
import fr.toitcommun.persistence.allocation.Ranking;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/**
 * Part of the ranked candidates of a dwelling.
 *
 * @param total how many fit in all, exactly
 * @param next address of the next part; null on the last
 * @param householdSizes sizes of household that fit the type
 * @param ceilings income ceilings used
 * @param ranking the method of the territory, and its grid
 * @param candidates each with why it is in and where it stands
 */
public record CandidateList(
    long total,
    String next,
    List<Integer> householdSizes,
    IncomeCeilings ceilings,
    Ranking ranking,
    List<CandidateRow> candidates) {

  static CandidateList of(CandidatePage page, UriInfo asked) {
    String next =
        page.next() == null
            ? null
            : asked
                .getRequestUriBuilder()
                .replaceQueryParam("after", page.next().word())
                .build()
                .toString();
    return new CandidateList(
        page.total(), next, page.sizes(), page.ceilings(), page.ranking(), page.rows());
  }
}
