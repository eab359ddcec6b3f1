package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Registers a new demand at the desk. */
@Named
@ViewScoped
public class RegisterDemand implements Serializable {
  @Inject private Registrations registrations;
  @Inject private DemandEntry entry;

  private String registered;

  /** Begins with an empty form. */
  public void load() {
    entry.open(new DemandForm(), null);
  }

  /** What is typed. */
  public DemandEntry getEntry() {
    return entry;
  }

  /** Saves, unless likely duplicates wait for a word. */
  public String save() {
    return save(false);
  }

  /** Saves: the likely duplicates shown are other persons. */
  public String confirm() {
    return save(true);
  }

  // A second click must not register the same form twice.
  private synchronized String save(boolean confirmed) {
    if (registered == null) {
      if (!entry.ready(confirmed)) {
        return null;
      }
      try {
        registered = registrations.register(entry.getForm()).value();
      } catch (RefusedInput refused) {
        entry.offerLines();
        throw refused;
      }
    }
    return "/demand.xhtml?faces-redirect=true&registered=true&number=" + registered;
  }
}
