package fr.toitcommun.persistence.observatory;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tables that everyone expects, by family: those of the national infocentre (reading guide of
 * 2020: TAB01 stock, TAB02 time series, TAB03 current demands) and of the yearly publications of
 * the regions (demands, satisfied demands, tension).
 *
 * <p>Names stand in the bundle of the observatory under {@code table.NAME}.
 */
public enum StandardTable {
  STOCK_BY_DEPARTEMENT(Family.STOCK, Axis.DEPARTEMENT, Span.DAY, Axis.TRANSFER, Indicator.ACTIVE),
  STOCK_BY_EPCI(Family.STOCK, Axis.EPCI, Span.DAY, Axis.TRANSFER, Indicator.ACTIVE),
  STOCK_BY_MUNICIPALITY(Family.STOCK, Axis.MUNICIPALITY, Span.DAY, Axis.TRANSFER, Indicator.ACTIVE),
  BODIES_BY_DEPARTEMENT(
      Family.STOCK,
      Axis.DEPARTEMENT,
      Span.DAY,
      null,
      Map.of(Axis.COMPOSITION, Set.of("BODY")),
      Indicator.ACTIVE),
  MONTHS(
      Family.SERIES,
      Axis.MONTH,
      Span.TWELVE_MONTHS,
      null,
      Indicator.ACTIVE,
      Indicator.REGISTERED,
      Indicator.RENEWALS,
      Indicator.CANCELLED,
      Indicator.REINSTATED,
      Indicator.PROPOSED,
      Indicator.REFUSED,
      Indicator.SATISFIED),
  QUARTERS(
      Family.SERIES,
      Axis.QUARTER,
      Span.TWO_YEARS,
      null,
      Indicator.ACTIVE,
      Indicator.REGISTERED,
      Indicator.RENEWALS,
      Indicator.CANCELLED,
      Indicator.REINSTATED,
      Indicator.SATISFIED,
      Indicator.DELAY_MEAN),
  YEARS(
      Family.SERIES,
      Axis.YEAR,
      Span.TEN_YEARS,
      null,
      Indicator.ACTIVE,
      Indicator.TRANSFER_SHARE,
      Indicator.REGISTERED,
      Indicator.CANCELLED,
      Indicator.REINSTATED,
      Indicator.SATISFIED,
      Indicator.TENSION,
      Indicator.DELAY_MEAN),
  DEMANDS_BY_SENIORITY(Axis.SENIORITY),
  DEMANDS_BY_AGE(Axis.AGE),
  DEMANDS_BY_NATIONALITY(Axis.NATIONALITY),
  DEMANDS_BY_SIZE(Axis.HOUSEHOLD_SIZE),
  DEMANDS_BY_COMPOSITION(Axis.COMPOSITION),
  DEMANDS_BY_EMPLOYMENT(Axis.EMPLOYMENT),
  DEMANDS_BY_FAMILY_SITUATION(Axis.FAMILY_SITUATION),
  DEMANDS_BY_MONTHLY_INCOME(Axis.MONTHLY_INCOME),
  DEMANDS_BY_CEILING(Axis.INCOME_CEILING),
  DEMANDS_BY_INCOME_BAND(Axis.INCOME_BAND),
  DEMANDS_BY_TENURE(Axis.TENURE),
  DEMANDS_BY_MOTIVE(Axis.MOTIVE),
  DEMANDS_BY_TYPE(Axis.TYPE),
  DEMANDS_BY_CATEGORY(Axis.SOUGHT_CATEGORY),
  DEMANDS_BY_PROVENANCE(Axis.PROVENANCE),
  DEMANDS_BY_LABEL(Axis.LABEL),
  DEMANDS_BY_QUOTA(Axis.QUOTA),
  DEMANDS_BY_PARTNER(Axis.PARTNER),
  DEMANDS_BY_DESK(Axis.DESK),
  SATISFIED_BY_EPCI(true, Axis.EPCI),
  SATISFIED_BY_MUNICIPALITY(true, Axis.MUNICIPALITY),
  SATISFIED_BY_DELAY(true, Axis.SENIORITY),
  SATISFIED_BY_AGE(true, Axis.AGE),
  SATISFIED_BY_SIZE(true, Axis.HOUSEHOLD_SIZE),
  SATISFIED_BY_COMPOSITION(true, Axis.COMPOSITION),
  SATISFIED_BY_EMPLOYMENT(true, Axis.EMPLOYMENT),
  SATISFIED_BY_CEILING(true, Axis.INCOME_CEILING),
  SATISFIED_BY_INCOME_BAND(true, Axis.INCOME_BAND),
  SATISFIED_BY_TENURE(true, Axis.TENURE),
  SATISFIED_BY_MOTIVE(true, Axis.MOTIVE),
  SATISFIED_BY_TYPE(true, Axis.TYPE),
  SATISFIED_BY_SCHEME(true, Axis.SCHEME),
  SATISFIED_BY_PROVENANCE(true, Axis.PROVENANCE),
  SATISFIED_BY_LABEL(true, Axis.LABEL),
  SATISFIED_BY_QUOTA(true, Axis.QUOTA),
  SATISFIED_BY_LANDLORD(true, Axis.ACTOR),
  TENSION_BY_EPCI(
      Family.TENSION,
      Axis.EPCI,
      Span.YEAR,
      null,
      Indicator.ACTIVE,
      Indicator.SATISFIED,
      Indicator.TENSION,
      Indicator.SATISFACTION,
      Indicator.PRESSURE,
      Indicator.DELAY_MEAN,
      Indicator.DELAY_MEDIAN),
  TENSION_BY_TYPE(
      Family.TENSION,
      Axis.TYPE,
      Span.YEAR,
      null,
      Indicator.ACTIVE,
      Indicator.SATISFIED,
      Indicator.TENSION,
      Indicator.DELAY_MEAN,
      Indicator.DELAY_MEDIAN),
  TENSION_BY_COMPOSITION(
      Family.TENSION,
      Axis.COMPOSITION,
      Span.YEAR,
      null,
      Indicator.ACTIVE,
      Indicator.SATISFIED,
      Indicator.TENSION,
      Indicator.DELAY_MEAN,
      Indicator.DELAY_MEDIAN),
  REFUSALS_BY_MOTIVE(
      Family.TENSION, Axis.REFUSAL_MOTIVE, Span.YEAR, Axis.TRANSFER, Indicator.REFUSED),
  REFUSALS_BY_TYPE(
      Family.TENSION,
      Axis.TYPE,
      Span.YEAR,
      null,
      Indicator.PROPOSED,
      Indicator.REFUSED,
      Indicator.LAPSED,
      Indicator.REFUSAL_SHARE),
  DECISIONS(Family.TENSION, Axis.DECISION, Span.YEAR, Axis.TRANSFER, Indicator.DECIDED),
  CANCELLATIONS_BY_REASON(
      Family.TENSION, Axis.CANCELLATION_REASON, Span.YEAR, Axis.TRANSFER, Indicator.CANCELLED);

