package fr.toitcommun.persistence.registration.priority;

/** The life of a label: asked for, then certified or rejected, then ended. */
public enum LabelState {
  /** Somebody asks that it be certified; it counts for nothing yet. */
  PROPOSED,
  /** In force until its last day. */
  CERTIFIED,
  /** Not recognised; remembered, so that no rule proposes it again. */
  REJECTED,
  /** Its last day is over. */
  EXPIRED,
  /** Taken back by who may certify it. */
  WITHDRAWN
}
