package fr.toitcommun.persistence.allocation.scoring;

import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.ScoreLine;
import fr.toitcommun.persistence.registration.SubjectScore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Reads what a demand scores and by which criteria: for its page, where a desk tells it to the
 * applicant (R.441-2-10), and for the copy of a person's data.
 */
public final class SubjectScores {
  private static final String SCORES =
      """
      select s.*, coalesce(e.name, t.name) as territory, g.number, g.in_force_from, d.eligible_quotas,
             array(select c.fact from scoring_criterion c where c.grid_id = g.id order by c.position) as facts
      from demand d
      left join demand_score s on s.demand_id = d.id
      left join scoring_grid g on g.id = s.grid_id
      left join epci e on e.siren = s.territory_code
      left join departement t on t.code = s.territory_code
      where d.id = :demand order by territory, s.territory_code
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public SubjectScores(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What a demand is eligible to and scores: one statement for both.
   *
   * @param quotas contingents, as bits in the order of the list QUOTA
   */
  public record Standing(int quotas, List<SubjectScore> scores) {}

  /**
   * The scores of a demand, by territory. One that was merged has none any more: a score is worked
   * out from what the demand that stands for it says.
   *
   * @param secretsTold whether the agent who reads them may know of health and violence
   */
  public List<SubjectScore> of(long demand, boolean secretsTold) {
    return standing(demand, secretsTold).scores();
  }

  /**
   * The same, with the contingents it is eligible to.
   *
   * @param secretsTold whether the agent who reads them may know of health and violence
   */
  public Standing standing(long demand, boolean secretsTold) {
    int[] quotas = {0};
    List<SubjectScore> scores = new ArrayList<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(SCORES)
                .bind("demand", demand)
                .map(
                    (row, context) -> {
                      quotas[0] = row.getInt("eligible_quotas");
                      return row.getString("territory_code") == null
                          ? null
                          : score(row, secretsTold);
                    })
                .forEach(
                    score -> {
                      if (score != null) {
                        scores.add(score);
                      }
                    }));
    return new Standing(quotas[0], List.copyOf(scores));
  }

  private static SubjectScore score(ResultSet row, boolean secretsTold) throws SQLException {
    return new SubjectScore(
        row.getString("territory"),
        row.getInt("number"),
        row.getObject("in_force_from", LocalDate.class),
        row.getInt("score"),
        row.getInt("score_if_proven"),
        row.getObject("computed_on", LocalDate.class),
        lines(row, secretsTold));
  }

  private static List<SubjectScore.Line> lines(ResultSet row, boolean secretsTold)
      throws SQLException {
    List<ScoringFact> facts =
        Arrays.stream((String[]) row.getArray("facts").getArray())
            .map(ScoringFact::valueOf)
            .toList();
    return ScoreLine.told(
            facts, numbers(row, "points"), numbers(row, "points_if_proven"), secretsTold)
        .stream()
        .filter(line -> line.points() != 0 || line.pointsIfProven() != 0)
        .map(
            line ->
                new SubjectScore.Line(
                    line.fact().equals(CandidateRow.PROTECTED) ? null : line.fact(),
                    line.points(),
                    line.pointsIfProven()))
        .toList();
  }

  private static int[] numbers(ResultSet row, String column) throws SQLException {
    return Arrays.stream((Object[]) row.getArray(column).getArray())
        .mapToInt(number -> ((Number) number).intValue())
        .toArray();
  }
}
