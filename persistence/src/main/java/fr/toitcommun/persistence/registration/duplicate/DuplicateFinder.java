package fr.toitcommun.persistence.registration.duplicate;

import fr.toitcommun.persistence.partner.Scope;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.NameKey;
import fr.toitcommun.persistence.registration.PersonForm;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * Finds the demands that a person about to be registered may already have: one demand per applicant
 * and département, unicity is checked before the number is given (R.441-2-3). Two of which somebody
 * said that they are not the same person are not asked about again.
 */
public final class DuplicateFinder {
  // Compared are those born that day or with day and month swapped, and those of exactly the same
  // names with another digit in the birth date: index look-ups. The rule decides among them; what
  // the caller may see of them is asked of the few that are likely. Days and names stand one by
  // one, as many as there may be: the database then keeps its plan, see OneOrMany.
  private static final String NEAR =
      """
      with near as (
        select n.member_id from person_name n where n.birth_date in (:born, :swapped)
        union
        select n.member_id from person_name n
        where n.name_key in (:name, :otherName) and n.birth_date = any(:slips))
      select p.id, %s from near join household_member p on p.id = near.member_id
      """
          .formatted(Identity.COLUMNS);
  private static final String LIKELY =
      """
      select p.id as member_id, d.unique_number, coalesce(d.legal_name, p.given_name || ' ' || p.surname) as name,
             p.birth_name, p.birth_date, d.city, k.name as desk_name, d.initial_deposit_date, d.status, (%s) as seen
      from household_member p
      join demand d on d.id = p.demand_id
      join registration_desk k on k.id = d.desk_id
      where p.id = any(:members) and d.status = 'ACTIVE' and (:except is null or d.unique_number <> :except)
        and d.departement_code = coalesce(:departement, d.departement_code)
        and not exists (
          select 1 from not_same_person s join demand e on e.unique_number = :except
          where s.first_id = least(d.id, e.id) and s.second_id = greatest(d.id, e.id))
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
    Identity identity = Identity.of(person);
    List<LocalDate> near = List.copyOf(BirthLikeness.near(person.getBirthDate()));
    LocalDate born = person.getBirthDate();
    LocalDate swapped =
        near.stream()
            .filter(day -> BirthLikeness.of(day, born) == BirthLikeness.SWAPPED)
            .findFirst()
            .orElse(born);
    // The person may be in the file under the name borne before or after a marriage.
    List<String> names =
        identity.surnames().stream().map(name -> NameKey.of(name, identity.givenName())).toList();
    Map<Long, Likeness> likely = new HashMap<>();
    Map<String, Found> byNumber = new HashMap<>();
    jdbi.useHandle(
        handle -> {
          handle
              .createQuery(NEAR)
              .bind("name", names.get(0))
              .bind("otherName", names.get(names.size() - 1))
              .bind("born", born)
              .bind("swapped", swapped)
              .bindArray("slips", LocalDate.class, near)
              .map((row, context) -> Map.entry(row.getLong(1), Identity.read(row)))
              .forEach(
                  member -> {
                    Likeness likeness = PersonLikeness.of(identity, member.getValue());
                    if (likeness.likelihood() >= Likeness.SHOWN) {
                      likely.put(member.getKey(), likeness);
                    }
                  });
          if (likely.isEmpty()) {
            return;
          }
          handle
              .createQuery(LIKELY.formatted(seen.sql()))
              .bindArray("members", Long.class, likely.keySet().toArray())
              .bind("except", except)
              .bind("departement", departement)
              .bindMap(seen.binds())
              .map((row, context) -> found(row, likely.get(row.getLong("member_id"))))
              .forEach(
                  found ->
                      byNumber.merge(
                          found.duplicate().uniqueNumber(),
                          found,
                          (one, other) -> likelier(other, one) ? other : one));
        });
    List<LikelyDuplicate> shown = new ArrayList<>();
    byNumber.values().stream().filter(Found::seen).map(Found::duplicate).forEach(shown::add);
    int hidden = byNumber.size() - shown.size();
    shown.sort(
        Comparator.comparingDouble(LikelyDuplicate::likelihood)
            .reversed()
            .thenComparing(LikelyDuplicate::uniqueNumber));
    return new LikelyDuplicates(
        List.copyOf(shown.subList(0, Math.min(MOST, shown.size()))), hidden);
  }

  private static boolean likelier(Found one, Found other) {
    return one.duplicate().likelihood() > other.duplicate().likelihood();
  }

  private static Found found(ResultSet row, Likeness likeness) throws SQLException {
    return new Found(
        new LikelyDuplicate(
            row.getString("unique_number"),
            row.getString("name"),
            row.getString("birth_name"),
            row.getObject("birth_date", LocalDate.class),
            row.getString("city"),
            row.getString("desk_name"),
            row.getObject("initial_deposit_date", LocalDate.class),
            DemandStatus.valueOf(row.getString("status")),
            likeness.likelihood(),
            likeness.reasons()),
        row.getBoolean("seen"));
  }
}
