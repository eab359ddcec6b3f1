package fr.toitcommun.persistence.observatory;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What demands are told apart by (domain.md §5.3). Each axis says once how a row of the live base
 * is given its value; the monthly files keep that value in a column of the axis' name.
 *
 * <p>In the live expressions {@code o} is the row and {@code {on}} the day it is looked at: today,
 * the day of a snapshot, or the day of what happened.
 */
public enum Axis {
  MONTH,
  QUARTER,
  YEAR,
  DEPARTEMENT(AxisKind.TERRITORY, "o.departement_code"),
  EPCI(AxisKind.TERRITORY, "o.epci"),
  MUNICIPALITY(AxisKind.TERRITORY, "o.place"),
  ZONE("o.zone", "A_BIS", "A", "B1", "B2", "C"),
  SENIORITY(
      """
      case when o.deposit_on > {on} - interval '6 month' then 'M0_6' when o.deposit_on > {on} - interval '1 year' then 'M6_12'
        when o.deposit_on > {on} - interval '2 year' then 'Y1_2' when o.deposit_on > {on} - interval '3 year' then 'Y2_3'
        when o.deposit_on > {on} - interval '5 year' then 'Y3_5' else 'Y5' end\
      """,
      "M0_6",
      "M6_12",
      "Y1_2",
      "Y2_3",
      "Y3_5",
      "Y5"),
  AGE(
      """
      case when o.birth_date > {on} - interval '20 year' then 'A0_19' when o.birth_date > {on} - interval '25 year' then 'A20_24'
        when o.birth_date > {on} - interval '30 year' then 'A25_29' when o.birth_date > {on} - interval '40 year' then 'A30_39'
        when o.birth_date > {on} - interval '50 year' then 'A40_49' when o.birth_date > {on} - interval '60 year' then 'A50_59'
        when o.birth_date > {on} - interval '65 year' then 'A60_64' when o.birth_date > {on} - interval '75 year' then 'A65_74'
        when o.birth_date is not null then 'A75' end\
      """,
      "A0_19",
      "A20_24",
      "A25_29",
      "A30_39",
      "A40_49",
      "A50_59",
      "A60_64",
      "A65_74",
      "A75"),
  NATIONALITY(AxisKind.LIST, "o.nationality", "NATIONALITY"),
  HOUSEHOLD_SIZE(
      "case when o.household_size >= 7 then '7' else cast(o.household_size as varchar) end",
      "1",
      "2",
      "3",
      "4",
      "5",
      "6",
      "7"),
  COMPOSITION("o.composition", "SINGLE", "COUPLE", "FAMILY", "PARENT", "SHARED", "OTHER", "BODY"),
  EMPLOYMENT(AxisKind.LIST, "o.employment", "WORK_CONTRACT"),
  FAMILY_SITUATION(AxisKind.LIST, "o.family_situation", "FAMILY_SITUATION"),
  MONTHLY_INCOME(
      """
      case when o.monthly_income < 500 then 'E0_499' when o.monthly_income < 1000 then 'E500_999'
        when o.monthly_income < 1500 then 'E1000_1499' when o.monthly_income < 2000 then 'E1500_1999'
        when o.monthly_income < 2500 then 'E2000_2499' when o.monthly_income < 3000 then 'E2500_2999'
        when o.monthly_income is not null then 'E3000' end\
      """,
      "E0_499",
      "E500_999",
      "E1000_1499",
      "E1500_1999",
      "E2000_2499",
      "E2500_2999",
      "E3000"),
  /** Reference tax income in percent of the PLUS ceiling of the household (arrêté of 1987). */
  INCOME_BAND(
      """
      case when o.annual_income * 5 <= {plus} then 'P0_20' when o.annual_income * 5 <= {plus} * 2 then 'P20_40'
        when o.annual_income * 5 <= {plus} * 3 then 'P40_60' when o.annual_income <= {plus} then 'P60_100'
        when o.annual_income * 10 <= cast({plus} as bigint) * 13 then 'P100_130' when o.annual_income is not null then 'P130' end\
      """,
      "P0_20",
      "P20_40",
      "P40_60",
      "P60_100",
      "P100_130",
      "P130"),
  /** The lowest ceiling that the household stays within. */
  INCOME_CEILING(
      """
      case when o.annual_income <= {plai} then 'PLAI' when o.annual_income <= {plus} then 'PLUS'
        when o.annual_income <= {pls} then 'PLS' when o.annual_income is not null then 'ABOVE' end\
      """,
      "PLAI",
      "PLUS",
      "PLS",
      "ABOVE"),
  TENURE(AxisKind.LIST, "o.tenure", "CURRENT_HOUSING"),
  MOTIVE(AxisKind.LIST, "o.motive", "DEMAND_MOTIVE"),
  SOUGHT_CATEGORY(AxisKind.LIST, "o.sought_category", "SOUGHT_CATEGORY"),
  TYPE(AxisKind.LIST, "o.dwelling_type", "DWELLING_TYPE"),
  TRANSFER("case when o.transfer then 'YES' else 'NO' end", "YES", "NO"),
  LABEL("o.label", "DALO", "ACD", "ACI", "GROUND", "NONE"),
  QUOTA(AxisKind.LIST, "o.quota", "QUOTA"),
  PROVENANCE(
      "o.provenance",
      "SAME_MUNICIPALITY",
      "SAME_EPCI",
      "SAME_DEPARTEMENT",
      "OTHER_DEPARTEMENT",
      "ELSEWHERE"),
  RESIDENCE(AxisKind.TERRITORY, "o.lives_in"),
  OVER_DELAY("case when o.over_delay then 'YES' else 'NO' end", "YES", "NO"),
  RENEWED("case when o.renewed then 'YES' else 'NO' end", "YES", "NO"),
  COMPLETE("case when o.complete then 'YES' else 'NO' end", "YES", "NO"),
  ADAPTED("case when o.adapted then 'YES' else 'NO' end", "YES", "NO"),
  ONLINE("case when o.online then 'YES' else 'NO' end", "YES", "NO"),
  PARTNER(AxisKind.PARTNER, "o.partner_id"),
  DESK(AxisKind.DESK, "o.desk_id"),
  /** Of a fact: why a demand left the file (R.441-2-8), or that it went into another. */
  CANCELLATION_REASON(AxisKind.LIST, "o.detail", "CANCELLATION_REASON", List.of(Fact.MERGED)),
  /** Of a fact: why the applicant refused. */
  REFUSAL_MOTIVE(AxisKind.LIST, "o.detail", "REFUSAL_MOTIVE"),
  /** Of a fact: what the commission decided (R.441-3). */
  DECISION(
      "o.detail",
      "ALLOCATION",
      "RANKED_ALLOCATION",
      "CONDITIONAL_ALLOCATION",
      "NON_ALLOCATION",
      "INADMISSIBILITY"),
  /** Of a lease: the financing of the dwelling. */
  SCHEME(AxisKind.LIST, "o.detail", "FUNDING_SCHEME"),
  /** Of a fact: the partner that did it; of a lease the landlord. */
  ACTOR(AxisKind.PARTNER, "o.actor");

