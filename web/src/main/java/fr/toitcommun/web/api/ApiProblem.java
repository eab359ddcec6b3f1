package fr.toitcommun.web.api;

import fr.toitcommun.persistence.registration.Fault;
import java.util.List;

/** A request that the interface itself refuses, before any boundary is asked. */
final class ApiProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemKind kind;
  private final transient List<Fault> faults;

  ApiProblem(ProblemKind kind, Fault... faults) {
    super(kind.slug());
    this.kind = kind;
    this.faults = List.of(faults);
  }

  ProblemKind kind() {
    return kind;
  }

  List<Fault> faults() {
    return faults;
  }
}
