package fr.toitcommun.persistence.job;

import java.util.List;

/**
 * Part of what a run left as it was.
 *
 * @param total how many there are in all
 */
public record RunItemPage(List<Item> rows, long total) {
  /**
   * A demand left as it was.
   *
   * @param outcome SET_ASIDE or FAILED
   * @param reason why: a code of the job, or the kind of the fault
   */
  public record Item(String uniqueNumber, String outcome, String reason) {}
}
