package fr.toitcommun.web.registration;

import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.WordOf;

/**
 * What is typed, as the page has it.
 *
 * @param uniqueNumber of the demand being modified, with its version and form as they were read;
 *     null: a new one
 */
record TypedDemand(
    DemandForm form, String uniqueNumber, Integer versionRead, DemandForm formRead, WordOf wordOf) {

  static TypedDemand anew(DemandForm form) {
    return new TypedDemand(form, null, null, null, null);
  }

  boolean isNew() {
    return uniqueNumber == null;
  }

  boolean body() {
    return form.getLegalPerson() != null;
  }
}
