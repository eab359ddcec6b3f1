package fr.toitcommun.ejb.observatory.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Who tells of a period: the files of closed months, and of all others the live base, but for those
 * that it has forgotten.
 *
 * @param onFile first days of the months that files tell
 * @param live what the base tells
 * @param untold first days of the months that nobody tells
 */
record FactPeriod(List<LocalDate> onFile, List<Run> live, List<LocalDate> untold) {
  /** Days one after the other, the first and the last included. */
  record Run(LocalDate from, LocalDate to) {}

  /**
   * Parts a period.
   *
   * @param onFile months that files tell
   * @param forgotten months that nobody tells
   */
  static FactPeriod of(
      LocalDate from, LocalDate to, Collection<LocalDate> onFile, Collection<LocalDate> forgotten) {
    FactPeriod period = new FactPeriod(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (LocalDate begins = from; !begins.isAfter(to); ) {
      LocalDate month = begins.withDayOfMonth(1);
      LocalDate last = month.plusMonths(1).minusDays(1);
      LocalDate ends = last.isAfter(to) ? to : last;
      if (onFile.contains(month)) {
        period.onFile.add(month);
      } else if (forgotten.contains(month)) {
        period.untold.add(month);
      } else {
        period.live(begins, ends);
      }
      begins = ends.plusDays(1);
    }
    return period;
  }

  /** No run goes across a year: what incomes are compared with changes with it. */
  private void live(LocalDate begins, LocalDate ends) {
    int latest = live.size() - 1;
    boolean goesOn =
        latest >= 0
            && live.get(latest).to().plusDays(1).equals(begins)
            && live.get(latest).to().getYear() == begins.getYear();
    if (goesOn) {
      live.set(latest, new Run(live.get(latest).from(), ends));
    } else {
      live.add(new Run(begins, ends));
    }
  }
}
