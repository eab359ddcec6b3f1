package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LettersOwed;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The certificates of the last days' registrations wait at their desks (R.441-2-4). */
final class RecentCertificates {
  private static final int DAYS = 3;
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private RecentCertificates() {}

  /** Asks for them. */
  static void write(Connection connection, LocalDate today) {
    Jdbi.create(connection)
        .useHandle(
            handle -> {
              for (LocalDate day = today.minusDays(DAYS);
                  day.isBefore(today);
                  day = day.plusDays(1)) {
                List<Long> registered =
                    handle
                        .createQuery(
                            "select id from demand where status = 'ACTIVE' and"
                                + " initial_deposit_date = :day order by id")
                        .bind("day", day)
                        .mapTo(Long.class)
                        .list();
                LettersOwed.ask(
                    handle,
                    registered,
                    LetterKind.REGISTRATION_CERTIFICATE,
                    day,
                    day.atTime(17, 0).atZone(ZONE).toInstant());
              }
            });
  }
}
