package fr.toitcommun.web.registration;

import fr.toitcommun.persistence.registration.PersonForm;
import java.io.Serializable;

/** With whom a person in charge lives after a separation, while it is chosen. */
public class ChildPlace implements Serializable {
  /** The parent or parents. */
  public enum With {
    STAYING,
    LEAVING,
    BOTH
  }

  private final PersonForm person;
  private With with = With.STAYING;

  ChildPlace(PersonForm person) {
    this.person = person;
  }

  public PersonForm getPerson() {
    return person;
  }

  public With getWith() {
    return with;
  }

  public void setWith(With with) {
    this.with = with;
  }
}
