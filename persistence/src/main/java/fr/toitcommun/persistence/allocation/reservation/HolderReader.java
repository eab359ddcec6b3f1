package fr.toitcommun.persistence.allocation.reservation;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** Reads who may be party to a reservation agreement, and which dwellings it may name. */
public final class HolderReader {
  private static final String THERE =
      """
      exists (select 1 from partner_territory t left join municipality m on
          (t.level = 'EPCI' and m.epci_siren = t.code) or (t.level = 'MUNICIPALITY' and m.code = t.code)
        where t.partner_id = p.id and (t.level = 'DEPARTEMENT' and t.code = :departement or m.departement_code = :departement))
      """;

  /** The reach of an agreement's holder, in SQL; a names holder and département. */
  static final String REACH =
      """
      exists (select 1 from partner_territory t where t.partner_id = a.holder_id and t.level = 'DEPARTEMENT'
        and t.code = a.departement_code) as everywhere,
      array(select distinct m.code::text from partner_territory t join municipality m on
          (t.level = 'EPCI' and m.epci_siren = t.code) or (t.level = 'MUNICIPALITY' and m.code = t.code)
        where t.partner_id = a.holder_id and m.departement_code = a.departement_code) as municipalities
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public HolderReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A partner that is or may be party to an agreement. */
  public record Party(long id, String name, PartnerKind kind) implements java.io.Serializable {}

  /** Reservation holders of a département, by kind and name. */
  public List<Party> holders(String departementCode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select p.id, p.name, p.kind from partner p where p.kind in ('STATE',"
                        + " 'ACTION_LOGEMENT', 'LOCAL_AUTHORITY', 'DEPARTMENT') and "
                        + THERE
                        + " order by array_position(array['STATE', 'ACTION_LOGEMENT', 'DEPARTMENT',"
                        + " 'LOCAL_AUTHORITY'], p.kind), p.name limit 500")
                .bind("departement", departementCode)
                .map(org.jdbi.v3.core.mapper.reflect.ConstructorMapper.of(Party.class))
                .list());
  }

  /** All landlords, by name. */
  public List<Party> landlords() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select p.id, p.name, p.kind from partner p where p.kind = 'LANDLORD' order by"
                        + " p.name limit 500")
                .map(org.jdbi.v3.core.mapper.reflect.ConstructorMapper.of(Party.class))
                .list());
  }

  /** A partner. */
  public Optional<Party> find(long partnerId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select p.id, p.name, p.kind from partner p where p.id = :id")
                .bind("id", partnerId)
                .map(org.jdbi.v3.core.mapper.reflect.ConstructorMapper.of(Party.class))
                .findOne());
  }

  /** Whether a partner acts in a département. */
  public boolean isIn(long partnerId, String departementCode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select " + THERE + " from partner p where p.id = :id")
                .bind("departement", departementCode)
                .bind("id", partnerId)
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false));
  }

  /** Where in a département a holder gets dwellings. */
  public Reach reach(long holderId, String departementCode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select "
                        + REACH
                        + " from (select :id as holder_id, :departement as departement_code) a")
                .bind("id", holderId)
                .bind("departement", departementCode)
                .map((row, context) -> reach(row))
                .one());
  }

  static Reach reach(ResultSet row) throws SQLException {
    return new Reach(
        row.getBoolean("everywhere"), Set.of((String[]) row.getArray("municipalities").getArray()));
  }

  /** A landlord's dwellings of these references in a département. */
  public Map<String, Long> dwellings(
      long landlordId, String departementCode, List<String> references) {
    Map<String, Long> dwellings = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    "select w.internal_reference, w.id from dwelling w join municipality m on"
                        + " m.code = w.municipality_code where w.landlord_id = :landlord and"
                        + " m.departement_code = :departement and w.internal_reference ="
                        + " any(:references)")
                .bind("landlord", landlordId)
                .bind("departement", departementCode)
                .bindArray("references", String.class, references.toArray())
                .map((row, context) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> dwellings.put(entry.getKey(), entry.getValue())));
    return dwellings;
  }

  /** The landlord waits for who writes its agreements at this moment. */
  public void lock(long landlordId) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("select id from partner where id = :id for update")
                .bind("id", landlordId)
                .mapTo(Long.class)
                .list());
  }
}
