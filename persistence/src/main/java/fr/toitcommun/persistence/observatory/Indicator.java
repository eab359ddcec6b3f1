package fr.toitcommun.persistence.observatory;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The figures of the observatory, each defined once (domain.md §5.2): screen, interface, extract,
 * map and report all ask for them here. Their names and definitions in words stand in the bundle of
 * the observatory under {@code indicator.NAME}.
 *
 * <p>A number is one {@link Part}; a ratio is one part over the sum of others, both told apart by
 * the same axes.
 */
public enum Indicator {
  /** Demands in the file. */
  ACTIVE(Unit.DEMANDS, Part.stock()),
  /** Of tenants of social housing. */
  TRANSFERS(Unit.DEMANDS, Part.stock(Axis.TRANSFER, "YES")),
  /** Of all others. */
  FIRST_ACCESS(Unit.DEMANDS, Part.stock(Axis.TRANSFER, "NO")),
  TRANSFER_SHARE(Unit.PERCENT, Part.stock(Axis.TRANSFER, "YES"), List.of(Part.stock())),
  /** Waiting longer than the abnormally long delay (L.441-1-4). */
  OVER_DELAY(Unit.DEMANDS, Part.stock(Axis.OVER_DELAY, "YES")),
  OVER_DELAY_SHARE(Unit.PERCENT, Part.stock(Axis.OVER_DELAY, "YES"), List.of(Part.stock())),
  RENEWED_SHARE(Unit.PERCENT, Part.stock(Axis.RENEWED, "YES"), List.of(Part.stock())),
  SINGLE_SHARE(Unit.PERCENT, Part.stock(Axis.COMPOSITION, "SINGLE"), List.of(Part.stock())),
  /** Of those whose income is stated. */
  UNDER_PLAI_SHARE(
      Unit.PERCENT,
      Part.stock(Axis.INCOME_CEILING, "PLAI"),
      List.of(Part.stock(Axis.INCOME_CEILING, "PLAI", "PLUS", "PLS", "ABOVE"))),
  WITHOUT_INCOME_SHARE(
      Unit.PERCENT, Part.stock(Axis.INCOME_CEILING, Axis.UNKNOWN), List.of(Part.stock())),
  SENIORITY_MEAN(Unit.MONTHS, Part.stock(), Wait.MEAN),
  SENIORITY_MEDIAN(Unit.MONTHS, Part.stock(), Wait.MEDIAN),
  REGISTERED(Unit.FACTS, Part.flow(Fact.REGISTERED)),
  RENEWALS(Unit.FACTS, Part.flow(Fact.RENEWED)),
  MODIFIED(Unit.FACTS, Part.flow(Fact.MODIFIED)),
  /** Left the file without a lease (R.441-2-8), or by going into another demand. */
  CANCELLED(Unit.FACTS, Part.flow(Fact.CANCELLED)),
  REINSTATED(Unit.FACTS, Part.flow(Fact.REINSTATED)),
  PROPOSED(Unit.FACTS, Part.flow(Fact.PROPOSED)),
  /** By the applicant. */
  REFUSED(Unit.FACTS, Part.flow(Fact.REFUSED)),
  LAPSED(Unit.FACTS, Part.flow(Fact.LAPSED)),
  REFUSAL_SHARE(Unit.PERCENT, Part.flow(Fact.REFUSED), List.of(Part.flow(Fact.PROPOSED))),
  /** Decisions of commissions on candidates (R.441-3). */
  DECIDED(Unit.FACTS, Part.flow(Fact.DECIDED)),
  /** Leases signed. */
  SATISFIED(Unit.LEASES, Part.flow(Fact.SATISFIED)),
  SATISFIED_TRANSFERS(Unit.LEASES, Part.flow(Fact.SATISFIED, Axis.TRANSFER, "YES")),
  /** From deposit to lease. */
  DELAY_MEAN(Unit.MONTHS, Part.flow(Fact.SATISFIED), Wait.MEAN),
  DELAY_MEDIAN(Unit.MONTHS, Part.flow(Fact.SATISFIED), Wait.MEDIAN),
  /** Demands at the end of the period for one lease of the period. */
  TENSION(Unit.DEMANDS_PER_LEASE, Part.stockAtEnd(), List.of(Part.flow(Fact.SATISFIED))),
  /** Leases in percent of the demands at the beginning and the new ones. */
  SATISFACTION(
      Unit.PERCENT,
      Part.flow(Fact.SATISFIED),
      List.of(Part.stockAtBeginning(), Part.flow(Fact.REGISTERED))),
  /** The same of the demands active at least one day, those taken up again counted too (Ancols). */
  SATISFACTION_ANCOLS(
      Unit.PERCENT,
      Part.flow(Fact.SATISFIED),
      List.of(Part.stockAtBeginning(), Part.flow(Fact.REGISTERED), Part.flow(Fact.REINSTATED))),
  /** Demands for a hundred social dwellings of the territory. */
  PRESSURE(Unit.DEMANDS_PER_HUNDRED, Part.stock(), List.of(Part.dwellings()));

