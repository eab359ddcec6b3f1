package fr.toitcommun.web.shell;

import fr.toitcommun.ejb.reference.CodeLists;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What this installation is. */
@Named
@ApplicationScoped
public class Installation {
  @Inject private CodeLists lists;

  private volatile boolean demonstration;

  /**
   * Whether its people are invented, which every page must say. Once true it stays so; while false
   * it is asked again.
   */
  public boolean isDemonstration() {
    if (!demonstration) {
      demonstration = lists.demonstration();
    }
    return demonstration;
  }
}
