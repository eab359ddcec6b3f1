package fr.toitcommun.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The renewal campaign over the whole file: its horizon is moved so far ahead that every active
 * demand is owed a notice, none having had one, and the manager presses the button.
 */
final class Campaign {
  private static final Pattern VIEW_STATE =
      Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]+)\"");
  private static final Pattern NONCE =
      Pattern.compile("name=\"primefaces\\.nonce\" value=\"([^\"]*)\"");
  private static final String FAR_AHEAD = "400";

  /** Reference data are remembered for a minute. */
  private static final int REMEMBERED_SECONDS = 65;

  private static final double LIMIT_SECONDS = 60;
  private static final String LATEST =
      "from job_run where job = 'RENEWAL_NOTICES' order by id desc limit 1";

  private final Agent manager;
  private final Database database;

  Campaign(Agent manager, Database database) {
    this.manager = manager;
    this.database = database;
  }

  /** Measures it, from the run's beginning to its end as the database has them. */
  void measure(Report report) throws SQLException, IOException {
    String usual =
        database.text("select value from rule_parameter where name = 'RENEWAL_NOTICE_LEAD_DAYS'");
    database.change("delete from letter where kind = 'RENEWAL_NOTICE'");
    horizon(FAR_AHEAD);
    try {
      rest(REMEMBERED_SECONDS);
      run();
    } finally {
      horizon(usual);
    }
    double seconds =
        Double.parseDouble(
            database.text("select extract(epoch from ended_at - started_at) " + LATEST));
    long notices = database.number("select done " + LATEST);
    long demands = database.number("select count(*) from demand where status = 'ACTIVE'");
    report.judge(
        "Renewal campaign: notices for all active demands",
        "≤ " + Math.round(LIMIT_SECONDS) + " s, one each",
        String.format(Locale.ROOT, "%d of %d in %.1f s", notices, demands, seconds),
        seconds <= LIMIT_SECONDS && notices == demands);
  }

  private void horizon(String days) throws SQLException {
    database.change(
        "update rule_parameter set value = " + days + " where name = 'RENEWAL_NOTICE_LEAD_DAYS'");
  }

  /** The button of the first job, which is the campaign. */
  private void run() throws SQLException {
    // So that the server reads its reference data anew before the campaign asks for them.
    manager.read("/work.xhtml?list=RENEWALS");
    String page = manager.read("/jobs.xhtml");
    manager.send(
        manager.form(
            "/jobs.xhtml",
            "form=form&jobs%3A0%3Arun=run&primefaces.nonce="
                + Agent.encoded(found(NONCE, page))
                + "&jakarta.faces.ViewState="
                + Agent.encoded(found(VIEW_STATE, page))));
    do {
      rest(1);
    } while ("RUNNING".equals(database.text("select state " + LATEST)));
  }

  private static String found(Pattern pattern, String page) {
    Matcher matcher = pattern.matcher(page);
    if (!matcher.find()) {
      throw new IllegalStateException("The page of jobs has no " + pattern);
    }
    return matcher.group(1);
  }

  private static void rest(int seconds) {
    try {
      TimeUnit.SECONDS.sleep(seconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
