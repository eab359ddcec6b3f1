package fr.toitcommun.persistence.registration.duplicate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.ResultIterable;

/**
 * Compares the signers of the active demands of a département with those who share a mark with
 * them: the birth date, with day and month in either order, the telephone number, the e-mail
 * address. PostgreSQL sorts by the mark, so that the persons of one mark come one after another and
 * only they are in memory at once, and each is compared with a few others whatever the size of the
 * file.
 */
final class LikelyPairs {
  /** Persons without a birth date, bodies among them, share no birth date with anybody. */
  private static final String BORN =
      """
      case when extract(day from p.birth_date) <= 12
        then make_date(extract(year from p.birth_date)::int,
          least(extract(month from p.birth_date), extract(day from p.birth_date))::int,
          greatest(extract(month from p.birth_date), extract(day from p.birth_date))::int)
        else p.birth_date end\
      """;

  private static final List<Mark> MARKS =
      List.of(
          new Mark(BORN, Integer.MAX_VALUE),
          // What more than fifty give as theirs is a hostel's or a social worker's.
          new Mark("nullif(regexp_replace(p.phone, '[^0-9]', '', 'g'), '')", 50),
          new Mark("nullif(lower(trim(p.email)), '')", 50));

  private static final String SQL =
      """
      select d.id as demand_id, p.role = 'APPLICANT' as applicant, cast((%s) as text) as mark, %s
      from demand d join household_member p on p.demand_id = d.id
      where d.status = 'ACTIVE' and d.departement_code = :departement
        and p.role in ('APPLICANT', 'CO_APPLICANT') and p.birth_date is not null and (%1$s) is not null
        and (cast(:among as bigint[]) is null or d.id = any(:among))
      order by mark
      """;
  private static final int ROWS_AT_ONCE = 2_000;

  /** More who share a mark are compared with those of like names alone. */
  private static final int CROWD = 1_000;

  private static final int NEIGHBOURS = 20;

  private final Map<LikelyPair.Demands, LikelyPair> found = new HashMap<>();

  private LikelyPairs() {}

  /** A mark in SQL, and how many may share it before it says nothing. */
  private record Mark(String sql, int most) {}

  private record Signer(long demand, boolean applicant, String mark, Identity identity) {}

  /**
   * The pairs of this département that are likely enough for a set.
   *
   * @param among only these demands are compared; null: all
   */
  static LikelyPairs of(Handle handle, String departement, Collection<Long> among) {
    LikelyPairs pairs = new LikelyPairs();
    for (Mark mark : MARKS) {
      pairs.compare(
          handle
              .createQuery(SQL.formatted(mark.sql(), Identity.COLUMNS))
              .bind("departement", departement)
              .bindByType("among", among == null ? null : among.toArray(Long[]::new), Long[].class)
              .setFetchSize(ROWS_AT_ONCE)
              .map((row, context) -> signer(row)),
          mark.most());
    }
    return pairs;
  }

  Collection<LikelyPair> found() {
    return found.values();
  }

  private static Signer signer(ResultSet row) throws SQLException {
    return new Signer(
        row.getLong("demand_id"),
        row.getBoolean("applicant"),
        row.getString("mark"),
        Identity.read(row));
  }

  private void compare(ResultIterable<Signer> byMark, int most) {
    List<Signer> sharing = new ArrayList<>();
    try (var rows = byMark.iterator()) {
      for (Iterator<Signer> at = rows; at.hasNext(); ) {
        Signer signer = at.next();
        if (!sharing.isEmpty() && !sharing.get(0).mark().equals(signer.mark())) {
          compareAll(sharing, most);
          sharing.clear();
        }
        sharing.add(signer);
      }
    }
    compareAll(sharing, most);
  }

  private void compareAll(List<Signer> sharing, int most) {
    if (sharing.size() > most) {
      return;
    }
    if (sharing.size() > CROWD) {
      // A day that many give who do not know theirs: like names only, or it takes the square.
      neighbours(sharing, Comparator.comparing(one -> one.identity().surname()));
      neighbours(sharing, Comparator.comparing(one -> one.identity().givenName()));
      return;
    }
    for (int i = 0; i < sharing.size(); i++) {
      for (int j = i + 1; j < sharing.size(); j++) {
        compare(sharing.get(i), sharing.get(j));
      }
    }
  }

  private void neighbours(List<Signer> sharing, Comparator<Signer> byName) {
    List<Signer> sorted = sharing.stream().sorted(byName).toList();
    for (int i = 0; i < sorted.size(); i++) {
      for (int j = i + 1; j < sorted.size() && j <= i + NEIGHBOURS; j++) {
        compare(sorted.get(i), sorted.get(j));
      }
    }
  }

  private void compare(Signer one, Signer other) {
    if (one.demand() == other.demand()) {
      return;
    }
    Likeness likeness = PersonLikeness.of(one.identity(), other.identity());
    if (likeness.opensSet()) {
      LikelyPair pair =
          one.applicant() && other.applicant()
              ? LikelyPair.ofApplicants(one.demand(), other.demand(), likeness)
              : LikelyPair.ofSigners(one.demand(), other.demand(), likeness);
      found.merge(pair.demands(), pair, LikelyPair::or);
    }
  }
}
