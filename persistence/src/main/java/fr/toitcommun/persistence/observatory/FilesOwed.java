package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Which files are to be written: the stock of the first of this month, once; the facts of the month
 * before and, with each new month, once more those of the months that were open until now, for what
 * was entered late: a month that closes is written a last time.
 *
 * @param stocks days
 * @param facts first days of months
 */
public record FilesOwed(List<LocalDate> stocks, List<LocalDate> facts) {

  /**
   * Those owed on a day.
   *
   * @param files those that stand
   * @param openMonths months whose facts are written anew with each new month
   * @param zone where days begin
   */
  public static FilesOwed on(
      LocalDate day, List<ObservatoryFile> files, int openMonths, ZoneId zone) {
    LocalDate month = day.withDayOfMonth(1);
    List<LocalDate> stocks = new ArrayList<>();
    if (files.stream()
        .noneMatch(file -> file.kind() == FileKind.STOCK && file.day().equals(month))) {
      stocks.add(month);
    }
    List<LocalDate> facts = new ArrayList<>();
    for (int back = openMonths + 1; back >= 1; back--) {
      LocalDate past = month.minusMonths(back);
      boolean written =
          files.stream()
              .anyMatch(
                  file ->
                      file.kind() == FileKind.FACTS
                          && file.day().equals(past)
                          && !file.writtenAt().isBefore(month.atStartOfDay(zone).toInstant()));
      if (!written) {
        facts.add(past);
      }
    }
    return new FilesOwed(stocks, facts);
  }

  /** How many files. */
  public int count() {
    return stocks.size() + facts.size();
  }
}
