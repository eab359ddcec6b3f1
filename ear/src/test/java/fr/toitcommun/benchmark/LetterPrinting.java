package fr.toitcommun.benchmark;

import java.sql.SQLException;
import java.util.Locale;

/**
 * The notices of one département made into a batch by the manager's button, and the batch's first
 * file fetched for the printer.
 */
final class LetterPrinting {
  /** Letters of a file for the printer that are no certificates. */
  private static final int FILE_LIMIT = 500;

  private final Agent manager;
  private final Database database;

  LetterPrinting(Agent manager, Database database) {
    this.manager = manager;
    this.database = database;
  }

  /** Measures both, in the département with the fewest notices to make. */
  void measure(Report report) throws SQLException {
    String departement =
        database.text(
            "select departement_code from letter where kind = 'RENEWAL_NOTICE' and made_on is null"
                + " and dropped_on is null group by 1 order by count(*) limit 1");
    FacesPage page = FacesPage.open(manager, "/letters.xhtml", "make_form");
    page.type("batch_kind", "RENEWAL_NOTICE").type("batch_departement", departement);
    long start = System.nanoTime();
    page.pressed("make");
    double making = seconds(start);
    String latest = " from letter_batch order by id desc limit 1";
    long letters = database.number("select letters" + latest);
    report.note(
        "Letters written into a batch",
        String.format(Locale.ROOT, "%d in %.1f s, %.0f/s", letters, making, letters / making));
    long batch = database.number("select id" + latest);
    start = System.nanoTime();
    byte[] file = manager.file("/documents/letters/batch/" + batch + "/1.pdf");
    double printing = seconds(start);
    long printed = Math.min(FILE_LIMIT, database.number("select by_post" + latest));
    report.note(
        "Letters of a batch's file printed as tagged PDF",
        String.format(
            Locale.ROOT,
            "%d in %.1f s, %.0f/s, %.1f MiB",
            printed,
            printing,
            printed / printing,
            file.length / 1048576.0));
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