  /** Which tables belong together. */
  public enum Family {
    STOCK,
    SERIES,
    DEMANDS,
    SATISFIED,
    TENSION
  }

  /** What a table tells of where no date is chosen, and how a chosen day is taken. */
  public enum Span {
    /** Now, or one day. */
    DAY,
    /** The twelve months up to the day. */
    YEAR,
    TWELVE_MONTHS,
    TWO_YEARS,
    TEN_YEARS
  }

  private final Family family;
  private final Axis rows;
  private final Span span;
  private final Axis split;
  private final Map<Axis, Set<String>> filter;
  private final List<Indicator> indicators;

  StandardTable(Axis rows) {
    this(Family.DEMANDS, rows, Span.DAY, Axis.TRANSFER, Indicator.ACTIVE);
  }

  StandardTable(boolean satisfied, Axis rows) {
    this(Family.SATISFIED, rows, Span.YEAR, Axis.TRANSFER, Indicator.SATISFIED);
  }

  StandardTable(Family family, Axis rows, Span span, Axis split, Indicator... indicators) {
    this(family, rows, span, split, Map.of(), indicators);
  }

  StandardTable(
      Family family,
      Axis rows,
      Span span,
      Axis split,
      Map<Axis, Set<String>> filter,
      Indicator... indicators) {
    this.family = family;
    this.rows = rows;
    this.span = span;
    this.split = split;
    this.filter = filter;
    this.indicators = List.of(indicators);
  }

  /** Its family. */
  public Family family() {
    return family;
  }

  /** The axis of its rows. */
  public Axis rows() {
    return rows;
  }

  /** The axis that its only indicator is split by; null: its columns are its indicators. */
  public Axis split() {
    return split;
  }

  /** Its indicators. */
  public List<Indicator> indicators() {
    return indicators;
  }

  /** What it counts alone. */
  public Map<Axis, Set<String>> filter() {
    return filter;
  }

  /** What it tells of. */
  public Span span() {
    return span;
  }

  /**
   * What its questions are asked about. Periods are whole ones, but for the one that is running;
   * the first day of a month is the end of the month before.
   *
   * @param day the day chosen; null: now
   * @param today the day it is
   */
  public When when(LocalDate day, LocalDate today) {
    boolean now = day == null || day.equals(today);
    if (span == Span.DAY) {
      return now ? When.NOW : When.on(day);
    }
    LocalDate to = now ? today : day.getDayOfMonth() == 1 ? day.minusDays(1) : day;
    return switch (span) {
      case TWELVE_MONTHS -> When.from(Periods.first(Axis.MONTH, to).minusMonths(11), to);
      case TWO_YEARS -> When.from(Periods.first(Axis.QUARTER, to).minusMonths(21), to);
      case TEN_YEARS -> When.from(Periods.first(Axis.YEAR, to).minusYears(9), to);
      default -> When.twelveMonthsTo(to);
    };
  }

  /** The tables of a family. */
  public static List<StandardTable> of(Family family) {
    return Arrays.stream(values()).filter(table -> table.family == family).toList();
  }

  /** The table of this name, in whatever case. */
  public static Optional<StandardTable> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }
}
