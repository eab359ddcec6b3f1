package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.SavedSearches;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.partner.SavedLinkRow;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Me;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Searches of candidates that are kept: naming one, and the list of them. */
@Named
@RequestScoped
public class KeepSearch {
  @Inject private SavedSearches searches;
  @Inject private FindCandidates candidates;
  @Inject private Me me;

  private String name;
  private boolean shared;
  private List<SavedLinkRow> rows;

  /** Reads the list. */
  public void load() {
    me.require(Right.MATCH);
    rows = searches.list();
  }

  /** Keeps the search that the page shows. */
  public void keep() {
    searches.keep(name, shared, candidates.getSearched().getQuery());
    Done.go("/searches.xhtml", "searches.kept");
  }

  /** Forgets one. */
  public void forget(long search) {
    searches.forget(search);
    Done.go("/searches.xhtml", "searches.forgotten");
  }

  public List<SavedLinkRow> getRows() {
    return rows;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public boolean isShared() {
    return shared;
  }

  public void setShared(boolean shared) {
    this.shared = shared;
  }
}
