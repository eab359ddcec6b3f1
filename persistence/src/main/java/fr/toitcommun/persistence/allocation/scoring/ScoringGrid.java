package fr.toitcommun.persistence.allocation.scoring;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A version of the grid by which a territory scores demands (L.441-2-8, R.441-2-10): a draft until
 * it is put in force from a day, then unchangeable; before that day it may be taken back.
 */
@Entity
@Table(name = "scoring_grid")
public class ScoringGrid {
  /** Most criteria of a grid. */
  public static final int MOST_CRITERIA = 60;

  private static final int MOST_YEARS_AHEAD = 2;
  private static final int MOST_POINTS = 500;
  private static final int HIGHEST_MAXIMUM = 5000;
  // What a line gives is stored in two bytes; a demand may wait for thirty years.
  private static final int MOST_TIMES = 360;
  private static final int MOST_GIVEN = Short.MAX_VALUE;

  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "scoring_grid")
  @SequenceGenerator(name = "scoring_grid", sequenceName = "scoring_grid_seq", allocationSize = 50)
  private Long id;

  @Version private int version;

  @Column(name = "territory_code")
  private String territoryCode;

  private int number;

  @Enumerated(EnumType.STRING)
  private ScoringMethod method;

  private String note;

  @Column(name = "in_force_from")
  private LocalDate inForceFrom;

  @Column(name = "in_force_to")
  private LocalDate inForceTo;

  @Column(name = "written_by")
  private Long writtenBy;

  @Column(name = "written_at")
  private OffsetDateTime writtenAt;

  @ElementCollection
  @CollectionTable(name = "scoring_criterion", joinColumns = @JoinColumn(name = "grid_id"))
  @OrderBy("position")
  private List<ScoringCriterion> criteria = new ArrayList<>();

  /** For the persistence provider. */
  protected ScoringGrid() {}

  /**
   * A draft of a territory.
   *
   * @param territoryCode SIREN of an EPCI or code of a département
   * @param number its version within the territory, from 1
   */
  public ScoringGrid(String territoryCode, int number, Long agentId, Instant at) {
    this.territoryCode = territoryCode;
    this.number = number;
    this.method = ScoringMethod.SCORE;
    written(agentId, at);
  }

  /** A draft that begins with the lines of this grid. */
  public ScoringGrid next(int nextNumber, Long agentId, Instant at) {
    ScoringGrid draft = new ScoringGrid(territoryCode, nextNumber, agentId, at);
    draft.method = method;
    draft.criteria = numbered(criteria);
    return draft;
  }

  /**
   * Changes a draft.
   *
   * @throws RefusedInput naming every line that cannot be, or when it is in force already
   */
  public void change(
      ScoringMethod how, String why, List<ScoringCriterion> lines, Long agentId, Instant at) {
    requireDraft();
    RefusedInput.ifAny(faults(lines));
    method = how;
    note = why == null || why.isBlank() ? null : why.strip();
    criteria.clear();
    criteria.addAll(numbered(lines));
    written(agentId, at);
  }

  /** What is wrong with lines, each fault at {@code criteria[n].field}. */
  public static List<Fault> faults(List<ScoringCriterion> lines) {
    List<Fault> faults = new ArrayList<>();
    if (lines.size() > MOST_CRITERIA) {
      faults.add(Fault.at("criteria", "GRID_TOO_LONG", MOST_CRITERIA));
    }
    Set<ScoringFact> seen = EnumSet.noneOf(ScoringFact.class);
    for (int i = 0; i < lines.size(); i++) {
      ScoringCriterion line = lines.get(i);
      String at = "criteria[" + i + "].";
      if (line.getFact() == null) {
        faults.add(Fault.at(at + "fact", "REQUIRED"));
      } else if (!seen.add(line.getFact())) {
        faults.add(Fault.at(at + "fact", "CRITERION_TWICE"));
      }
      if (line.getPoints() == 0 || Math.abs(line.getPoints()) > MOST_POINTS) {
        faults.add(Fault.at(at + "points", "CRITERION_POINTS", MOST_POINTS));
      }
      if (line.getMaximum() != null
          && (line.getMaximum() < 1 || line.getMaximum() > HIGHEST_MAXIMUM)) {
        faults.add(Fault.at(at + "maximum", "CRITERION_MAXIMUM", HIGHEST_MAXIMUM));
      }
      if (line.getMaximum() == null
          && line.getFact() != null
          && line.getFact().counting() != ScoringFact.Counting.ONCE
          && Math.abs(line.getPoints()) * MOST_TIMES > MOST_GIVEN) {
        faults.add(Fault.at(at + "maximum", "CRITERION_MAXIMUM_NEEDED", MOST_GIVEN / MOST_TIMES));
      }
      if (line.getGroup() != null && line.getGroup().length() > 20) {
        faults.add(Fault.at(at + "group", "TOO_LONG", 20));
      }
    }
    return faults;
  }

  /**
   * Puts a draft in force.
   *
   * @param from first day, today or later
   * @param before the grid of the territory that counts until then; null when there is none
   * @throws RefusedInput when the day is past, too far away, or not after the first day of the grid
   *     before, or the draft scores by nothing
   */
  public void putInForce(LocalDate from, LocalDate today, ScoringGrid before) {
    requireDraft();
    if (from == null || from.isBefore(today)) {
      throw RefusedInput.at("inForceFrom", "GRID_DAY_PAST");
    }
    LocalDate latest = today.plusYears(MOST_YEARS_AHEAD);
    if (from.isAfter(latest)) {
      throw RefusedInput.at("inForceFrom", "GRID_DAY_TOO_FAR", latest);
    }
    if (method == ScoringMethod.SCORE && criteria.isEmpty()) {
      throw RefusedInput.because("GRID_EMPTY");
    }
    if (before != null) {
      if (!before.inForceFrom.isBefore(from)) {
        throw RefusedInput.at("inForceFrom", "GRID_DAY_TAKEN", before.inForceFrom);
      }
      before.inForceTo = from;
    }
    inForceFrom = from;
  }

  /**
   * Takes back a grid whose day is still to come: it is a draft again, and the one before counts
   * on.
   *
   * @param before the grid of the territory that was to end on that day; null when there is none
   * @throws RefusedInput when it is a draft, or its day has come
   */
  public void takeBack(LocalDate today, ScoringGrid before) {
    if (inForceFrom == null || !inForceFrom.isAfter(today)) {
      throw RefusedInput.because("GRID_NOT_SCHEDULED");
    }
    if (before != null) {
      before.inForceTo = inForceTo;
    }
    inForceFrom = null;
    inForceTo = null;
  }

  private void requireDraft() {
    if (inForceFrom != null) {
      throw RefusedInput.because("GRID_NOT_A_DRAFT");
    }
  }

  private void written(Long agentId, Instant at) {
    writtenBy = agentId;
    writtenAt = at.atOffset(ZoneOffset.UTC);
  }

  private static List<ScoringCriterion> numbered(List<ScoringCriterion> lines) {
    List<ScoringCriterion> numbered = new ArrayList<>();
    lines.forEach(line -> numbered.add(line.at(numbered.size() + 1)));
    return numbered;
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }

  /** Counts the changes; a writer states the one it read. */
  public int version() {
    return version;
  }

  /** SIREN of an EPCI or code of a département. */
  public String territoryCode() {
    return territoryCode;
  }

  /** Its version within the territory, from 1. */
  public int number() {
    return number;
  }

  /** How the territory ranks. */
  public ScoringMethod method() {
    return method;
  }

  /** First day on which it counts; null for a draft. */
  public LocalDate inForceFrom() {
    return inForceFrom;
  }

  /** First day on which it no longer counts; null when there is none. */
  public LocalDate inForceTo() {
    return inForceTo;
  }

  /** Its lines in order. */
  public List<ScoringCriterion> criteria() {
    return List.copyOf(criteria);
  }
}
