package fr.toitcommun.persistence.registration.priority;

/** What a label recognises. */
public enum LabelKind {
  /** A ground of L.441-1, the DALO among them: {@link PriorityGround}. */
  GROUND,
  /** A collective agreement that the household is of: ACD or ACI. */
  AGREEMENT,
  /** A contingent that the demand is eligible to: code list QUOTA. */
  QUOTA;

  /** The code list that names what a label of this kind recognises. */
  public String list() {
    return switch (this) {
      case GROUND -> "PRIORITY_GROUND";
      case AGREEMENT -> "COLLECTIVE_AGREEMENT";
      case QUOTA -> "QUOTA";
    };
  }

  /** The code in that list of a label's code. */
  public String listed(String code) {
    return this == GROUND ? PriorityGround.valueOf(code).code() : code;
  }
}
