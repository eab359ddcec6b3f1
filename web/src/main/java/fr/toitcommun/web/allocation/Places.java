package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.territory.Municipality;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Municipalities offered while one is typed. */
@Named
@RequestScoped
public class Places {
  private static final int OFFERED = 12;

  @Inject private CodeLists lists;

  /** INSEE codes of the likeliest, for a name or a postal code begun. */
  public List<String> offered(String typed) {
    return lists.municipalities(typed, OFFERED).stream().map(Municipality::code).toList();
  }
}
