package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.observatory.FileOrigin;
import fr.toitcommun.persistence.observatory.SnapshotWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.duckdb.DuckDBConnection;

/**
 * Ten years of monthly files for a demonstration. The last two years are rebuilt from the demands
 * that the file knows, standing and gone. The years before are invented from these: rows drawn from
 * the first known month, older by as many years, in numbers that follow the published ones
 * (domain.md §5.5), and such that what stands at the end of a month is what stood at its beginning,
 * with what came, without what left.
 */
public final class PastYears {
  /** Months of history. */
  public static final int MONTHS = 120;

  /** Active demands in Pays de la Loire on 1 January (CREHA, DREAL, USH). */
  private static final TreeMap<LocalDate, Double> ACTIVE = new TreeMap<>();

  /** Leases a year in Pays de la Loire (DREAL, USH), at mid-year. */
  private static final TreeMap<LocalDate, Double> LEASES = new TreeMap<>();

  /** Months from deposit to lease: Pays de la Loire 2012 and 2014 (DREAL), France 2024 (Ancols). */
  private static final TreeMap<LocalDate, Double> WAIT = new TreeMap<>();

  static {
    ACTIVE.put(LocalDate.of(2015, 1, 1), 84_019.0);
    ACTIVE.put(LocalDate.of(2021, 1, 1), 104_000.0);
    ACTIVE.put(LocalDate.of(2022, 1, 1), 114_600.0);
    ACTIVE.put(LocalDate.of(2025, 1, 1), 126_000.0);
    LEASES.put(LocalDate.of(2012, 7, 1), 29_999.0);
    LEASES.put(LocalDate.of(2014, 7, 1), 29_526.0);
    LEASES.put(LocalDate.of(2018, 7, 1), 28_000.0);
    LEASES.put(LocalDate.of(2024, 7, 1), 22_000.0);
    WAIT.put(LocalDate.of(2012, 7, 1), 10.8);
    WAIT.put(LocalDate.of(2014, 7, 1), 11.4);
    WAIT.put(LocalDate.of(2024, 7, 1), 18.0);
  }

  private final SnapshotWriter writer;
  private final DuckDBConnection engine;
  private final LocalDate today;
  private final LocalDate firstKnown;

  /** Hears of each file written. */
  public interface Progress {
    /** So many files of so many are there; what was written until now may be kept. */
    void written(int done, int total) throws SQLException;
  }

  /**
   * History as of a day.
   *
   * @param engine the connection that the writer writes through
   */
  public PastYears(SnapshotWriter writer, DuckDBConnection engine, LocalDate today) {
    this.writer = writer;
    this.engine = engine;
    this.today = today;
    this.firstKnown = today.minusYears(Volumes.YEARS).withDayOfMonth(1).plusMonths(1);
  }

  /**
   * Writes every file that is not there yet.
   *
   * @param stocks days of the snapshots that are there
   * @param facts first days of the months whose facts are there
   */
  public void write(Set<LocalDate> stocks, Set<LocalDate> facts, Progress progress)
      throws SQLException {
    LocalDate thisMonth = today.withDayOfMonth(1);
    writer.copyDemands("raw_demand");
    writer.copyFacts("raw_fact", firstKnown, thisMonth.minusDays(1));
    Map<LocalDate, Long> standing = standing();
    int done = 0;
    for (int back = 0; back <= MONTHS; back++) {
      LocalDate month = thisMonth.minusMonths(back);
      boolean known = !month.isBefore(firstKnown);
      if (!stocks.contains(month)) {
        writer.stock(
            month,
            known ? stoodOn(month) : invented(month, standing.get(month)),
            known ? FileOrigin.REBUILT : FileOrigin.INVENTED);
      }
      if (!month.equals(thisMonth) && !facts.contains(month)) {
        writer.facts(
            month,
            known ? "raw_fact" : inventedFacts(month, standing),
            known ? FileOrigin.REBUILT : FileOrigin.INVENTED);
      }
      progress.written(++done, MONTHS + 1);
    }
  }

  private static String stoodOn(LocalDate day) {
    return "(select * from raw_demand where deposit_on <= date '%1$s' and (active or left_on > date '%1$s'))"
        .formatted(day);
  }

