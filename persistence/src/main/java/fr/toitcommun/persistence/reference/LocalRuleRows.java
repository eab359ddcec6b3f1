package fr.toitcommun.persistence.reference;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What territories decide for themselves, as the manager states it: thresholds of the first
 * quartile, the grid of household and type, commitments of collective agreements.
 */
public final class LocalRuleRows {
  private final Jdbi jdbi;

  /** Over this database, in the caller's transaction. */
  public LocalRuleRows(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Every threshold of a year, that of everywhere first. */
  public List<QuartileThreshold> thresholds(int year) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select t.* from first_quartile_threshold t left join epci e on e.siren ="
                        + " t.epci_siren where t.year = :year order by e.name nulls first")
                .bind("year", year)
                .map(ConstructorMapper.of(QuartileThreshold.class))
                .list());
  }

  /** The years that have thresholds, the latest first. */
  public List<Integer> thresholdYears() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct year from first_quartile_threshold order by year desc")
                .mapTo(Integer.class)
                .list());
  }

  /** Keeps thresholds; one of the same EPCI and year is replaced. */
  public void keep(List<QuartileThreshold> thresholds) {
    jdbi.useHandle(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  """
                  insert into first_quartile_threshold (epci_siren, year, amount, source, assumed)
                  values (:epciSiren, :year, :amount, :source, :assumed)
                  on conflict (coalesce(epci_siren, ''), year)
                  do update set amount = excluded.amount, source = excluded.source, assumed = excluded.assumed
                  """);
          for (QuartileThreshold one : thresholds) {
            batch.bindMethods(one).add();
          }
          batch.execute();
        });
  }

  /**
   * From today on a territory has this grid; none: it follows the next wider one again.
   *
   * @param departementCode null unless a département's grid is meant
   * @param epciSiren null unless an EPCI's is; when both are null it is the one of everywhere
   */
  public void replaceGrid(
      String departementCode,
      String epciSiren,
      Map<Integer, List<String>> types,
      String source,
      LocalDate today) {
    jdbi.useHandle(
        handle -> {
          String own =
              " where departement_code is not distinct from :departement and epci_siren is not"
                  + " distinct from :epci";
          end(
              handle,
              "delete from size_grid" + own + " and valid_from >= :today",
              departementCode,
              epciSiren,
              today);
          end(
              handle,
              "update size_grid set valid_to = cast(:today as date) - 1"
                  + own
                  + " and (valid_to is null or valid_to >= :today)",
              departementCode,
              epciSiren,
              today);
          PreparedBatch batch =
              handle.prepareBatch(
                  "insert into size_grid (persons, dwelling_type, departement_code, epci_siren,"
                      + " valid_from, source, assumed) values (?, ?, ?, ?, ?, ?, false)");
          types.forEach(
              (persons, fitting) ->
                  fitting.forEach(
                      type -> batch.add(persons, type, departementCode, epciSiren, today, source)));
          if (batch.size() > 0) {
            batch.execute();
          }
        });
  }

  private static void end(
      Handle handle, String sql, String departement, String epci, LocalDate today) {
    handle
        .createUpdate(sql)
        .bind("departement", departement)
        .bind("epci", epci)
        .bind("today", today)
        .execute();
  }

  /** The commitments of a year, by kind, place and landlord. */
  public List<Commitment> commitments(int year) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    select c.id, c.kind, c.year, coalesce(c.departement_code, c.epci_siren) as territory,
                           coalesce(d.name, e.name) as place, c.landlord_id, p.name as landlord, c.target
                    from collective_agreement c
                    join partner p on p.id = c.landlord_id
                    left join departement d on d.code = c.departement_code
                    left join epci e on e.siren = c.epci_siren
                    where c.year = :year order by c.kind, place, landlord
                    """)
                .bind("year", year)
                .map(ConstructorMapper.of(Commitment.class))
                .list());
  }

  /** Names of the file's landlords by identity, in the order of the names. */
  public Map<Long, String> landlords() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select id, name from partner where kind = 'LANDLORD' order by name")
                .reduceRows(
                    new LinkedHashMap<Long, String>(),
                    (names, row) -> {
                      names.put(
                          row.getColumn("id", Long.class), row.getColumn("name", String.class));
                      return names;
                    }));
  }

  /** Keeps a commitment; 0 takes it away. */
  public void keep(String kind, int year, String territory, long landlordId, int target) {
    boolean departement = "ACD".equals(kind);
    jdbi.useHandle(
        handle -> {
          handle.execute(
              "delete from collective_agreement where kind = ? and year = ? and"
                  + " coalesce(departement_code, epci_siren) = ? and landlord_id = ?",
              kind,
              year,
              territory,
              landlordId);
          if (target > 0) {
            handle.execute(
                "insert into collective_agreement (kind, year, departement_code, epci_siren,"
                    + " landlord_id, target) values (?, ?, ?, ?, ?, ?)",
                kind,
                year,
                departement ? territory : null,
                departement ? null : territory,
                landlordId,
                target);
          }
        });
  }
}
