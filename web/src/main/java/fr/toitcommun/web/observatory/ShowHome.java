package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.Home;
import fr.toitcommun.ejb.observatory.HomeView;
import fr.toitcommun.persistence.observatory.Counters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The home page: counters, and what awaits the agent. */
@Named
@RequestScoped
public class ShowHome {
  private static final int FIRST_EPCIS = 12;

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

  /** The EPCI where most demands are. */
  public List<Counters.ByTerritory> getEpcis() {
    List<Counters.ByTerritory> all = view.counters().byInterMunicipality();
    return all.subList(0, Math.min(FIRST_EPCIS, all.size()));
  }

  /** Whether these are all. */
  public boolean isEpcisWhole() {
    return view.counters().byInterMunicipality().size() <= FIRST_EPCIS;
  }
}