  /** How many stood on the first of each invented month, and of the first known one. */
  private Map<LocalDate, Long> standing() throws SQLException {
    long first = count("select count(*) from " + stoodOn(firstKnown));
    Map<LocalDate, Long> standing = new TreeMap<>();
    for (LocalDate month = today.withDayOfMonth(1).minusMonths(MONTHS);
        !month.isAfter(firstKnown);
        month = month.plusMonths(1)) {
      standing.put(month, Math.round(first * at(ACTIVE, month) / at(ACTIVE, firstKnown)));
    }
    return standing;
  }

  /** Drawn from those of the first known month, with all their dates moved back. */
  private String invented(LocalDate day, long number) {
    long back = ChronoUnit.DAYS.between(day, firstKnown);
    return """
    (select * replace (
      cast(date '%1$s' - cast(round((date '%2$s' - deposit_on) * %3$s) as int) as date) as deposit_on,
      cast(birth_date - %4$d as date) as birth_date)
     from %5$s order by hash(deposit_on, birth_date, place, motive, annual_income, '%1$s') limit %6$d)
    """
        .formatted(
            day,
            firstKnown,
            at(WAIT, day) / at(WAIT, firstKnown),
            back,
            stoodOn(firstKnown),
            number);
  }

  /** The same month of the first known year, moved back, in numbers that make the stocks agree. */
  private String inventedFacts(LocalDate month, Map<LocalDate, Long> standing) throws SQLException {
    LocalDate like = firstKnown.withMonth(month.getMonthValue());
    if (like.isBefore(firstKnown)) {
      like = like.plusYears(1);
    }
    double demands = at(ACTIVE, month) / at(ACTIVE, like);
    double leases = at(LEASES, month) / at(LEASES, like);
    long left = Math.round(number("CANCELLED", like) * demands);
    long housed = Math.round(number("HOUSED", like) * leases);
    long came = standing.get(month.plusMonths(1)) - standing.get(month) + left + housed;
    long registered = number("REGISTERED", like);
    Map<String, Double> ratios =
        Map.of(
            "REGISTERED", registered == 0 ? 0 : Math.max(0, came) / (double) registered,
            "CANCELLED", demands,
            "HOUSED", leases,
            "RENEWED", demands,
            "MODIFIED", demands,
            "REINSTATED", demands,
            "PROPOSED", leases,
            "PROPOSAL_REFUSED", leases,
            "PROPOSAL_LAPSED", leases,
            "DECIDED", leases);
    StringBuilder ratio = new StringBuilder("case fact");
    ratios.forEach((fact, of) -> ratio.append(" when '").append(fact).append("' then ").append(of));
    ratio.append(" end");
    long back = ChronoUnit.MONTHS.between(YearMonth.from(month), YearMonth.from(like));
    return """
    (select * exclude (copy, place_in_line, most) from (
      select * replace (
        cast(least(day - interval %1$d month, date '%2$s') as date) as day,
        cast(least(day - interval %1$d month, date '%2$s')
          - to_days(cast(round((day - deposit_on) * %3$s) as int)) as date) as deposit_on,
        cast(birth_date - interval %1$d month as date) as birth_date),
        row_number() over (partition by fact order by copy, hash(day, deposit_on, birth_date, place, '%4$s')) as place_in_line,
        round(count(*) over (partition by fact) / 4 * (%5$s)) as most
      from raw_fact cross join range(4) c (copy)
      where day between date '%6$s' and date '%7$s') where place_in_line <= most)
    """
        .formatted(
            back,
            month.plusMonths(1).minusDays(1),
            at(WAIT, month) / at(WAIT, like),
            month,
            ratio,
            like,
            like.plusMonths(1).minusDays(1));
  }

  private long number(String fact, LocalDate month) throws SQLException {
    return count(
        "select count(*) from raw_fact where fact = '%s' and day between date '%s' and date '%s'"
            .formatted(fact, month, month.plusMonths(1).minusDays(1)));
  }

  private long count(String sql) throws SQLException {
    try (Statement statement = engine.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * A published figure on a day, on the line between the two nearest ones; beyond them the last.
   */
  private static double at(TreeMap<LocalDate, Double> published, LocalDate day) {
    Map.Entry<LocalDate, Double> before = published.floorEntry(day);
    Map.Entry<LocalDate, Double> after = published.ceilingEntry(day);
    if (before == null) {
      return after.getValue();
    }
    if (after == null || after.getKey().equals(before.getKey())) {
      return before.getValue();
    }
    double part =
        ChronoUnit.DAYS.between(before.getKey(), day)
            / (double) ChronoUnit.DAYS.between(before.getKey(), after.getKey());
    return before.getValue() + part * (after.getValue() - before.getValue());
  }
}
