package fr.toitcommun.web.dossier;

import fr.toitcommun.ejb.dossier.SupportingDocuments;
import fr.toitcommun.persistence.registration.dossier.ToCheckPage;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/**
 * The documents that wait for the desk to look at them, worked down without going back: once one is
 * judged, or passed over, the next is there.
 */
@Named
@ViewScoped
public class CheckDocuments implements Serializable {
  private static final int ROWS = 10;

  @Inject private SupportingDocuments documents;
  @Inject private OneDocument one;

  private Long after;
  private ToCheckPage page;

  /** Reads the list from where it stands, and its first document. */
  public void load() {
    page = documents.toCheck(after, ROWS);
    if (!page.rows().isEmpty()) {
      ToCheckPage.Row first = page.rows().get(0);
      one.show(
          documents.dossier(first.uniqueNumber()),
          first.id(),
          "/documents-to-check.xhtml?faces-redirect=true&after=" + first.id());
    }
  }

  /** The list. */
  public ToCheckPage getPage() {
    return page;
  }

  /** The document that is looked at; null at the end of the list. */
  public ToCheckPage.Row getCurrent() {
    return page.rows().isEmpty() ? null : page.rows().get(0);
  }

  /** Identity of the document after which the list goes on; null: from its beginning. */
  public Long getAfter() {
    return after;
  }

  public void setAfter(Long after) {
    this.after = after;
  }
}
