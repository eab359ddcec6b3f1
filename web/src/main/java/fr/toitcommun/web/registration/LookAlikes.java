package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.duplicate.LikelyDuplicate;
import fr.toitcommun.persistence.registration.duplicate.LikelyDuplicates;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The demands that may be of the persons being typed, and what the agent says of them. */
@Dependent
public class LookAlikes implements Serializable {
  @Inject private Registrations registrations;

  private LikelyDuplicates found = new LikelyDuplicates(List.of(), 0);
  private Set<String> accepted = Set.of();
  private boolean toConfirm;

  /**
   * Looks for those of the persons typed so far.
   *
   * @param number the demand being modified; null for a new one
   */
  void look(DemandForm form, String number) {
    found = registrations.duplicates(form, number);
  }

  /**
   * Looks before saving.
   *
   * @param before the demand being modified as it was read: those who resembled it already are not
   *     asked about again; null for a new one
   * @param confirmed the agent says that those on the screen are other persons
   * @return whether to save; false: the agent must look at them first
   */
  boolean settled(DemandForm form, String number, DemandForm before, boolean confirmed) {
    if (confirmed) {
      accepted = known(found);
    } else if (before != null && accepted.isEmpty()) {
      accepted = known(registrations.duplicates(before, number));
    }
    look(form, number);
    toConfirm = !found.none() && !accepted.containsAll(known(found));
    return !toConfirm;
  }

  private static Set<String> known(LikelyDuplicates duplicates) {
    Set<String> known =
        duplicates.shown().stream().map(LikelyDuplicate::uniqueNumber).collect(Collectors.toSet());
    known.add("hidden " + duplicates.hidden());
    return known;
  }

  /** Those of the persons typed so far. */
  public LikelyDuplicates getFound() {
    return found;
  }

  /** Whether saving waits for a word about them. */
  public boolean isToConfirm() {
    return toConfirm;
  }
}
