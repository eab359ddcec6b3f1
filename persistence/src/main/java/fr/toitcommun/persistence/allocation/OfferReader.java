package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.DwellingType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads what letters that offer a dwelling tell of it (R.441-10). */
public final class OfferReader {
  private static final String SELECT =
      """
      select r.id, w.address, m.name as municipality, w.dwelling_type, w.surface, w.floor, w.lift, w.energy_class, w.main_rent,
             w.accessory_rents, w.energy_contribution, w.charges, v.available_from, r.channel, r.reply_deadline, r.accepted_on,
             s.held_at::date as sat_on, c.rank,
             case when c.condition_met_on is null then c.condition_text end as condition_text,
             case when c.condition_met_on is null then c.condition_until end as condition_until
      from proposal r
      join vacancy v on v.id = r.vacancy_id
      join dwelling w on w.id = v.dwelling_id
      join municipality m on m.code = w.municipality_code
      left join lateral (
        select k.* from item_candidate k join commission_item i on i.id = k.item_id
        join commission_session h on h.id = i.session_id and h.status = 'CLOSED'
        where k.proposal_id = r.id and r.called_on is not null order by h.held_at desc, k.id desc limit 1) c on true
      left join commission_item i on i.id = c.item_id
      left join commission_session s on s.id = i.session_id
      where r.id = any(:proposals)
      """;

  private OfferReader() {}

  /** The offers of these proposals, by proposal. */
  public static Map<Long, OfferRow> of(Handle handle, Collection<Long> proposals) {
    return proposals.isEmpty()
        ? Map.of()
        : handle
            .createQuery(SELECT)
            .bindArray("proposals", Long.class, proposals.toArray())
            .map((row, context) -> offer(row))
            .collect(Collectors.toMap(OfferRow::proposalId, Function.identity()));
  }

  private static OfferRow offer(ResultSet row) throws SQLException {
    return new OfferRow(
        row.getLong("id"),
        row.getString("address"),
        row.getString("municipality"),
        DwellingType.valueOf(row.getString("dwelling_type")),
        row.getInt("surface"),
        row.getObject("floor", Integer.class),
        row.getBoolean("lift"),
        row.getString("energy_class"),
        row.getInt("main_rent"),
        row.getInt("accessory_rents"),
        row.getInt("energy_contribution"),
        row.getInt("charges"),
        row.getObject("available_from", LocalDate.class),
        NotificationChannel.POST.name().equals(row.getString("channel")),
        row.getObject("reply_deadline", LocalDate.class),
        row.getObject("accepted_on", LocalDate.class),
        row.getObject("sat_on", LocalDate.class),
        row.getObject("rank", Integer.class),
        row.getString("condition_text"),
        row.getObject("condition_until", LocalDate.class));
  }
}
