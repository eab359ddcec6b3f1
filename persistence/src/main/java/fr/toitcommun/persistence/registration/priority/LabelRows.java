package fr.toitcommun.persistence.registration.priority;

import fr.toitcommun.persistence.installation.OneOrMany;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Keeps true what a demand says of its labels: DALO status, collective agreement, grounds in force,
 * contingents it is eligible to. Labels of a demand that was merged count for the one that stands
 * for it.
 */
public final class LabelRows {
  private static final String IN_FORCE =
      "l.state = 'CERTIFIED' and l.rehoused_on is null"
          + " and (l.valid_until is null or l.valid_until >= :today)";

  // Where it wishes to live: a contingent of a local authority is for its own inhabitants (an
  // assumption); an employer's for those of contributing firms (L.313-19); the préfet's for
  // priority persons (R.441-5).
  private static final String SETTLE =
      """
      with bit (kind, code, bit) as (
        select 'GROUND', unnest(cast(:codes as text[])), unnest(cast(:bits as int[]))
        union all values ('QUOTA', 'COLTER', 1), ('QUOTA', 'COLACT', 2), ('QUOTA', 'PPRIOR', 4), ('QUOTA', 'PFONCT', 8),
          ('QUOTA', 'AUTRES', 16)),
      label as (
        select d.id as standing_for, l.kind, l.code, l.state, l.rehoused_on, l.valid_until, b.bit, (IN_FORCE) as in_force
        from demand d
        join demand m on m.id = d.id or m.merged_into = d.id
        join priority_label l on l.demand_id = m.id
        left join bit b on b.kind = l.kind and b.code = l.code
        where d.id = any(:demands)),
      said as (
        select standing_for,
          bit_or(bit) filter (where kind = 'GROUND' and in_force) as grounds,
          bit_or(bit) filter (where kind = 'QUOTA' and in_force) as quotas,
          case when bool_or(in_force and code = 'DALO') then 'ACTIF'
               when bool_or(rehoused_on is not null) then 'ACTREL'
               when bool_or(code = 'DALO' and state in ('CERTIFIED', 'EXPIRED', 'WITHDRAWN')) then 'CADUC' end as dalo,
          min(code) filter (where kind = 'AGREEMENT' and in_force) as agreement,
          min(valid_until) filter (where in_force) + 1 as next_end
        from label group by 1),
      told as (
        select d.id, coalesce(s.dalo, 'NON') as dalo, s.next_end, coalesce(s.grounds, 0) as grounds,
          coalesce(s.quotas, 0) | case when d.salaried_contributor then 2 else 0 end
            | case when coalesce(s.grounds, 0) <> 0 then 4 else 0 end
            | case when exists (
                select 1 from wished_location w join municipality wm on wm.code = w.municipality_code
                join municipality hm on hm.code = d.municipality_code and hm.epci_siren = wm.epci_siren
                where w.demand_id = d.id) then 1 else 0 end as quotas,
          coalesce(s.agreement, case when d.collective_agreement = 'NONDOC' then 'NONDOC' else 'AUCUN' end) as agreement
        from demand d left join said s on s.standing_for = d.id
        where d.id = any(:demands) and not d.erased),
      -- What a demand said when it left the file stays as it was, but for a household of a DALO that was rehoused.
      kept as (
        select t.id, t.dalo,
          case when d.status = 'ACTIVE' then t.grounds else d.priority_grounds end as grounds,
          case when d.status = 'ACTIVE' then t.quotas else d.eligible_quotas end as quotas,
          case when d.status = 'ACTIVE' then t.agreement else d.collective_agreement end as agreement,
          case when d.status = 'ACTIVE' then least(d.figures_until, t.next_end) else d.figures_until end as figures_until
        from told t join demand d on d.id = t.id)
      update demand d set priority_grounds = k.grounds, eligible_quotas = k.quotas, dalo_status = k.dalo,
        collective_agreement = k.agreement, figures_until = k.figures_until
      from kept k
      where k.id = d.id
        and (d.priority_grounds, d.eligible_quotas, d.dalo_status, d.collective_agreement, d.figures_until)
          is distinct from (k.grounds, k.quotas, k.dalo, k.agreement, k.figures_until)
      """
          .replace("IN_FORCE", IN_FORCE);

  private static final String DALO =
      "update priority_label set %s, version = version + 1 where kind = 'GROUND' and code = 'DALO'"
          + " and demand_id in (select id from demand where id = :demand or merged_into = :demand)"
          + " and %s";

  private LabelRows() {}

  /**
   * Settles what these demands say of their labels, within the caller's transaction.
   *
   * @return how many said something else
   */
  public static int settle(Handle handle, Collection<Long> demands, LocalDate today) {
    List<PriorityGround> grounds = Arrays.asList(PriorityGround.values());
    return OneOrMany.update(handle, SETTLE, demands)
        .bindArray("codes", String.class, grounds.stream().map(Enum::name).toArray())
        .bindArray("bits", Integer.class, grounds.stream().map(PriorityGround::bit).toArray())
        .bind("today", today)
        .execute();
  }

  /**
   * Ends the labels whose last day is over.
   *
   * @return the demands that had one
   */
  public static List<Long> end(Handle handle, Collection<Long> demands, LocalDate today) {
    return handle
        .createQuery(
            """
            with ended as (
              update priority_label l set state = 'EXPIRED', version = version + 1
              where l.state = 'CERTIFIED' and l.valid_until < :today and l.demand_id in (
                select id from demand where id = any(:demands) or merged_into = any(:demands))
              returning l.demand_id)
            select distinct coalesce(d.merged_into, d.id) from ended e join demand d on d.id = e.demand_id
            """)
        .bindArray("demands", Long.class, demands.toArray())
        .bind("today", today)
        .mapTo(Long.class)
        .list();
  }

  /** The household of a DALO in force has signed a lease that day: the recognition is fulfilled. */
  public static void rehoused(Handle handle, long demand, LocalDate on) {
    handle
        .createUpdate(
            DALO.formatted("rehoused_on = :on", "rehoused_on is null and state = 'CERTIFIED'"))
        .bind("demand", demand)
        .bind("on", on)
        .execute();
  }

  /**
   * That lease is undone: the household is to be rehoused again, unless it was recognised anew
   * since.
   */
  public static void notRehoused(Handle handle, long demand, LocalDate on) {
    handle
        .createUpdate(
            DALO.formatted(
                "rehoused_on = null",
                "rehoused_on = :on and not exists (select 1 from priority_label o where o.demand_id"
                    + " = priority_label.demand_id and o.kind = 'GROUND' and o.code = 'DALO' and"
                    + " o.state in ('PROPOSED', 'CERTIFIED') and o.rehoused_on is null)"))
        .bind("demand", demand)
        .bind("on", on)
        .execute();
  }
}
