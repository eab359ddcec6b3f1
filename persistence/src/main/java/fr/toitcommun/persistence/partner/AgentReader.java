package fr.toitcommun.persistence.partner;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads agents with their partner, rights and scope. */
public final class AgentReader {
  // A municipality that registers sees the demands of its whole EPCI (R.441-2-6).
  private static final String SCOPE =
      """
             array(select t.code from partner_territory t
                   where t.partner_id = p.id and t.level = 'DEPARTEMENT'
                   union
                   select m.departement_code from partner_territory t
                   join municipality m on m.epci_siren = t.code
                   where t.partner_id = p.id and t.level = 'EPCI'
                   union
                   select m.departement_code from partner_territory t join municipality m on m.code = t.code
                   where t.partner_id = p.id and t.level = 'MUNICIPALITY'
                   order by 1) as departements,
             case when p.kind <> 'LOCAL_AUTHORITY' then array[]::text[] else
             array(select cast(m.code as text) from partner_territory t
                   join municipality m on m.epci_siren = t.code
                   where t.partner_id = p.id and t.level = 'EPCI'
                   union
                   select m.code from partner_territory t join municipality own on own.code = t.code
                   join municipality m on m.epci_siren = own.epci_siren or m.code = own.code
                   where t.partner_id = p.id and t.level = 'MUNICIPALITY'
                   order by 1) end as municipalities
      """;

  private static final String SQL =
      """
      select a.id, a.login, a.given_name, a.surname, a.desk_id, k.code as desk_code,
             k.name as desk_name, k.address as desk_address, dm.name as desk_municipality,
             p.id as partner_id, p.kind, p.name as partner_name, p.address as partner_address,
             p.siren, p.registering,
             array(select right_name from agent_right r where r.agent_id = a.id order by 1) as rights,
      """
          + SCOPE
          + """
          from agent a
          join partner p on p.id = a.partner_id
          left join registration_desk k on k.id = a.desk_id
          left join municipality dm on dm.code = k.municipality_code
          where a.login = :login and a.active
          """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public AgentReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The active agent of this login. */
  public Optional<AgentProfile> find(String login) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SQL)
                .bind("login", login)
                .map((row, context) -> profile(row))
                .findOne());
  }

  /** What a partner may see; empty when there is none of this identity. */
  public Optional<Scope> scopeOf(long partnerId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select p.id as partner_id, p.kind, p.registering,"
                        + SCOPE
                        + " from partner p where p.id = :partner")
                .bind("partner", partnerId)
                .map((row, context) -> scope(row))
                .findOne());
  }

  private static Scope scope(ResultSet row) throws SQLException {
    return new Scope(
        row.getLong("partner_id"),
        PartnerKind.valueOf(row.getString("kind")),
        row.getBoolean("registering"),
        strings(row.getArray("departements")),
        strings(row.getArray("municipalities")));
  }

  private static AgentProfile profile(ResultSet row) throws SQLException {
    Scope scope = scope(row);
    return new AgentProfile(
        row.getLong("id"),
        row.getString("login"),
        row.getString("given_name"),
        row.getString("surname"),
        row.getObject("desk_id", Long.class),
        row.getString("desk_code"),
        row.getString("desk_name"),
        row.getString("desk_address"),
        row.getString("desk_municipality"),
        scope.partnerId(),
        scope.kind(),
        row.getString("partner_name"),
        row.getString("partner_address"),
        row.getString("siren"),
        strings(row.getArray("rights")),
        scope);
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }
}
