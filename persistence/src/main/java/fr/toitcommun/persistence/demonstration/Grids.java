package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.allocation.CandidateRows;
import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Scoring grids of some territories, so that every way of ranking is there: Nantes Métropole by
 * points (an old version, the one in force and a draft), Saint-Nazaire by priority, Angers by
 * points, everywhere else by seniority. Invented, after published grids. Then the rows that
 * candidates are searched by.
 */
final class Grids {
  private static final String NANTES = "244400404";
  private static final String SAINT_NAZAIRE = "244400644";
  private static final String ANGERS = "244900015";
  private static final OffsetDateTime WRITTEN =
      OffsetDateTime.of(2024, 1, 2, 9, 0, 0, 0, ZoneOffset.UTC);
  private static final String LIVING = "logement";
  private static final String WORK = "travail";

  private record Line(
      ScoringFact fact, int points, Integer maximum, boolean proven, String group) {}

  private static final List<Line> FIRST =
      List.of(
          new Line(ScoringFact.SENIORITY, 1, 48, false, null),
          new Line(ScoringFact.ABNORMAL_DELAY, 20, null, false, null),
          new Line(ScoringFact.DALO, 50, null, false, null),
          new Line(ScoringFact.EVICTION, 20, null, true, null),
          new Line(ScoringFact.SINGLE_PARENT, 5, null, false, null));
  private static final List<Line> SECOND =
      List.of(
          new Line(ScoringFact.SENIORITY, 1, 60, false, null),
          new Line(ScoringFact.ABNORMAL_DELAY, 20, null, false, null),
          new Line(ScoringFact.DALO, 50, null, false, null),
          new Line(ScoringFact.COLLECTIVE_AGREEMENT, 40, null, false, null),
          new Line(ScoringFact.ANY_GROUND, 30, null, false, null),
          new Line(ScoringFact.VIOLENCE, 30, null, true, null),
          new Line(ScoringFact.EVICTION, 20, null, true, null),
          new Line(ScoringFact.UNFIT, 20, null, true, null),
          new Line(ScoringFact.NO_HOME, 25, null, false, LIVING),
          new Line(ScoringFact.IN_STRUCTURE, 15, null, false, LIVING),
          new Line(ScoringFact.HOSTED_BY_OTHERS, 10, null, false, LIVING),
          new Line(ScoringFact.HOSTED_BY_FAMILY, 5, null, false, LIVING),
          new Line(ScoringFact.OVER_OCCUPIED, 10, null, false, LIVING),
          new Line(ScoringFact.UNDER_OCCUPIED, 10, null, false, LIVING),
          new Line(ScoringFact.HEAVY_RENT, 10, null, true, null),
          new Line(ScoringFact.FIRST_QUARTILE, 10, null, false, null),
          new Line(ScoringFact.DISABILITY, 10, null, true, null),
          new Line(ScoringFact.SINGLE_PARENT, 5, null, false, null),
          new Line(ScoringFact.CLOSER_TO_WORK, 10, null, true, WORK),
          new Line(ScoringFact.NEW_WORKPLACE, 10, null, true, WORK),
          new Line(ScoringFact.FIRST_WISH_HERE, 5, null, false, null),
          new Line(ScoringFact.REFUSALS, -10, 20, false, null));
  private static final List<Line> PLAIN =
      List.of(
          new Line(ScoringFact.SENIORITY, 2, 72, false, null),
          new Line(ScoringFact.DALO, 60, null, false, null),
          new Line(ScoringFact.ANY_GROUND, 30, null, false, null),
          new Line(ScoringFact.CHILDREN, 3, 12, false, null),
          new Line(ScoringFact.YOUNG_COUPLE, 5, null, false, null),
          new Line(ScoringFact.WORKS_HERE, 10, null, false, null));

  private Grids() {}

  /** How many there are: the last identity given. */
  static int count() {
    return 5;
  }

  /** Writes the grids, then scores and ranks every demand loaded. */
  static void write(Connection connection, LocalDate today) throws SQLException {
    LocalDate first = LocalDate.of(today.getYear() - 2, 1, 1);
    LocalDate second = LocalDate.of(today.getYear(), 1, 1);
    LoadMode mode = LoadMode.enter(connection, List.of("candidate_wish", "demand_score"));
    try (Handle handle = Jdbi.create(connection).open()) {
      grid(handle, 1, NANTES, 1, ScoringMethod.SCORE, first, second, FIRST);
      grid(handle, 2, NANTES, 2, ScoringMethod.SCORE, second, null, SECOND);
      grid(handle, 3, NANTES, 3, ScoringMethod.SCORE, null, null, SECOND);
      grid(handle, 4, SAINT_NAZAIRE, 1, ScoringMethod.PRIORITY_FIRST, first, null, List.of());
      grid(handle, 5, ANGERS, 1, ScoringMethod.SCORE, first, null, PLAIN);
      CandidateRows.writeAll(handle, today);
    }
    mode.leave((stage, done, total) -> {});
  }

  private static void grid(
      Handle handle,
      long id,
      String territory,
      int number,
      ScoringMethod method,
      LocalDate from,
      LocalDate to,
      List<Line> lines) {
    handle.execute(
        "insert into scoring_grid (id, version, territory_code, number, method, in_force_from,"
            + " in_force_to, written_at) values (?, 1, ?, ?, ?, ?, ?, ?)",
        id,
        territory,
        number,
        method.name(),
        from,
        to,
        WRITTEN);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      handle.execute(
          "insert into scoring_criterion (grid_id, position, fact, points, maximum, proven,"
              + " exclusive_group) values (?, ?, ?, ?, ?, ?, ?)",
          id,
          i + 1,
          line.fact().name(),
          line.points(),
          line.maximum(),
          line.proven(),
          line.group());
    }
  }
}