  private static final Map<Axis, Fact> OF_ONE_FACT =
      Map.of(
          Axis.CANCELLATION_REASON,
          Fact.CANCELLED,
          Axis.REFUSAL_MOTIVE,
          Fact.REFUSED,
          Axis.DECISION,
          Fact.DECIDED,
          Axis.SCHEME,
          Fact.SATISFIED);

  /** What is made of the time waited, where that is the figure. */
  public enum Wait {
    NONE,
    MEAN,
    MEDIAN
  }

  /** When a part of an indicator is counted. */
  enum Moment {
    /** Now, or on the day asked for. */
    STOCK,
    /** On the first day of the period. */
    BEGINNING,
    /** The day after the last of the period, or now where the period is not over. */
    END,
    /** All through the period. */
    FLOW,
    /** Published numbers of dwellings. */
    DWELLINGS
  }

  /**
   * A number that an indicator is made of.
   *
   * @param fact what happened; null for what stands
   * @param axis what is counted alone is told by this axis; null: all is
   * @param codes any of these values of it
   */
  record Part(Moment moment, Fact fact, Axis axis, Set<String> codes) {
    static Part stock() {
      return new Part(Moment.STOCK, null, null, Set.of());
    }

    static Part stock(Axis axis, String... codes) {
      return new Part(Moment.STOCK, null, axis, Set.of(codes));
    }

    static Part stockAtBeginning() {
      return new Part(Moment.BEGINNING, null, null, Set.of());
    }

    static Part stockAtEnd() {
      return new Part(Moment.END, null, null, Set.of());
    }

    static Part flow(Fact fact) {
      return new Part(Moment.FLOW, fact, null, Set.of());
    }

    static Part flow(Fact fact, Axis axis, String... codes) {
      return new Part(Moment.FLOW, fact, axis, Set.of(codes));
    }

    boolean isOfDwellings() {
      return moment == Moment.DWELLINGS;
    }

    static Part dwellings() {
      return new Part(Moment.DWELLINGS, null, null, Set.of());
    }
  }

  private final Unit unit;
  private final Part part;
  private final List<Part> over;
  private final Wait wait;

  Indicator(Unit unit, Part part) {
    this(unit, part, List.of(), Wait.NONE);
  }

  Indicator(Unit unit, Part part, Wait wait) {
    this(unit, part, List.of(), wait);
  }

  Indicator(Unit unit, Part part, List<Part> over) {
    this(unit, part, over, Wait.NONE);
  }

  Indicator(Unit unit, Part part, List<Part> over, Wait wait) {
    this.unit = unit;
    this.part = part;
    this.over = over;
    this.wait = wait;
  }

  /** What it is counted in. */
  public Unit unit() {
    return unit;
  }

  /** Whether it tells what stands on a day; the others tell of a period. */
  public boolean isStock() {
    return part.moment() == Moment.STOCK;
  }

  /** Whether snapshots tell a part of it: of a day, or of the ends of a period. */
  public boolean countsStock() {
    return isStock() || countsStockAtEnds();
  }

  /** Whether the demands that stand at an end of the period are a part of it. */
  boolean countsStockAtEnds() {
    return Stream.concat(Stream.of(part), over.stream())
        .anyMatch(one -> one.moment() == Moment.BEGINNING || one.moment() == Moment.END);
  }

  /**
   * Whether what is counted is some of what it is divided by, so that the others of these are known
   * with it.
   */
  boolean isShare() {
    return unit == Unit.PERCENT && over.size() == 1;
  }

  /** Whether it is a number of things, which add up, and not a ratio or a time. */
  public boolean isCount() {
    return over.isEmpty() && wait == Wait.NONE;
  }

  /** What is made of the time waited. */
  public Wait waited() {
    return wait;
  }

  Part part() {
    return part;
  }

  List<Part> over() {
    return over;
  }

  /** Whether its values may be told apart by this axis. */
  public boolean allows(Axis axis) {
    if (this == PRESSURE) {
      return axis == Axis.DEPARTEMENT || axis == Axis.EPCI || axis.isTime();
    }
    if (axis == Axis.ACTOR) {
      return isOfFactsAlone();
    }
    if (OF_ONE_FACT.containsKey(axis)) {
      return isOfFactsAlone() && OF_ONE_FACT.get(axis) == part.fact();
    }
    // What stands and what left are both known by any other axis.
    return !axis.isOfFactsOnly();
  }

  private boolean isOfFactsAlone() {
    return part.moment() == Moment.FLOW
        && over.stream().allMatch(one -> one.moment() == Moment.FLOW && one.fact() == part.fact());
  }

  /** Whether leases are a part of it, which lie where the dwelling lies. */
  public boolean countsLeases() {
    return parts().anyMatch(one -> one.fact() == Fact.SATISFIED);
  }

  /**
   * Whether demands, or what else happened to them, are a part of it: where the first wish lies.
   */
  public boolean countsDemands() {
    return parts().anyMatch(one -> !one.isOfDwellings() && one.fact() != Fact.SATISFIED);
  }

  private Stream<Part> parts() {
    return Stream.concat(Stream.of(part), over.stream());
  }

  /** The axes allowed, in their order. */
  public List<Axis> axes() {
    return Arrays.stream(Axis.values()).filter(this::allows).toList();
  }

  /** The indicator of this name, in whatever case. */
  public static Optional<Indicator> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }
}
