package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Reads commissions, their standing members and their internal rules. */
public final class CommissionReader {
  /** Most commissions of a landlord: R.441-9 lets it have several, hardly ever a dozen. */
  public static final int MOST_COMMISSIONS = 50;

  /** Most members shown, past ones included. */
  public static final int MOST_MEMBERS = 300;

  private static final String TERRITORY =
      """
      case c.territory_level
        when 'DEPARTEMENT' then (select t.name from departement t where t.code = c.territory_code)
        when 'EPCI' then (select t.name from epci t where t.siren = c.territory_code)
        when 'MUNICIPALITY' then (select t.name from municipality t where t.code = c.territory_code)
      end
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public CommissionReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The commissions of a landlord, by name. */
  public List<CommissionRow> ofLandlord(long landlordId, LocalDate today) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select c.id, c.name, "
                        + TERRITORY
                        + """
                         as territory,
                          (select count(*) from commission_member m where m.commission_id = c.id
                            and :today between m.valid_from and coalesce(m.valid_to, :today)) as members,
                          (select count(*) from commission_session s where s.commission_id = c.id and s.status = 'PLANNED')
                            as planned
                        from commission c where c.landlord_id = :landlord order by c.name, c.id limit :limit
                        """)
                .bind("landlord", landlordId)
                .bind("today", today)
                .bind("limit", MOST_COMMISSIONS)
                .map(
                    (row, context) ->
                        new CommissionRow(
                            row.getLong("id"),
                            row.getString("name"),
                            row.getString("territory"),
                            row.getInt("members"),
                            row.getInt("planned")))
                .list());
  }

  /** A commission of this landlord; empty when it is not theirs. */
  public Optional<CommissionView> find(
      long commissionId, long landlordId, Reference reference, LocalDate today) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select c.*, "
                        + TERRITORY
                        + " as territory from commission c where c.id = :id and c.landlord_id ="
                        + " :landlord")
                .bind("id", commissionId)
                .bind("landlord", landlordId)
                .map(
                    (row, context) ->
                        new CommissionView(
                            commissionId,
                            row.getString("name"),
                            row.getString("territory_level"),
                            row.getString("territory_code"),
                            row.getString("territory"),
                            members(handle, commissionId),
                            rules(handle, commissionId),
                            rulesOn(handle, commissionId, reference, today)))
                .findOne());
  }

  /** Everyone who sits or sat on it. */
  public static List<StandingMember> members(Handle handle, long commissionId) {
    return handle
        .createQuery(
            """
            select m.*, a.login, a.partner_id from commission_member m left join agent a on a.id = m.agent_id
            left join code_item k on k.list_name = 'ATTENDEE_CAPACITY' and k.code = m.capacity
            where m.commission_id = :commission
            order by coalesce(m.valid_to, 'infinity'::date) desc, k.rank, m.president desc, m.name limit :limit
            """)
        .bind("commission", commissionId)
        .bind("limit", MOST_MEMBERS)
        .map(
            (row, context) ->
                new StandingMember(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getString("email"),
                    row.getString("capacity"),
                    SessionAttendee.Voice.valueOf(row.getString("voice")),
                    row.getBoolean("casting_vote"),
                    row.getBoolean("president"),
                    row.getString("substitute"),
                    row.getObject("agent_id", Long.class),
                    row.getObject("partner_id", Long.class),
                    row.getString("login"),
                    row.getString("concerns"),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_to", LocalDate.class)))
        .list();
  }

  private static List<InternalRules> rules(Handle handle, long commissionId) {
    return handle
        .createQuery(
            "select * from commission_rules where commission_id = :commission order by valid_from"
                + " desc limit 50")
        .bind("commission", commissionId)
        .map(
            (row, context) ->
                new InternalRules(
                    row.getObject("valid_from", LocalDate.class),
                    row.getInt("quorum"),
                    row.getBoolean("president_casts"),
                    row.getBoolean("remote_vote"),
                    row.getInt("convening_days")))
        .list();
  }

  /** The day of the latest session that a commission has closed; empty without any. */
  public static Optional<LocalDate> lastClosed(Handle handle, long commissionId) {
    return handle
        .createQuery(
            "select held_at::date from commission_session where commission_id = :commission and"
                + " status = 'CLOSED' order by held_at desc limit 1")
        .bind("commission", commissionId)
        .mapTo(LocalDate.class)
        .findOne();
  }

  /** The internal rules that hold on a day; the assumed ones where none are stated. */
  public static InternalRules rulesOn(
      Handle handle, long commissionId, Reference reference, LocalDate day) {
    return rules(handle, commissionId).stream()
        .filter(rules -> !rules.validFrom().isAfter(day))
        .findFirst()
        .orElseGet(() -> InternalRules.assumed(reference, day));
  }
}
