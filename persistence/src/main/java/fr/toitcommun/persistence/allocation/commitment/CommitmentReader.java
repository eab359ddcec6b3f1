package fr.toitcommun.persistence.allocation.commitment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Counts the leases of a year by the facts that commitments go by. */
public final class CommitmentReader {
  /** By what leases are told apart. */
  public enum By {
    LANDLORD("landlord_id", "(select p.name from partner p where p.id = %s)"),
    EPCI("epci_siren", "coalesce((select e.name from epci e where e.siren = %1$s), %1$s)");

    private final String key;
    private final String name;
    private final String agreementName;

    By(String column, String named) {
      key = "l." + column;
      name = named.formatted(key);
      agreementName = named.formatted("a." + column);
    }
  }

  /**
   * DALO or a certified ground of L.441-1, as of the signature; erased, there was one of either.
   */
  private static final String PRIORITY =
      "(l.priority_grounds <> 0 or coalesce(l.dalo_status in ('ACTIF', 'ACTREL'), false))";

  private static final String FACTS =
      "l.priority_district, l.first_quartile, l.renewal_rehousing, l.quota, "
          + PRIORITY
          + " as priority, l.collective_agreement, count(*) as leases";

  private static final String WHERE =
      """
       from lease l
      where l.cancelled_at is null and l.signed_on between make_date(:year, 1, 1) and make_date(:year, 12, 31)
        and l.departement_code = any(:departements)
        and (cast(:landlord as bigint) is null or l.landlord_id = :landlord)
        and (cast(:epci as text) is null or l.epci_siren = :epci)
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public CommitmentReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The leases of a territory. */
  public Tally tally(Territory territory) {
    Tally tally = new Tally();
    jdbi.useHandle(
        handle ->
            bound(
                    handle.createQuery(
                        "select " + FACTS + where(territory) + " group by 1, 2, 3, 4, 5, 6"),
                    territory)
                .map((row, context) -> tally.add(facts(row), row.getLong("leases")))
                .list());
    return tally;
  }

  /** The leases of a territory told apart, by name. */
  public Map<String, Tally> tallies(Territory territory, By by) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    jdbi.useHandle(
        handle ->
            bound(
                    handle.createQuery(
                        "select "
                            + by.name
                            + " as name, "
                            + FACTS
                            + where(territory)
                            + " group by "
                            + by.key
                            + ", 2, 3, 4, 5, 6, 7 order by 1"),
                    territory)
                .map(
                    (row, context) ->
                        tallies
                            .computeIfAbsent(row.getString("name"), name -> new Tally())
                            .add(facts(row), row.getLong("leases")))
                .list());
    return tallies;
  }

  private static String where(Territory territory) {
    return territory.municipalities() == null
        ? WHERE
        : WHERE + " and l.municipality_code = any(:municipalities)";
  }

  private static Query bound(Query query, Territory territory) {
    query
        .bind("year", territory.year())
        .bind("landlord", territory.landlordId())
        .bind("epci", territory.epci())
        .bindArray("departements", String.class, territory.departements());
    if (territory.municipalities() != null) {
      query.bindArray("municipalities", String.class, territory.municipalities());
    }
    return query;
  }

  private static LeaseFacts facts(ResultSet row) throws SQLException {
    return new LeaseFacts(
        row.getBoolean("priority_district"),
        row.getObject("first_quartile", Boolean.class),
        row.getBoolean("renewal_rehousing"),
        row.getString("quota"),
        row.getBoolean("priority"),
        row.getString("collective_agreement"));
  }

  /**
   * A candidate of a session, as a lease would count.
   *
   * @param allocated whether the commission allocated the dwelling and the applicant is still in
   * @param rank place in the order of allocation, from 1
   */
  public record Candidate(
      long candidateId, long itemId, boolean allocated, int rank, LeaseFacts facts) {}

  /** The candidates of a session, in the order of their dwellings and ranks. */
  public List<Candidate> candidates(long sessionId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select c.id, c.item_id, r.status in ('ALLOCATED', 'RANKED', 'CONDITIONAL') as allocated,
                           coalesce(c.rank, 1) as rank, w.priority_district,
                           d.resources_per_unit <= first_quartile_threshold_of(m.epci_siren, s.held_at::date)
                             as first_quartile,
                           false as renewal_rehousing, v.quota,
                           (d.dalo_status in ('ACTIF', 'ACTREL') or d.priority_grounds <> 0) as priority,
                           d.collective_agreement
                    from commission_session s
                    join commission_item i on i.session_id = s.id
                    join item_candidate c on c.item_id = i.id
                    join proposal r on r.id = c.proposal_id
                    join demand d on d.id = r.demand_id
                    join vacancy v on v.id = i.vacancy_id
                    join dwelling w on w.id = v.dwelling_id
                    join municipality m on m.code = w.municipality_code
                    where s.id = :session and v.status = 'OPEN'
                    order by i.position, coalesce(c.rank, 1), c.position
                    """)
                .bind("session", sessionId)
                .map(
                    (row, context) ->
                        new Candidate(
                            row.getLong("id"),
                            row.getLong("item_id"),
                            row.getBoolean("allocated"),
                            row.getInt("rank"),
                            facts(row)))
                .list());
  }

  /** Agreements that hold for the very territory counted: one of a wider place is not its own. */
  private static final String TARGETS =
      """
       from collective_agreement a
      where a.year = :year and (cast(:landlord as bigint) is null or a.landlord_id = :landlord)
        and (cast(:epci as text) is null or a.epci_siren = :epci)
        and (a.departement_code = any(:departements) or a.epci_siren in (
          select m.epci_siren from municipality m where m.departement_code = any(:departements)))
      """;

  /** Of some municipalities: the agreements of an EPCI that they are all of, there. */
  private static final String TARGETS_OF_SOME =
      TARGETS
          + """
            and a.epci_siren in (select m.epci_siren from municipality m where m.code = any(:municipalities))
            and not exists (select 1 from municipality m where m.epci_siren = a.epci_siren
              and m.departement_code = any(:departements) and m.code <> all(:municipalities))
          """;

  private static String agreements(Territory territory) {
    return territory.municipalities() == null ? TARGETS : TARGETS_OF_SOME;
  }

  /**
   * The yearly targets of collective agreements, ACD and ACI; of one that is not there none is
   * stated. Those of several landlords are added up. A département's agreement is no target of a
   * part of it.
   */
  public Map<String, Integer> targets(Territory territory) {
    return jdbi.withHandle(
        handle -> {
          Map<String, Integer> targets = new HashMap<>();
          bound(
                  handle.createQuery(
                      "select a.kind, sum(a.target)::int as target"
                          + agreements(territory)
                          + " group by a.kind"),
                  territory)
              .map((row, context) -> targets.put(row.getString("kind"), row.getInt("target")))
              .list();
          return targets;
        });
  }

  /** The same told apart as {@link #tallies} tells leases apart, by name; of an EPCI, its own. */
  public Map<String, Map<String, Integer>> targets(Territory territory, By by) {
    Map<String, Map<String, Integer>> targets = new HashMap<>();
    jdbi.useHandle(
        handle ->
            bound(
                    handle.createQuery(
                        "select "
                            + by.agreementName
                            + " as name, a.kind, sum(a.target)::int as target"
                            + agreements(territory)
                            + (by == By.EPCI ? " and a.epci_siren is not null" : "")
                            + " group by 1, 2"),
                    territory)
                .map(
                    (row, context) ->
                        targets
                            .computeIfAbsent(row.getString("name"), name -> new HashMap<>())
                            .put(row.getString("kind"), row.getInt("target")))
                .list());
    return targets;
  }

  /** The counters of a territory, by the percentages of the law. */
  public List<Counter> counters(Territory territory, Function<String, Integer> percent) {
    return tally(territory).counters(percent, targets(territory));
  }
}
