package fr.toitcommun.web.registration;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.web.shell.Faults;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The steps in which a demand is typed, in the order of the paper form (Cerfa 14069). Which field
 * belongs to which step is said by the page alone: the panel {@code step_…} that holds it.
 */
public enum EntryStep {
  APPLICANT,
  CO_APPLICANTS,
  HOUSEHOLD,
  RESOURCES,
  HOUSING,
  MOTIVES,
  SOUGHT,
  RECAP;

  private static final String PANEL = "step_";

  /**
   * The steps of a demand in their order.
   *
   * @param body whether a body asks (L.442-8-1): it fills in sections a, b and h only (R.441-2-2)
   */
  static List<EntryStep> of(boolean body) {
    return body ? List.of(APPLICANT, SOUGHT, RECAP) : List.of(values());
  }

  /** The step of this name; the first when there is none such. */
  static EntryStep named(String name) {
    return Arrays.stream(values())
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElse(APPLICANT);
  }

  /** The step whose panel holds this component; empty when it stands outside of all. */
  static Optional<EntryStep> holding(UIComponent component) {
    for (UIComponent at = component; at != null; at = at.getParent()) {
      if (at.getId() != null && at.getId().startsWith(PANEL)) {
        return Optional.of(named(at.getId().substring(PANEL.length())));
      }
    }
    return Optional.empty();
  }

  /** The step of a fault, by its field or, for a line of a list, by what holds the line. */
  static EntryStep of(Fault fault) {
    String field = Faults.idOf(fault.field());
    UIComponent page = FacesContext.getCurrentInstance().getViewRoot();
    while (!field.isEmpty()) {
      Optional<EntryStep> found =
          Optional.ofNullable(Faults.find(page, field)).flatMap(EntryStep::holding);
      if (found.isPresent()) {
        return found.get();
      }
      field = field.contains("_") ? field.substring(0, field.lastIndexOf('_')) : "";
    }
    return RECAP;
  }

  /** Identity of its panel on the page. */
  public String getPanel() {
    return PANEL + name();
  }

  /** Whether persons already in the file who resemble those typed are shown beside it. */
  public boolean isShowingDuplicates() {
    return this == APPLICANT || this == CO_APPLICANTS || this == RECAP;
  }

  /** Whether nothing comes after it. */
  public boolean isLast() {
    return this == RECAP;
  }
}
