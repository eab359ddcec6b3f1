package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;

/**
 * What other sessions have made of a vacancy.
 *
 * @param plannedOn day of the planned session that has it on its agenda; null: none
 * @param allocated how many it is allocated to who have not given it up
 */
public record DwellingExamined(LocalDate plannedOn, long allocated) {

  /**
   * Two sessions never rank candidates for one dwelling at a time: whoever the second allocated it
   * to would pass those whom the first one ranked (R.441-3 b).
   *
   * @throws RefusedInput when it is on another agenda, or allocated to somebody who is still in
   */
  public void requireDone() {
    if (plannedOn != null) {
      throw RefusedInput.because("DWELLING_ON_ANOTHER_AGENDA", plannedOn);
    }
    if (allocated > 0) {
      throw RefusedInput.because("DWELLING_ALLOCATED", allocated);
    }
  }
}
