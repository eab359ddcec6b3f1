package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.partner.Scope;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds the demands that a person about to be registered may already have: one demand per applicant
 * and département, unicity is checked before the number is given (R.441-2-3).
 */
public final class DuplicateFinder {
  // Names are compared among those born that day, or on the day with day and month swapped, and
  // among those of exactly the same name: each is an index look-up.
  private static final String SQL =
      """
      with near as (
        select n.demand_id, n.member_id, n.birth_date, max(similarity(n.name_key, typed.name)) as likeness
        from unnest(:names) as typed(name)
        join person_name n on n.birth_date = any(:births) and similarity(n.name_key, typed.name) >= 0.3
        group by n.demand_id, n.member_id, n.birth_date
        union all
        select n.demand_id, n.member_id, n.birth_date, 1.0
        from person_name n where n.name_key = any(:names))
      select distinct on (d.id) d.unique_number, p.given_name || ' ' || p.surname as name, p.birth_name,
             p.birth_date, d.city, k.name as desk_name, d.initial_deposit_date, d.status, near.likeness,
             case when near.birth_date = :born and near.likeness >= 0.99 then 'SAME_NAME_AND_BIRTH'
                  when near.birth_date = :born then 'LIKE_NAME_SAME_BIRTH'
                  when near.birth_date = any(:births) then 'DAY_AND_MONTH_SWAPPED'
                  else 'SAME_NAME' end as reason,
             (%s) as seen
      from near
      join demand d on d.id = near.demand_id
      join household_member p on p.id = near.member_id
      join registration_desk k on k.id = d.desk_id
      where d.status = 'ACTIVE' and (:except is null or d.unique_number <> :except)
        and d.departement_code = coalesce(:departement, d.departement_code)
      order by d.id, (near.birth_date = :born) desc, near.likeness desc
      """;
  private static final int MOST = 20;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public DuplicateFinder(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Found(LikelyDuplicate duplicate, boolean seen) {}

  /**
   * The active demands that may be this person's, likeliest first, twenty at most.
   *
   * @param person a signer with name and birth date
   * @param departement where housing is sought; null while it is not known
   * @param except a number to leave out; null: none
   */
  public LikelyDuplicates find(PersonForm person, String departement, String except, Scope scope) {
    Scope.Condition seen = scope.on("d");
    Map<String, Object> binds = new HashMap<>(seen.binds());
    // The person may be in the file under the name borne before or after a marriage.
    List<String> names = new ArrayList<>();
    names.add(NameKey.of(person.getSurname(), person.getGivenName()));
    if (person.getBirthName() != null) {
      names.add(NameKey.of(person.getBirthName(), person.getGivenName()));
    }
    List<Found> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(SQL.formatted(seen.sql()))
                    .bindArray("names", String.class, names)
                    .bind("born", person.getBirthDate())
                    .bindArray("births", LocalDate.class, births(person.getBirthDate()).toArray())
                    .bind("except", except)
                    .bind("departement", departement)
                    .bindMap(binds)
                    .map(
                        (row, context) ->
                            new Found(
                                new LikelyDuplicate(
                                    row.getString("unique_number"),
                                    row.getString("name"),
                                    row.getString("birth_name"),
                                    row.getObject("birth_date", LocalDate.class),
                                    row.getString("city"),
                                    row.getString("desk_name"),
                                    row.getObject("initial_deposit_date", LocalDate.class),
                                    DemandStatus.valueOf(row.getString("status")),
                                    row.getDouble("likeness"),
                                    row.getString("reason")),
                                row.getBoolean("seen")))
                    .list());
    List<LikelyDuplicate> shown = new ArrayList<>();
    int hidden = 0;
    for (Found one : found) {
      if (one.seen()) {
        shown.add(one.duplicate());
      } else {
        hidden++;
      }
    }
    shown.sort(
        Comparator.comparing((LikelyDuplicate d) -> "SAME_NAME".equals(d.reason()))
            .thenComparing(LikelyDuplicate::likeness, Comparator.reverseOrder()));
    return new LikelyDuplicates(shown.subList(0, Math.min(MOST, shown.size())), hidden);
  }

  private static List<LocalDate> births(LocalDate born) {
    List<LocalDate> births = new ArrayList<>(List.of(born));
    try {
      births.add(LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()));
    } catch (DateTimeException notSwappable) {
      // A day beyond 12 cannot have been taken for a month.
    }
    return births;
  }
}
