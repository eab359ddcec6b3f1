package fr.toitcommun.persistence.journal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads the journal about one demand. */
public final class JournalReader {
  /** Most days and organisations told; the journal itself is kept for a limited time. */
  public static final int MOST = 1_000;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public JournalReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Who opened or changed this demand, by day and organisation, the latest first; {@value #MOST} at
   * most.
   *
   * @param zone where days begin and end
   */
  public List<Readings> of(String uniqueNumber, ZoneId zone) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select (j.occurred_at at time zone :zone)::date as day, p.name as partner,
                           count(*) filter (where j.outcome = 'READ') as readings,
                           count(*) filter (where j.outcome = 'DONE') as acts
                    from journal_entry j left join partner p on p.id = j.partner_id
                    where j.unique_numbers @> array[cast(:number as text)] and j.outcome in ('READ', 'DONE')
                    group by 1, 2 order by 1 desc, 2 limit :most
                    """)
                .bind("zone", zone.getId())
                .bind("number", uniqueNumber)
                .bind("most", MOST)
                .map(
                    (row, context) ->
                        new Readings(
                            row.getObject("day", LocalDate.class),
                            row.getString("partner"),
                            row.getInt("readings"),
                            row.getInt("acts")))
                .list());
  }
}
