package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.Drafts;
import fr.toitcommun.persistence.registration.draft.DraftList;
import fr.toitcommun.web.shell.News;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** What the agent began to type and has not saved. */
@Named
@RequestScoped
public class MyDrafts {
  @Inject private Drafts drafts;
  @Inject private News news;

  private DraftList list;

  private DraftList list() {
    if (list == null) {
      list = drafts.mine();
    }
    return list;
  }

  /**
   * Those of a demand.
   *
   * @param number its unique number; null: all
   * @param except the one that is open already
   */
  public List<DraftList.Row> of(String number, UUID except) {
    return list().rows().stream()
        .filter(row -> !row.id().equals(except))
        .filter(row -> number == null || number.equals(row.uniqueNumber()))
        .toList();
  }

  /** Days after which one is forgotten. */
  public int getKeptDays() {
    return list().keptDays();
  }

  /** Where the typing of one goes on. */
  public String address(DraftList.Row row) {
    return row.uniqueNumber() == null
        ? "register.xhtml?draft=" + row.id()
        : "modify.xhtml?number=" + row.uniqueNumber() + "&draft=" + row.id();
  }

  /**
   * Forgets one.
   *
   * @param number of the demand whose page asks; null: the page of new demands
   */
  public String discard(UUID id, String number) {
    drafts.discard(id);
    return news.at(
        "drafts.discarded",
        number == null
            ? "/register.xhtml?faces-redirect=true"
            : "/modify.xhtml?faces-redirect=true&number=" + number);
  }
}
