package fr.toitcommun.persistence.allocation.scoring;

import fr.toitcommun.persistence.allocation.CandidateTrait;
import fr.toitcommun.persistence.allocation.HouseholdKind;
import fr.toitcommun.persistence.registration.DwellingType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * How a grid that is not in force would change the ranking of a place: who would rise and fall, by
 * kind of household. It names nobody.
 *
 * @param total demands ranked
 * @param rising how many would stand higher; null: few, and the reader may not know how few
 * @param falling how many would stand lower; null as well
 * @param top how many places count as the head of the list
 * @param groups by kind of household, those that move most first
 * @param first the first of the new ranking; none where it is kept from the reader
 * @param withheld whether the first, and kinds of household of few, are kept from the reader
 */
public record Simulation(
    int total,
    Integer rising,
    Integer falling,
    int top,
    List<Group> groups,
    List<Line> first,
    boolean withheld) {
  private static final int HEAD = 50;
  private static final int SHOWN = 20;
  private static final String RANKED =
      """
      with place as materialized (
        select w.demand_id, w.rank_key, w.score, w.household_kind, w.traits, w.tenure, w.initial_deposit_date
        from candidate_wish w where w.place = :place and w.type_mask & %d <> 0),
      scored as materialized (%s)
      select p.*, s.score as new_score,
             row_number() over (order by p.rank_key, p.demand_id) as before,
             row_number() over (order by %s, p.initial_deposit_date, p.demand_id) as after
      from place p join scored s on s.demand_id = p.demand_id join demand d on d.id = p.demand_id
      """;

  /**
   * A kind of household and its moves.
   *
   * @param key {@code household:PARENT}, {@code trait:DALO}, {@code tenure:HLM}
   * @param demands how many they are
   * @param rising null: few, and the reader may not know how few; so are the following
   * @param meanMove places won on average; below zero lost
   * @param headBefore how many stand in the head of the list
   * @param headAfter how many would
   */
  public record Group(
      String key,
      int demands,
      Integer rising,
      Integer falling,
      Integer meanMove,
      Integer headBefore,
      Integer headAfter) {
    private Group masked(int fewest) {
      Integer up = few(rising, fewest);
      Integer down = few(falling, fewest);
      return new Group(
          key,
          demands,
          up,
          down,
          // A mean over few that move would tell how few.
          up == null || down == null ? null : meanMove,
          few(headBefore, fewest),
          few(headAfter, fewest));
    }
  }

  private static Integer few(Integer count, int fewest) {
    return count == null || count > 0 && count < fewest ? null : count;
  }

  /** A demand of the new ranking, without name or number. */
  public record Line(
      int after,
      int before,
      Integer scoreBefore,
      int scoreAfter,
      HouseholdKind householdKind,
      LocalDate deposit,
      List<CandidateTrait> traits,
      String tenure) {
    /** Places won; below zero lost. */
    public int move() {
      return before - after;
    }
  }

  /**
   * Ranks a place by a grid that is not in force.
   *
   * @param territoryCode whose grid it is
   * @param place INSEE code of a municipality, or SIREN of an EPCI
   */
  public static Simulation of(
      Jdbi jdbi,
      String territoryCode,
      ScoringMethod method,
      List<ScoringCriterion> criteria,
      String place,
      DwellingType type,
      LocalDate day) {
    String scored = new GridSql(criteria).select("d.id in (select place.demand_id from place)");
    List<Line> lines =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(RANKED.formatted(type.bit(), scored, method.band()))
                    .configure(SqlStatements.class, one -> one.setUnusedBindingAllowed(true))
                    .bind("place", place)
                    .bind("territory", territoryCode)
                    .bind("day", day)
                    .map(
                        (row, context) -> {
                          int bits = row.getInt("traits");
                          return new Line(
                              row.getInt("after"),
                              row.getInt("before"),
                              row.getObject("score", Integer.class),
                              row.getInt("new_score"),
                              HouseholdKind.valueOf(row.getString("household_kind")),
                              row.getObject("initial_deposit_date", LocalDate.class),
                              List.of(CandidateTrait.values()).stream()
                                  .filter(trait -> trait.in(bits))
                                  .toList(),
                              row.getString("tenure"));
                        })
                    .list());
    return of(lines);
  }

  static Simulation of(List<Line> lines) {
    Map<String, List<Line>> groups = new LinkedHashMap<>();
    for (Line line : lines) {
      into(groups, "household:" + line.householdKind(), line);
      line.traits().forEach(trait -> into(groups, "trait:" + trait, line));
      if (line.tenure() != null) {
        into(groups, "tenure:" + line.tenure(), line);
      }
    }
    List<Group> told = new ArrayList<>();
    groups.forEach((key, of) -> told.add(group(key, of)));
    told.sort(Comparator.comparingInt((Group one) -> -Math.abs(one.meanMove())));
    return new Simulation(
        lines.size(),
        (int) lines.stream().filter(line -> line.move() > 0).count(),
        (int) lines.stream().filter(line -> line.move() < 0).count(),
        Math.min(HEAD, lines.size()),
        List.copyOf(told),
        lines.stream().sorted(Comparator.comparingInt(Line::after)).limit(SHOWN).toList(),
        false);
  }

  /**
   * The same for who may not know of health and violence. Points given to a ground alone would
   * single out whom it was certified for: the first of the ranking are left out, and every count of
   * few.
   *
   * @param fewest demands that a count may tell
   */
  public Simulation withoutSecrets(int fewest) {
    return new Simulation(
        total,
        few(rising, fewest),
        few(falling, fewest),
        top,
        groups.stream()
            .filter(group -> group.demands() >= fewest)
            .map(group -> group.masked(fewest))
            .sorted(Comparator.comparingInt(Group::demands).reversed())
            .toList(),
        List.of(),
        true);
  }

  /**
   * Whether the points of a grid single out a ground of health or violence: by a line of its own,
   * or as what is left of all grounds when others are counted apart.
   */
  public static boolean tellsSecrets(List<ScoringCriterion> criteria) {
    List<ScoringFact> grounds =
        criteria.stream()
            .map(ScoringCriterion::getFact)
            .filter(fact -> fact != null && fact.ground())
            .toList();
    return grounds.stream().anyMatch(ScoringFact::sensitive)
        || grounds.contains(ScoringFact.ANY_GROUND) && grounds.size() > 1;
  }

  private static void into(Map<String, List<Line>> groups, String key, Line line) {
    groups.computeIfAbsent(key, none -> new ArrayList<>()).add(line);
  }

  private static Group group(String key, List<Line> lines) {
    return new Group(
        key,
        lines.size(),
        (int) lines.stream().filter(line -> line.move() > 0).count(),
        (int) lines.stream().filter(line -> line.move() < 0).count(),
        (int) Math.round(lines.stream().mapToInt(Line::move).average().orElse(0)),
        (int) lines.stream().filter(line -> line.before() <= HEAD).count(),
        (int) lines.stream().filter(line -> line.after() <= HEAD).count());
  }
}
