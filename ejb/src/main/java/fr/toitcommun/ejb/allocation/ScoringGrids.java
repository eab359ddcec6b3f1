package fr.toitcommun.ejb.allocation;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.CandidateRows;
import fr.toitcommun.persistence.allocation.scoring.DueScores;
import fr.toitcommun.persistence.allocation.scoring.GridInForce;
import fr.toitcommun.persistence.allocation.scoring.GridReader;
import fr.toitcommun.persistence.allocation.scoring.GridRow;
import fr.toitcommun.persistence.allocation.scoring.Scores;
import fr.toitcommun.persistence.allocation.scoring.ScoringCriterion;
import fr.toitcommun.persistence.allocation.scoring.ScoringGrid;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import fr.toitcommun.persistence.allocation.scoring.Simulation;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.Municipality;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * The grids by which territories score demands (L.441-2-8, R.441-2-10): the manager writes a draft,
 * looks what it would change, and puts it in force from a day.
 */
@Stateless
@Gated
@RolesAllowed(Right.ADMINISTER)
public class ScoringGrids {
  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /** All grids, by territory, the latest version first. */
  @RolesAllowed({Right.ADMINISTER, Right.MATCH})
  public List<GridRow> list() {
    return new GridReader(jdbi).all(today());
  }

  /**
   * One grid.
   *
   * @throws NotInScope when there is none
   */
  @RolesAllowed({Right.ADMINISTER, Right.MATCH})
  public GridRow open(long gridId) {
    return new GridReader(jdbi)
        .find(gridId, today())
        .orElseThrow(() -> new NotInScope("scoring grid " + gridId));
  }

  /**
   * Begins a draft of a territory, with the lines of its latest grid.
   *
   * @param territoryCode SIREN of an EPCI or code of a département
   * @return identity of the draft
   * @throws RefusedInput when none is stated, or there is no such territory
   */
  @Act
  public long draft(String territoryCode) {
    if (territoryCode == null || territoryCode.isBlank()) {
      throw RefusedInput.at("territory", "REQUIRED");
    }
    Reference reference = references.current();
    if (!reference.departements().containsKey(territoryCode)
        && reference.municipalities().stream()
            .noneMatch(one -> territoryCode.equals(one.epciSiren()))) {
      throw RefusedInput.at("territory", "UNKNOWN_CODE", territoryCode);
    }
    List<ScoringGrid> before = ofTerritory(territoryCode);
    ScoringGrid draft =
        before.isEmpty()
            ? new ScoringGrid(territoryCode, 1, agent.profile().id(), clock.instant())
            : before.get(0).next(before.get(0).number() + 1, agent.profile().id(), clock.instant());
    entities.persist(draft);
    return draft.id();
  }

  /**
   * Changes a draft.
   *
   * @param version of the row that was read
   * @throws RefusedInput naming every line that cannot be, or when somebody changed it meanwhile
   */
  @Act
  public void change(
      long gridId, int version, ScoringMethod method, String note, List<ScoringCriterion> lines) {
    ScoringGrid grid = locked(gridId, version);
    grid.change(method, note, lines, agent.profile().id(), clock.instant());
  }

  /**
   * Throws a draft away.
   *
   * @throws RefusedInput when it is no draft, or somebody changed it meanwhile
   */
  @Act
  public void discard(long gridId, int version) {
    ScoringGrid grid = locked(gridId, version);
    if (grid.inForceFrom() != null) {
      throw RefusedInput.because("GRID_NOT_A_DRAFT");
    }
    entities.remove(grid);
  }

