package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.observatory.SavedQuestions;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.partner.SavedLinkRow;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Me;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Questions that are kept: naming one, and the list of them. */
@Named
@RequestScoped
public class KeepQuestion {
  private static final String LIST = "/questions.xhtml";

  @Inject private SavedQuestions questions;
  @Inject private BuildQuery query;
  @Inject private Me me;

  private Long id;
  private String name;
  private boolean shared;
  private List<SavedLinkRow> rows;

  /** Reads the question of the list that is called otherwise. */
  public void load() {
    me.require(Right.OBSERVE);
    if (id != null && !FacesContext.getCurrentInstance().isPostback()) {
      SavedLinkRow row = chosen();
      name = row.name();
      shared = row.shared();
    }
  }

  private SavedLinkRow chosen() {
    return getRows().stream()
        .filter(one -> one.own() && one.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotInScope("question " + id));
  }

  /** Keeps the question that the page shows. */
  public void keep() {
    questions.keep(name, shared, query.inquiry());
    Done.go(LIST, "questions.kept");
  }

  /** Calls the one chosen otherwise. */
  public void rename() {
    questions.rename(id, name, shared);
    Done.go(LIST, "questions.renamed");
  }

  /** Forgets one. */
  public void forget(long question) {
    questions.forget(question);
    Done.go(LIST, "questions.forgotten");
  }

  /** The list; its buttons are looked for before the page's action is carried out. */
  public List<SavedLinkRow> getRows() {
    if (rows == null) {
      rows = questions.list();
    }
    return rows;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
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