  /** What a value is called that nobody stated. */
  public static final String UNKNOWN = "?";

  private static final Set<Axis> FACTS_ONLY =
      EnumSet.of(CANCELLATION_REASON, REFUSAL_MOTIVE, DECISION, SCHEME, ACTOR);
  private static final Set<Axis> TIMES = EnumSet.of(MONTH, QUARTER, YEAR);

  private final AxisKind kind;
  private final String live;
  private final String list;
  private final List<String> codes;

  Axis() {
    this(AxisKind.TIME, null, null, List.of());
  }

  Axis(AxisKind kind, String live) {
    this(kind, live, null, List.of());
  }

  Axis(AxisKind kind, String live, String list) {
    this(kind, live, list, List.of());
  }

  Axis(String live, String... codes) {
    this(AxisKind.BAND, live, null, List.of(codes));
  }

  Axis(AxisKind kind, String live, String list, List<String> codes) {
    this.kind = kind;
    this.live = live;
    this.list = list;
    this.codes = codes;
  }

  /** Where its values come from. */
  public AxisKind kind() {
    return kind;
  }

  /** The code list of its values; null where its kind is not {@link AxisKind#LIST}. */
  public String list() {
    return list;
  }

  /**
   * Its values in order, where its kind is {@link AxisKind#BAND}; of a {@link AxisKind#LIST} those
   * that are not in the code list, which come last; else none.
   */
  public List<String> codes() {
    return codes;
  }

  /** Whether it tells periods apart. */
  public boolean isTime() {
    return TIMES.contains(this);
  }

  /** Whether only what happened has it, not a demand that stands. */
  public boolean isOfFactsOnly() {
    return FACTS_ONLY.contains(this);
  }

  /** Whether its values stand in the order of how many they are, having none of their own. */
  public boolean isOrderedByNumber() {
    return kind == AxisKind.TERRITORY || kind == AxisKind.PARTNER || kind == AxisKind.DESK;
  }

  /** The column of the monthly files that keeps its value. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The axes that the monthly files keep. */
  public static List<Axis> kept() {
    return Arrays.stream(values()).filter(axis -> !axis.isTime()).toList();
  }

  /** The axis of this name, in whatever case. */
  public static Optional<Axis> named(String name) {
    return Arrays.stream(values()).filter(axis -> axis.name().equalsIgnoreCase(name)).findFirst();
  }

  /**
   * Its value of a live row, as SQL; null where nobody stated it.
   *
   * @param on the day it is looked at, as SQL
   */
  String live(String on, CeilingSql ceilings) {
    return ceilings.fill(live.strip().replace("{on}", on));
  }
}
