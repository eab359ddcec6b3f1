package fr.toitcommun.web.observatory.extract;

import fr.toitcommun.ejb.observatory.extract.ExtractKept;
import fr.toitcommun.ejb.observatory.extract.Extracts;
import fr.toitcommun.persistence.observatory.extract.ExtractPage;
import fr.toitcommun.persistence.observatory.extract.ExtractRow;
import fr.toitcommun.web.shell.News;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import org.primefaces.PrimeFaces;

/**
 * The agent's extracts and how far they are, and the folder of their partner. What comes there
 * regularly is followed on the same page by {@link FollowDeliveries}.
 */
@Named
@ViewScoped
public class FollowExtracts implements Serializable {
  static final int ROWS = 20;
  static final String HERE = "/extracts.xhtml?faces-redirect=true&list=";

  /** The lists that the page shows, one at a time. */
  public enum Tab {
    MINE,
    FOLDER,
    DELIVERIES
  }

  @Inject private Extracts extracts;
  @Inject private News news;

  private Tab tab = Tab.MINE;
  private Long number;
  private transient ExtractPage page;
  // Which files there are and how each stands, as the page shows them.
  private transient List<String> shown;
  private Long asking;

  /** Reads the list of files shown, if it is one that is. */
  public void load() {
    int offset = (Pages.first(number) - 1) * ROWS;
    page =
        switch (tab) {
          case MINE -> extracts.mine(offset, ROWS);
          case FOLDER -> extracts.delivered(offset, ROWS);
          case DELIVERIES -> null;
        };
    shown =
        page == null
            ? List.of()
            : page.rows().stream().map(row -> row.id() + " " + row.state()).toList();
  }

  /**
   * Looks how far things are; that all is done is said once, not at each look. The page takes in
   * what is under way, so that nothing else is taken from under the keyboard; the whole list only
   * where one has come into it or stands otherwise.
   */
  public void look() {
    List<String> before = shown;
    load();
    Collection<String> renewed =
        FacesContext.getCurrentInstance().getPartialViewContext().getRenderIds();
    if (shown.equals(before)) {
      for (int i = 0; i < page.rows().size(); i++) {
        if (page.rows().get(i).state().isUnderWay()) {
          renewed.add("files:" + i + ":file");
        }
      }
    } else {
      renewed.add("state");
    }
    if (!isUnderWay()) {
      PrimeFaces.current().ajax().update("said");
    }
  }

  /** Asks whether one is really to be deleted. */
  public void ask(long id) {
    asking = id;
  }

  /** Asks no more. */
  public void keep() {
    asking = null;
  }

  /** Calls one off. */
  public String cancel(long id) {
    extracts.cancel(id);
    return news.at("extracts.cancelled", HERE + tab);
  }

  /** Deletes one. */
  public String delete(long id) {
    extracts.delete(id);
    return news.at("extracts.deleted", HERE + tab);
  }

  /** Part of the list of files shown; null where deliveries are. */
  public ExtractPage getPage() {
    if (page == null) {
      load();
    }
    return page;
  }

  /** Whether something goes on by itself, so that the page looks again. */
  public boolean isUnderWay() {
    return tab != Tab.DELIVERIES
        && getPage().rows().stream().anyMatch(row -> row.state().isUnderWay());
  }

  public Pages getPages() {
    return Pages.at(number, ROWS, getPage().total());
  }

  /** Whether a file is this agent's to call off or delete. */
  public boolean mayEnd(ExtractRow row) {
    return extracts.mayEnd(row);
  }

  /** How long files are kept. */
  public ExtractKept getKept() {
    return extracts.kept();
  }

  /** What the page asks about before it goes; null: nothing. */
  public Long getAsking() {
    return asking;
  }

  public Tab[] getTabs() {
    return Tab.values();
  }

  public Tab getTab() {
    return tab;
  }

  /** The list of this name as the address gives it; the agent's own for any other. */
  public void setList(String list) {
    tab = Tab.MINE;
    for (Tab one : Tab.values()) {
      if (one.name().equals(list)) {
        tab = one;
      }
    }
  }

  /** The name of the list shown. */
  public String getList() {
    return tab.name();
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }
}
