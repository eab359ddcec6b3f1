package fr.toitcommun.persistence.allocation.commitment;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Counts proposals per satisfied demand. */
public final class EffortReader {
  /** By what satisfied demands are told apart. */
  public enum By {
    WHOLE("''"),
    LANDLORD("(select p.name from partner p where p.id = l.landlord_id)"),
    MUNICIPALITY("(select m.name from municipality m where m.code = l.municipality_code)"),
    YEAR("extract(year from l.signed_on)::int::text");

    private final String name;

    By(String name) {
      this.name = name;
    }
  }

  private final Jdbi jdbi;

  /** Reads from this database. */
  public EffortReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The measure told apart, those with the most leases first.
   *
   * @param territory whose leases; of {@link By#YEAR} all years until its own
   * @param limit how many rows at most
   */
  public List<Effort> by(Territory territory, By by, int limit) {
    return jdbi.withHandle(
        handle -> {
          var query =
              handle
                  .createQuery(
                      """
                      select %s as name, count(*) as leases, sum(l.proposals_made) as proposals,
                             count(*) filter (where l.proposals_made <= 1) as one,
                             count(*) filter (where l.proposals_made = 2) as two,
                             count(*) filter (where l.proposals_made = 3) as three,
                             count(*) filter (where l.proposals_made = 4) as four,
                             count(*) filter (where l.proposals_made >= 5) as more
                      from lease l
                      where l.cancelled_at is null and l.signed_on <= make_date(:year, 12, 31)
                        and (:years or l.signed_on >= make_date(:year, 1, 1))
                        and l.departement_code = any(:departements)
                        and (cast(:landlord as bigint) is null or l.landlord_id = :landlord)
                        and (cast(:epci as text) is null or l.epci_siren = :epci)
                        %s
                      group by 1 order by %s limit :limit
                      """
                          .formatted(
                              by.name,
                              territory.municipalities() == null
                                  ? ""
                                  : "and l.municipality_code = any(:municipalities)",
                              by == By.YEAR ? "1 desc" : "2 desc, 1"))
                  .bind("year", territory.year())
                  .bind("years", by == By.YEAR)
                  .bind("landlord", territory.landlordId())
                  .bind("epci", territory.epci())
                  .bindArray("departements", String.class, territory.departements())
                  .bind("limit", limit);
          if (territory.municipalities() != null) {
            query.bindArray("municipalities", String.class, territory.municipalities());
          }
          return query
              .map(
                  (row, context) ->
                      new Effort(
                          row.getString("name"),
                          row.getLong("leases"),
                          row.getLong("proposals"),
                          List.of(
                              row.getLong("one"),
                              row.getLong("two"),
                              row.getLong("three"),
                              row.getLong("four"),
                              row.getLong("more"))))
              .list();
        });
  }
}
