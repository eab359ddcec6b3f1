package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.reference.CodeItem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What a commission may decide (R.441-3), and for which motives (L.441-2-2). */
@Named
@RequestScoped
public class DecisionChoices {
  @Inject private CodeLists lists;

  /** The five decisions. */
  public List<Decision> getAll() {
    return List.of(Decision.values());
  }

  /** What may be the motive of this decision. */
  public List<CodeItem> motives(Decision decision) {
    return lists.items(
        decision == Decision.INADMISSIBILITY ? "CANCELLATION_SUB_REASON" : "NON_ALLOCATION_MOTIVE");
  }
}
