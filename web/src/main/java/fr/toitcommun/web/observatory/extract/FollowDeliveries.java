package fr.toitcommun.web.observatory.extract;

import fr.toitcommun.ejb.observatory.extract.ExtractDeliveries;
import fr.toitcommun.persistence.observatory.extract.Delivery;
import fr.toitcommun.persistence.observatory.extract.DeliveryPage;
import fr.toitcommun.web.shell.News;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** What is delivered regularly to the folder of the agent's partner, on the page of extracts. */
@Named
@ViewScoped
public class FollowDeliveries implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ExtractDeliveries deliveries;
  @Inject private FollowExtracts shown;
  @Inject private News news;

  private transient DeliveryPage page;
  private Long asking;

  /** Part of the list of deliveries. */
  public DeliveryPage getPage() {
    if (page == null) {
      page =
          deliveries.list(
              (Pages.first(shown.getNumber()) - 1) * FollowExtracts.ROWS, FollowExtracts.ROWS);
    }
    return page;
  }

  public Pages getPages() {
    return Pages.at(shown.getNumber(), FollowExtracts.ROWS, getPage().total());
  }

  /** Asks whether one is really to end. */
  public void ask(long id) {
    asking = id;
  }

  /** Asks no more. */
  public void keep() {
    asking = null;
  }

  /** Ends one. */
  public String end(long id) {
    deliveries.end(id);
    return news.at("extracts.deliveryEnded", FollowExtracts.HERE + shown.getTab());
  }

  /** Whether one is this agent's to end. */
  public boolean mayEnd(Delivery delivery) {
    return deliveries.mayEnd(delivery);
  }

  /** What the page asks about before it ends; null: nothing. */
  public Long getAsking() {
    return asking;
  }
}
