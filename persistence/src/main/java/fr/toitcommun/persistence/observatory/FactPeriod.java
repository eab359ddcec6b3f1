package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who tells what happened in a period: the files of closed months, and of all others the live base,
 * but for those that it has forgotten.
 *
 * @param runs in order, one after the other without a gap
 */
public record FactPeriod(List<Run> runs) {
  /** Who tells. */
  public enum Teller {
    FILES,
    BASE,
    NOBODY
  }

  /** Days one after the other, the first and the last included, that the same store tells of. */
  public record Run(Teller teller, LocalDate from, LocalDate to) {
    /** First days of its months, in order. */
    public List<LocalDate> months() {
      return from.withDayOfMonth(1).datesUntil(to.plusDays(1), Period.ofMonths(1)).toList();
    }
  }

  /**
   * Parts a period.
   *
   * @param onFile first days of the months that files tell
   * @param forgotten the last day of which the base has erased what left
   */
  static FactPeriod of(
      LocalDate from, LocalDate to, Collection<LocalDate> onFile, LocalDate forgotten) {
    List<Run> runs = new ArrayList<>();
    for (LocalDate begins = from; !begins.isAfter(to); ) {
      LocalDate month = begins.withDayOfMonth(1);
      LocalDate last = month.plusMonths(1).minusDays(1);
      LocalDate ends = last.isAfter(to) ? to : last;
      Teller teller =
          onFile.contains(month)
              ? Teller.FILES
              : begins.isAfter(forgotten) ? Teller.BASE : Teller.NOBODY;
      add(runs, new Run(teller, begins, ends));
      begins = ends.plusDays(1);
    }
    return new FactPeriod(List.copyOf(runs));
  }

  /** No run of the base goes across a year: what incomes are compared with changes with it. */
  private static void add(List<Run> runs, Run next) {
    Run before = runs.isEmpty() ? null : runs.get(runs.size() - 1);
    if (before != null
        && before.teller() == next.teller()
        && (next.teller() != Teller.BASE || before.from().getYear() == next.from().getYear())) {
      runs.set(runs.size() - 1, new Run(next.teller(), before.from(), next.to()));
    } else {
      runs.add(next);
    }
  }

  /** First days of the months that files tell. */
  public List<LocalDate> onFile() {
    return months(Teller.FILES);
  }

  /** First days of the months that nobody tells. */
  public List<LocalDate> untold() {
    return months(Teller.NOBODY);
  }

  /** What the base tells. */
  public List<Run> live() {
    return of(Teller.BASE).toList();
  }

  private List<LocalDate> months(Teller teller) {
    return of(teller).flatMap(run -> run.months().stream()).toList();
  }

  private Stream<Run> of(Teller teller) {
    return runs.stream().filter(run -> run.teller() == teller);
  }
}
