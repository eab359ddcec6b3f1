package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.Home;
import fr.toitcommun.ejb.observatory.HomeView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The home page: counters, and what awaits the agent. */
@Named
@RequestScoped
public class ShowHome {
  @Inject private Home home;

  private HomeView view;

  /** Counts. */
  public void load() {
    view = home.view();
  }

  /** What the page shows. */
  public HomeView getView() {
    return view;
  }
}
