package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LettersOwed;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The renewal notices that the campaign asked for (R.441-2-7), until the nights on which it did not
 * run; one demand in forty had none, having come from elsewhere.
 */
final class Notices {
  private static final LocalTime NIGHT = LocalTime.of(2, 5);
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
  private static final int LEAD_DAYS = 15;

  /**
   * How old a notice is that the manager has surely sent: those of later nights wait for a batch.
   */
  private static final int SENT_AFTER_DAYS = 6;

  /** An end of validity and the demands noticed of it. */
  private record Noticed(LocalDate end, List<Long> demands) {}

  private Notices() {}

  /** Asks for the letters, night after night, once the sequences stand. */
  static void write(Connection connection, LocalDate today) {
    Jdbi.create(connection)
        .useHandle(
            handle -> {
              noticed(handle, today).forEach(one -> ask(handle, one));
              send(handle, today);
            });
  }

  /**
   * They left on the morning after their night, by their channel; no copy of their text is kept.
   */
  private static void send(Handle handle, LocalDate today) {
    handle
        .createUpdate(
            """
            update letter l set made_on = s.day,
              posted_on = case when l.channel <> 'EMAIL' then s.day end,
              email_state = case when l.channel <> 'POST' then 'SENT' end,
              email_done_at = case when l.channel <> 'POST' then l.asked_at + interval '8 hours' end
            from (select id, (asked_at at time zone 'Europe/Paris')::date as day from letter) s
            where s.id = l.id and l.kind = 'RENEWAL_NOTICE' and l.made_on is null and s.day < :recent
            """)
        .bind("recent", today.minusDays(SENT_AFTER_DAYS))
        .execute();
  }

  private static List<Noticed> noticed(Handle handle, LocalDate today) {
    return handle
        .createQuery(
            """
            select d.valid_until, array_agg(d.id order by d.id)
            from demand d
            where d.status = 'ACTIVE' and d.id % 40 <> 0 and d.valid_until <= :latest
            group by d.valid_until order by d.valid_until
            """)
        .bind("latest", today.minusDays(Lives.NIGHTS_MISSED).plusDays(LEAD_DAYS).plusMonths(1))
        .map(
            (row, context) ->
                new Noticed(
                    row.getObject(1, LocalDate.class),
                    List.of((Long[]) row.getArray(2).getArray())))
        .list();
  }

  private static void ask(Handle handle, Noticed one) {
    LocalDate night = one.end().minusMonths(1).minusDays(LEAD_DAYS);
    LettersOwed.askAboutTheEnd(
        handle,
        one.demands(),
        LetterKind.RENEWAL_NOTICE,
        DemandEventKind.RENEWAL_NOTICE,
        one.end(),
        night,
        night.atTime(NIGHT).atZone(ZONE).toInstant());
  }
}
