package fr.toitcommun.persistence.allocation.scoring;

import fr.toitcommun.persistence.registration.SubjectScore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Reads what a demand scores and by which criteria, for the copy of a person's data. */
public final class SubjectScores {
  private static final String SCORES =
      """
      select s.*, coalesce(e.name, t.name) as territory, g.number, g.in_force_from,
             array(select c.fact from scoring_criterion c where c.grid_id = g.id order by c.position) as facts
      from demand_score s
      join scoring_grid g on g.id = s.grid_id
      left join epci e on e.siren = s.territory_code
      left join departement t on t.code = s.territory_code
      where s.demand_id = :demand order by territory, s.territory_code
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public SubjectScores(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * The scores of a demand, by territory. One that was merged has none any more: a score is worked
   * out from what the demand that stands for it says.
   *
   * @param secretsTold whether the agent who makes the copy may know of health and violence
   */
  public List<SubjectScore> of(long demand, boolean secretsTold) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SCORES)
                .bind("demand", demand)
                .map(
                    (row, context) ->
                        new SubjectScore(
                            row.getString("territory"),
                            row.getInt("number"),
                            row.getObject("in_force_from", LocalDate.class),
                            row.getInt("score"),
                            row.getInt("score_if_proven"),
                            row.getObject("computed_on", LocalDate.class),
                            lines(row, secretsTold)))
                .list());
  }

  private static List<SubjectScore.Line> lines(ResultSet row, boolean secretsTold)
      throws SQLException {
    String[] facts = (String[]) row.getArray("facts").getArray();
    Object[] points = (Object[]) row.getArray("points").getArray();
    Object[] ifProven = (Object[]) row.getArray("points_if_proven").getArray();
    List<SubjectScore.Line> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(facts.length, points.length); i++) {
      int now = ((Number) points[i]).intValue();
      int then = ((Number) ifProven[i]).intValue();
      if (now != 0 || then != 0) {
        boolean told = secretsTold || !ScoringFact.valueOf(facts[i]).sensitive();
        lines.add(new SubjectScore.Line(told ? facts[i] : null, now, then));
      }
    }
    return List.copyOf(lines);
  }
}
