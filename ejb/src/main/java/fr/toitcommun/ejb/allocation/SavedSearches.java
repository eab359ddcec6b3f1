package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.partner.SavedLinks;
import fr.toitcommun.persistence.allocation.SavedSearch;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.partner.SavedLinkRow;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/** Searches of candidates that agents keep and share with colleagues: questions, not answers. */
@Stateless
@Gated
@RolesAllowed(Right.MATCH)
public class SavedSearches {
  private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9=&%:,._~-]{1,2000}");

  @Inject private SavedLinks links;

  /** The caller's own searches and those that colleagues share. */
  public List<SavedLinkRow> list() {
    return links.list(SavedSearch.class);
  }

  /**
   * Keeps a search.
   *
   * @param shared whether colleagues of the partner see it in their list
   * @param query what the address of the page says after the question mark
   * @return its identity
   * @throws RefusedInput when it has no name, or the caller keeps as many as may be
   */
  @Act
  public long keep(String name, boolean shared, String query) {
    String called = SavedLinks.name(name);
    if (query == null || !QUERY.matcher(query).matches()) {
      throw RefusedInput.because("SEARCH_MALFORMED");
    }
    return links.keep(SavedSearch.class, SavedSearch::new, called, shared, query, "SEARCHES_FULL");
  }

  /**
   * Forgets a search of the caller's own.
   *
   * @throws NotInScope when it is not theirs
   */
  @Act
  public void forget(long searchId) {
    links.forget(SavedSearch.class, searchId);
  }
}
