package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Fault;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be true about a demand being typed but is odd enough to ask: each is confirmed by a box
 * to tick before the demand is saved, or goes away when it is corrected.
 */
@Dependent
public class OpenDoubts implements Serializable {
  @Inject private Registrations registrations;

  private List<Asked> asked = List.of();

  /** A doubt with its box. */
  public static final class Asked implements Serializable {
    private final Fault fault;
    private boolean confirmed;
    private boolean refused;

    private Asked(Fault fault) {
      this.fault = fault;
    }

    /** What is odd. */
    public Fault getFault() {
      return fault;
    }

    /** Whether the agent says that it is so. */
    public boolean isConfirmed() {
      return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
      this.confirmed = confirmed;
    }

    /** Whether it kept the demand from being saved. */
    public boolean isRefused() {
      return refused;
    }
  }

  /**
   * Looks what is odd; what was ticked stays so while the doubt is the same.
   *
   * @param number the demand being modified; null for a new one
   */
  void look(DemandForm form, String number) {
    List<Asked> before = asked;
    asked =
        registrations.doubts(form, number).stream()
            .map(
                fault ->
                    before.stream()
                        .filter(one -> one.fault.equals(fault))
                        .findFirst()
                        .orElseGet(() -> new Asked(fault)))
            .toList();
  }

  /** Looks again, and tells whether all is confirmed; what was shown and is not, is told so. */
  boolean settled(DemandForm form, String number) {
    List<Asked> shown = asked;
    look(form, number);
    asked.forEach(one -> one.refused = !one.confirmed && shown.contains(one));
    return asked.stream().allMatch(Asked::isConfirmed);
  }

  /** Identifiers of the controls all of whose doubts are confirmed. */
  Set<String> confirmed() {
    Set<String> open =
        asked.stream()
            .filter(one -> !one.confirmed)
            .map(one -> one.fault.control())
            .collect(Collectors.toSet());
    return asked.stream()
        .map(one -> one.fault.control())
        .filter(control -> !open.contains(control))
        .collect(Collectors.toSet());
  }

  /** The doubts, in the order of the form. */
  public List<Asked> getAsked() {
    return asked;
  }
}
