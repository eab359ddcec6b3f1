package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.reference.Reference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The live base: demands as they stand now, and what happened in months whose facts are not on file
 * yet, with the demands as they stand now.
 */
public final class LiveStore implements ObservedStore {
  private final LiveBase base;
  private final Reference reference;
  private final LocalDate today;

  /** Counts in this base, as of a day. */
  public LiveStore(LiveBase base, Reference reference, LocalDate today) {
    this.base = base;
    this.reference = reference;
    this.today = today;
  }

  /** {@inheritDoc} The days of a tally of demands that stand are not looked at: it is now. */
  @Override
  public List<Group> count(Tally tally) {
    return tally.fact() == null
        ? base.read(
            LiveBase.Since.NOTHING,
            tables -> count(tables, tally, sql(true, today), tables.active(), List.of()))
        : base.read(
            LiveBase.Since.of(tally.fact(), tally.from()),
            tables ->
                count(tables, tally, sql(false, lastDay(tally)), tables.facts(), days(tally)));
  }

  private LocalDate lastDay(Tally tally) {
    return tally.to().isBefore(today) ? tally.to() : today;
  }

  private static List<String> days(Tally tally) {
    return List.of(
        "o.fact = '" + tally.fact().event() + "'",
        "o.day between date '" + tally.from() + "' and date '" + tally.to() + "'");
  }

  private static List<Group> count(
      LiveBase.Tables tables, Tally tally, TallySql sql, String source, List<String> further) {
    String statement = sql.write(tally, source, further);
    int keys = tally.by().size() + (tally.waits() ? 1 : 0);
    return tables
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(escaped(statement))
                    .map((row, context) -> group(row, keys))
                    .list());
  }

  /** Which demands that stand a tally counts, as a condition on {@code observed_active o}. */
  String conditions(Tally tally) {
    return sql(true, today).conditions(tally);
  }

  /** Of what happened, incomes are compared with the ceilings of the last day counted. */
  private TallySql sql(boolean stock, LocalDate asOf) {
    CeilingSql ceilings = new CeilingSql(reference, asOf, today);
    String on = stock ? "date '" + today + "'" : "o.day";
    return new TallySql(
        axis -> axis.live(on, ceilings),
        stock
            ? "date '" + today.withDayOfMonth(1) + "'"
            : "cast(date_trunc('month', o.day) as date)",
        "(" + on + " - o.deposit_on)",
        monthsWaited(on));
  }

  /** Whole months from the deposit to a day, as SQL. */
  static String monthsWaited(String on) {
    return "((extract(year from "
        + on
        + ") - extract(year from o.deposit_on)) * 12 + extract(month from "
        + on
        + ") - extract(month from o.deposit_on) - case when extract(day from "
        + on
        + ") < extract(day from o.deposit_on) then 1 else 0 end)::int";
  }

  static Group group(ResultSet row, int keys) throws SQLException {
    List<String> values = new ArrayList<>(keys);
    for (int i = 1; i <= keys; i++) {
      String value = row.getString(i);
      values.add(value == null ? Axis.UNKNOWN : value);
    }
    return new Group(values, row.getLong(keys + 1), row.getLong(keys + 2));
  }

  /** Jdbi takes a colon for a parameter and JDBC a question mark. */
  private static String escaped(String statement) {
    return statement.replace("::", "\\:\\:");
  }
}
