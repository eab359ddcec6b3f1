package fr.toitcommun.web.commission;

import fr.toitcommun.ejb.commission.CommissionSessions;
import fr.toitcommun.persistence.allocation.FrenchCalendar;
import fr.toitcommun.persistence.commission.SessionPage;
import fr.toitcommun.persistence.commission.SessionRow;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The sessions of the landlord's commissions in a month, day by day. */
@Named
@RequestScoped
public class MonthOfSessions {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;

  @Inject private CommissionSessions sessions;
  @Inject private Texts texts;
  @Inject private Language language;

  private String asked;
  private YearMonth month;
  private SessionPage page;

  /**
   * A day of the grid.
   *
   * @param inMonth whether it is of the month shown, not of the one before or after
   * @param worked whether commissions sit on such a day: neither a weekend nor a public holiday
   */
  public record Day(
      LocalDate date, boolean inMonth, boolean worked, boolean today, List<SessionRow> sessions) {}

  /** Reads the month asked for; what is no month is this one. */
  public void load() {
    month = month(asked, YearMonth.from(texts.getToday()));
    page = sessions.month(month);
  }

  private static YearMonth month(String written, YearMonth otherwise) {
    try {
      YearMonth read = written == null ? otherwise : YearMonth.parse(written);
      return read.getYear() < FIRST_YEAR || read.getYear() > LAST_YEAR ? otherwise : read;
    } catch (DateTimeException noMonth) {
      return otherwise;
    }
  }

  /** Its weeks, Monday first, with the days of other months that fill the first and the last. */
  public List<List<Day>> getWeeks() {
    LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return Stream.iterate(
            first, week -> !week.isAfter(month.atEndOfMonth()), week -> week.plusWeeks(1))
        .map(week -> Stream.iterate(week, day -> day.plusDays(1)).limit(7).map(this::day).toList())
        .toList();
  }

  /** The days that have sessions, for a narrow screen. */
  public List<Day> getHeld() {
    return getWeeks().stream()
        .flatMap(List::stream)
        .filter(day -> !day.sessions().isEmpty())
        .toList();
  }

  private Day day(LocalDate date) {
    return new Day(
        date,
        YearMonth.from(date).equals(month),
        FrenchCalendar.isWorkingDay(date),
        date.equals(texts.getToday()),
        page.rows().stream().filter(row -> row.heldAt().toLocalDate().equals(date)).toList());
  }

  /** The days of the week by name. */
  public List<String> getDayNames() {
    return Arrays.stream(DayOfWeek.values())
        .map(day -> day.getDisplayName(TextStyle.FULL, language.getLocale()))
        .toList();
  }

  /** A month by name, so many after the one shown. */
  public String name(int after) {
    return DateTimeFormatter.ofPattern("LLLL uuuu", language.getLocale())
        .format(month.plusMonths(after));
  }

  /** A day with its name. */
  public String name(Day day) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM", language.getLocale()).format(day.date());
  }

  /** A month as the address has it, so many after the one shown. */
  public String address(int after) {
    return month.plusMonths(after).toString();
  }

  /** Whether this month is the one shown. */
  public boolean isCurrent() {
    return YearMonth.from(texts.getToday()).equals(month);
  }

  public SessionPage getPage() {
    return page;
  }

  public String getAsked() {
    return asked;
  }

  public void setAsked(String asked) {
    this.asked = asked;
  }
}
