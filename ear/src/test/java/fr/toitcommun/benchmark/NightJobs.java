package fr.toitcommun.benchmark;

import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The jobs of the night over the whole file, each begun by the manager's button and timed from the
 * run's beginning to its end as the database has them.
 */
final class NightJobs {
  private static final String FAR_AHEAD = "400";

  /** Reference data are remembered for a minute. */
  private static final int REMEMBERED_SECONDS = 65;

  private static final double CAMPAIGN_LIMIT = 60;
  private static final double SEARCH_LIMIT = 10;
  private static final double RECALL = 0.98;
  private static final double PRECISION = 0.95;

  /** Each planted set of one person's demands, and each set that was opened, as its numbers. */
  private static final String PLANTED_AND_FOUND =
      """
      with planted as (
        select string_agg(unique_number, ' ' order by unique_number) as numbers from planted_duplicate
        where kind not in ('TWINS', 'HOMONYM') group by set_number),
      found as (
        select string_agg(d.unique_number, ' ' order by d.unique_number) as numbers
        from duplicate_set s join duplicate_member m on m.set_id = s.id join demand d on d.id = m.demand_id
        where s.state = 'OPEN' group by s.id)
      select concat_ws(' ', (select count(*) from planted), (select count(*) from found),
        (select count(*) from planted join found using (numbers)))
      """;

  private final Agent manager;
  private final Database database;

  NightJobs(Agent manager, Database database) {
    this.manager = manager;
    this.database = database;
  }

  /** The search for duplicates, and what it finds of those that the generator planted. */
  void duplicates(Report report) throws SQLException {
    database.change("delete from duplicate_set");
    double seconds = run("DUPLICATE_SWEEP");
    String[] counts = database.text(PLANTED_AND_FOUND).split(" ");
    int planted = Integer.parseInt(counts[0]);
    int found = Integer.parseInt(counts[1]);
    int right = Integer.parseInt(counts[2]);
    report.judge(
        "Search for duplicates over the whole file",
        String.format(Locale.ROOT, "≤ %.0f s", SEARCH_LIMIT),
        String.format(Locale.ROOT, "%.1f s, %d sets", seconds, found),
        seconds <= SEARCH_LIMIT);
    double recall = right / (double) planted;
    double precision = right / (double) Math.max(1, found);
    report.judge(
        "Planted duplicates found",
        String.format(Locale.ROOT, "recall ≥ %.2f, precision ≥ %.2f", RECALL, PRECISION),
        String.format(Locale.ROOT, "%d of %d, %.3f and %.3f", right, planted, recall, precision),
        recall >= RECALL && precision >= PRECISION);
  }

  /** The erasure of all that left the file more than a year ago. */
  void erasure(Report report) throws SQLException {
    double seconds = run("ERASURE");
    long erased = database.number("select done " + latest("ERASURE"));
    report.note(
        "Erasure of demands that left a year ago, the tables tidied",
        String.format(Locale.ROOT, "%d in %.1f s", erased, seconds));
  }

  /**
   * The renewal campaign: its horizon is moved so far ahead that every active demand is owed a
   * notice, none having had one.
   */
  void campaign(Report report) throws SQLException {
    String usual =
        database.text("select value from rule_parameter where name = 'RENEWAL_NOTICE_LEAD_DAYS'");
    database.change(
        "delete from letter_copy where letter_id in (select id from letter where kind ="
            + " 'RENEWAL_NOTICE')");
    database.change("delete from letter where kind = 'RENEWAL_NOTICE'");
    horizon(FAR_AHEAD);
    double seconds;
    try {
      rest(REMEMBERED_SECONDS);
      // So that the server reads its reference data anew before the campaign asks for them.
      manager.read("/work.xhtml?list=RENEWALS");
      seconds = run("RENEWAL_NOTICES");
    } finally {
      horizon(usual);
    }
    long notices = database.number("select done " + latest("RENEWAL_NOTICES"));
    long demands = database.number("select count(*) from demand where status = 'ACTIVE'");
    report.judge(
        "Renewal campaign: notices for all active demands",
        "≤ " + Math.round(CAMPAIGN_LIMIT) + " s, one each",
        String.format(Locale.ROOT, "%d of %d in %.1f s", notices, demands, seconds),
        seconds <= CAMPAIGN_LIMIT && notices == demands);
  }

  private void horizon(String days) throws SQLException {
    database.change(
        "update rule_parameter set value = " + days + " where name = 'RENEWAL_NOTICE_LEAD_DAYS'");
  }

  /** Presses the button of a job and waits; how many seconds the run took. */
  double run(String job) throws SQLException {
    FacesPage page = FacesPage.open(manager, "/jobs.xhtml", "form");
    String before = page.html().substring(0, page.html().indexOf("id=\"h-" + job + "\""));
    page.press("jobs:" + (before.split("id=\"h-", -1).length - 1) + ":run");
    do {
      rest(1);
    } while ("RUNNING".equals(database.text("select state " + latest(job))));
    String state = database.text("select state " + latest(job));
    if (!"DONE".equals(state)) {
      throw new IllegalStateException(job + " ended as " + state);
    }
    return Double.parseDouble(
        database.text("select extract(epoch from ended_at - started_at) " + latest(job)));
  }

  /** How many demands the latest run of a job has done. */
  long done(String job) throws SQLException {
    return database.number("select done " + latest(job));
  }

  private static String latest(String job) {
    return "from job_run where job = '" + job + "' order by id desc limit 1";
  }

  private static void rest(int seconds) {
    try {
      TimeUnit.SECONDS.sleep(seconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
