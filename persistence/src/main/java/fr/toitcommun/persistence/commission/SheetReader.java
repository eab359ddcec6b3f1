package fr.toitcommun.persistence.commission;

import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Reads the sheets of all candidates of a session by one statement. */
public final class SheetReader {
  /** Grounds that tell of health, violence or such: a commission learns that there is one. */
  private static final Set<PriorityGround> PROTECTED =
      EnumSet.of(
          PriorityGround.A,
          PriorityGround.B,
          PriorityGround.G,
          PriorityGround.G_BIS,
          PriorityGround.H,
          PriorityGround.I);

  private static final String SQL =
      """
      select c.id, s.score, s.score_if_proven, d.priority_grounds, d.collective_agreement, d.current_landlord,
             d.current_type, d.current_surface, d.current_rent, d.current_since, d.second_motive, d.third_motive,
             d.accepts_other_locations, d.maximum_rent,
             array(select t.dwelling_type from wished_type t where t.demand_id = d.id order by 1) as types,
             array(select n.name from wished_location l join municipality n on n.code = l.municipality_code
               where l.demand_id = d.id group by n.name order by min(l.rank)) as places,
             array(select cast(extract(year from age(:today, h.birth_date)) as int) from household_member h
               where h.demand_id = d.id order by h.position) as ages,
             p.proposals, p.refused, p.not_allocated, o.checked, o.to_check, o.refused as documents_refused,
             h.name as designated_by
      from item_candidate c
      join commission_item i on i.id = c.item_id
      join vacancy v on v.id = i.vacancy_id
      join dwelling w on w.id = v.dwelling_id
      join municipality m on m.code = w.municipality_code
      join proposal r on r.id = c.proposal_id
      join demand d on d.id = r.demand_id
      left join partner h on h.id = r.designated_by
      left join demand_score s on s.demand_id = d.id and s.territory_code = coalesce(
        (select g.territory_code from scoring_grid g where g.territory_code = m.epci_siren
          and g.in_force_from <= :today and (g.in_force_to is null or g.in_force_to > :today)), m.departement_code)
      join lateral (
        select count(*) as proposals, count(*) filter (where is_refusal(x)) as refused,
               count(*) filter (where told_status(x) = 'NOT_ALLOCATED') as not_allocated
        from proposal x where x.demand_id = d.id and x.id <> r.id) p on true
      join lateral (
        select count(*) filter (where x.status = 'CHECKED') as checked,
               count(*) filter (where x.status = 'TO_CHECK') as to_check,
               count(*) filter (where x.status = 'REFUSED') as refused
        from supporting_document x where x.demand_id = d.id) o on true
      where i.session_id = :session
      """;

  private SheetReader() {}

  /** The sheets of a session's candidates, by candidate. */
  public static Map<Long, CandidateSheet> ofSession(Jdbi jdbi, long sessionId, LocalDate today) {
    Map<Long, CandidateSheet> sheets = new HashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(SQL)
                .bind("session", sessionId)
                .bind("today", today)
                .map((row, context) -> sheet(row))
                .forEach(sheet -> sheets.put(sheet.candidateId(), sheet)));
    return sheets;
  }

  private static CandidateSheet sheet(ResultSet row) throws SQLException {
    int bits = row.getInt("priority_grounds");
    List<PriorityGround> grounds =
        Arrays.stream(PriorityGround.values())
            .filter(ground -> (bits & ground.bit()) != 0)
            .toList();
    return new CandidateSheet(
        row.getLong("id"),
        row.getObject("score", Integer.class),
        row.getObject("score_if_proven", Integer.class),
        !grounds.isEmpty(),
        grounds.stream()
            .filter(ground -> !PROTECTED.contains(ground))
            .map(PriorityGround::name)
            .toList(),
        grounds.stream().anyMatch(PROTECTED::contains),
        row.getString("collective_agreement"),
        row.getString("current_landlord"),
        row.getString("current_type"),
        row.getObject("current_surface", Integer.class),
        row.getObject("current_rent", Integer.class),
        row.getObject("current_since", LocalDate.class),
        Stream.of(row.getString("second_motive"), row.getString("third_motive"))
            .filter(Objects::nonNull)
            .map(ToldMotive::of)
            .distinct()
            .toList(),
        strings(row.getArray("types")),
        strings(row.getArray("places")),
        row.getBoolean("accepts_other_locations"),
        row.getObject("maximum_rent", Integer.class),
        numbers(row.getArray("ages")),
        row.getInt("proposals"),
        row.getInt("refused"),
        row.getInt("not_allocated"),
        row.getInt("checked"),
        row.getInt("to_check"),
        row.getInt("documents_refused"),
        row.getString("designated_by"));
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static List<Integer> numbers(Array array) throws SQLException {
    return new ArrayList<>(Arrays.asList((Integer[]) array.getArray()));
  }
}