  /**
   * Puts a draft in force from a day. From today: demands are scored and ranked by it at once; from
   * a later day: in the night before it.
   *
   * @return how many demands were scored at once
   * @throws RefusedInput when the day cannot be, or somebody changed the draft meanwhile
   */
  @Act
  public int putInForce(long gridId, int version, LocalDate from) {
    ScoringGrid grid = locked(gridId, version);
    ScoringGrid latest =
        ofTerritory(grid.territoryCode()).stream()
            .filter(one -> one.inForceFrom() != null)
            .max(Comparator.comparing(ScoringGrid::inForceFrom))
            .orElse(null);
    grid.putInForce(from, today(), latest);
    entities.flush();
    if (from.isAfter(today())) {
      return 0;
    }
    List<Long> concerned = new DueScores(jdbi).concernedBy(grid.territoryCode(), today());
    jdbi.useHandle(handle -> CandidateRows.refresh(handle, concerned, today()));
    return concerned.size();
  }

  /**
   * Takes back a grid whose day is still to come: it is a draft again, and the grid before counts
   * on.
   *
   * @throws RefusedInput when its day has come, or somebody changed it meanwhile
   */
  @Act
  public void takeBack(long gridId, int version) {
    ScoringGrid grid = locked(gridId, version);
    ScoringGrid before =
        ofTerritory(grid.territoryCode()).stream()
            .filter(one -> one.inForceTo() != null && one.inForceTo().equals(grid.inForceFrom()))
            .findFirst()
            .orElse(null);
    grid.takeBack(today(), before);
  }

  /**
   * How a draft would change the ranking of one of its municipalities. It names nobody, and tells
   * who may not know of health and violence nothing from which a demand could be recognised by it.
   *
   * @param lines as they stand on the screen, stored or not
   * @throws RefusedInput when a line cannot be, or the municipality is not of the territory, or its
   *     EPCI has a grid of its own that goes first
   */
  public Simulation simulate(
      long gridId,
      ScoringMethod method,
      List<ScoringCriterion> lines,
      String municipalityCode,
      DwellingType type) {
    GridRow grid = open(gridId);
    RefusedInput.ifAny(ScoringGrid.faults(lines));
    Municipality place =
        references
            .current()
            .municipality(municipalityCode)
            .filter(
                one ->
                    grid.territoryCode().equals(one.epciSiren())
                        || grid.territoryCode().equals(one.departementCode()))
            .orElseThrow(() -> RefusedInput.at("place", "MUNICIPALITY_OUTSIDE_TERRITORY"));
    List<GridInForce> inForce =
        jdbi.withHandle(handle -> Scores.inForce(handle, today())).stream()
            .filter(
                one ->
                    one.territoryCode().equals(place.epciSiren())
                        || one.territoryCode().equals(place.departementCode()))
            .toList();
    if (!grid.territoryCode().equals(place.epciSiren())
        && inForce.stream().anyMatch(one -> one.territoryCode().equals(place.epciSiren()))) {
      throw RefusedInput.at("place", "GRID_OF_EPCI_RULES");
    }
    Simulation told =
        Simulation.of(jdbi, grid.territoryCode(), method, lines, place.code(), type, today());
    boolean secret =
        Simulation.tellsSecrets(lines)
            || inForce.stream().anyMatch(one -> Simulation.tellsSecrets(one.criteria()));
    return secret && !agent.profile().rights().contains(Right.SENSITIVE)
        ? told.withoutSecrets(references.current().value("SMALL_CELL_THRESHOLD", today()))
        : told;
  }

  private List<ScoringGrid> ofTerritory(String territoryCode) {
    return entities
        .createQuery(
            "select g from ScoringGrid g where g.territoryCode = :territory order by g.number desc",
            ScoringGrid.class)
        .setParameter("territory", territoryCode)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private ScoringGrid locked(long gridId, int version) {
    ScoringGrid grid = entities.find(ScoringGrid.class, gridId, LockModeType.PESSIMISTIC_WRITE);
    if (grid == null) {
      throw new NotInScope("scoring grid " + gridId);
    }
    if (grid.version() != version) {
      throw RefusedInput.because("GRID_CHANGED_MEANWHILE");
    }
    return grid;
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }
}
