package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.draft.DemandDraft;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Registers a new demand at the desk. */
@Named
@ViewScoped
public class RegisterDemand extends DemandPage {
  @Inject private Registrations registrations;

  private String registered;

  /** Begins with an empty form, or goes on with a draft. */
  public void load() {
    DemandForm form = guide.find(draft).map(DemandDraft::form).orElseGet(DemandForm::new);
    entry.open(form, null, null);
    arrive();
  }

  @Override
  TypedDemand typed() {
    return TypedDemand.anew(entry.getForm());
  }

  // A second click must not register the same form twice.
  @Override
  synchronized String save(boolean confirmed) {
    if (registered == null) {
      if (!mayBeSaved(confirmed)) {
        return null;
      }
      try {
        registered =
            registrations
                .register(entry.getForm(), doubts.confirmed(), guide.getDraft().getId())
                .value();
      } catch (RefusedInput refused) {
        return refused(refused);
      }
      // Only the page that follows tells that this demand is new, and only to this agent.
      ShowDemand.announce(registered);
    }
    return "/demand.xhtml?faces-redirect=true&number=" + registered;
  }

  @Override
  boolean saved() {
    return registered != null;
  }
}
