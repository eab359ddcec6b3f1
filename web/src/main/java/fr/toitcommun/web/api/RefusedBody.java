package fr.toitcommun.web.api;

import fr.toitcommun.persistence.registration.Fault;
import java.util.List;

/** The body of a request cannot be read as what is asked for. */
final class RefusedBody extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /** For these reasons; at least one. */
  RefusedBody(List<Fault> faults) {
    super("Refused body");
    this.faults = List.copyOf(faults);
  }

  /** Every reason. */
  List<Fault> faults() {
    return faults;
  }
}
