package fr.toitcommun.persistence.registration.campaign;

import fr.toitcommun.persistence.TestDatabase;
import fr.toitcommun.persistence.installation.Reads;
import fr.toitcommun.persistence.job.DueCursor;
import fr.toitcommun.persistence.job.DueDemand;
import fr.toitcommun.persistence.registration.DemandCalendar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A small demonstration of its own for each test, without letters, to let time pass over. */
final class CampaignDatabase {
  static final DemandCalendar CALENDAR = new DemandCalendar(12, 1, 13, 18, 1, 5);
  static final CampaignRhythm RHYTHM = new CampaignRhythm(15, 15, CALENDAR);
  static final LocalDate TODAY = TestDatabase.TODAY;

  private CampaignDatabase() {}

  static Jdbi fresh() {
    DataSource database = TestDatabase.empty();
    TestDatabase.load(database, 600, TestDatabase.SEED);
    Jdbi jdbi = Reads.over(database);
    jdbi.useHandle(handle -> handle.execute("delete from letter"));
    return jdbi;
  }

  /** All that is due, part by part, as a job reads it. */
  static List<DueDemand> all(
      Iterable<String> departements, BiFunction<DueCursor, Integer, List<DueDemand>> due) {
    List<DueDemand> all = new ArrayList<>();
    for (String departement : departements) {
      DueCursor at = DueCursor.start(departement);
      List<DueDemand> page = due.apply(at, 7);
      while (!page.isEmpty()) {
        all.addAll(page);
        page = due.apply(page.get(page.size() - 1).cursor(), 7);
      }
    }
    return all;
  }

  static long count(Jdbi jdbi, String sql, Object... values) {
    return jdbi.withHandle(
        handle -> {
          var query = handle.createQuery(sql);
          for (int i = 0; i < values.length; i++) {
            query.bind(i, values[i]);
          }
          return query.mapTo(Long.class).one();
        });
  }
}
