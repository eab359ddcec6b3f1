package fr.toitcommun.persistence.demonstration;

/** How a generated demand ends. */
enum Fate {
  ACTIVE(null),
  HOUSED("RADATT"),
  NOT_RENEWED("RADREN"),
  RENOUNCED("RADABA"),
  UNREACHABLE("RADCON"),
  INADMISSIBLE("RADIRR");

  private final String reason;

  Fate(String reason) {
    this.reason = reason;
  }

  /** Code of the cancellation reason; null for an active demand. */
  String reason() {
    return reason;
  }
}
