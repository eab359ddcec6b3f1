package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.ScoringGrids;
import fr.toitcommun.persistence.allocation.scoring.GridRow;
import fr.toitcommun.persistence.allocation.scoring.ScoringCriterion;
import fr.toitcommun.persistence.allocation.scoring.ScoringFact;
import fr.toitcommun.persistence.allocation.scoring.ScoringMethod;
import fr.toitcommun.persistence.allocation.scoring.Simulation;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.web.shell.Done;
import fr.toitcommun.web.shell.Focus;
import fr.toitcommun.web.shell.Me;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A scoring grid: a draft is written here beside what it would change; one that is or was in force
 * is only read.
 */
@Named
@ViewScoped
public class EditGrid implements Serializable {
  @Inject private ScoringGrids grids;
  @Inject private Me me;

  private Long id;
  private GridRow grid;
  private ScoringMethod method;
  private String note;
  private List<ScoringCriterion> lines = new ArrayList<>();
  private String place;
  private DwellingType type = DwellingType.T2;
  private Simulation simulation;
  private LocalDate from;

  /** Reads the grid that the address names. */
  public void load() {
    me.require(me.may(Right.ADMINISTER) ? Right.ADMINISTER : Right.MATCH);
    grid = grids.open(id == null ? 0 : id);
    method = grid.method();
    note = grid.note();
    lines = new ArrayList<>(grid.criteria());
  }

  /** One line more. */
  public void add() {
    lines.add(new ScoringCriterion());
    Focus.on("criteria_" + (lines.size() - 1) + "_fact");
  }

  /** One line less. */
  public void remove(int index) {
    lines.remove(index);
    Focus.on("criteria_add");
  }

  /** Looks what the lines as they stand would change. */
  public void simulate() {
    simulation = null;
    simulation = grids.simulate(id, method, lines, place, type);
  }

  /** Keeps the draft. */
  public void save() {
    store();
    Done.go(here(), "grids.saved");
  }

  /** Keeps the draft and puts it in force. */
  public void putInForce() {
    store();
    int scored = grids.putInForce(id, grids.open(id).version(), from);
    Done.go(here(), scored == 0 ? "grids.scheduled" : "grids.inForce", scored);
  }

  private void store() {
    grids.change(id, grid.version(), method, note, lines);
    // What was read is stored now: a second fault on this page must not be taken for another's act.
    grid = grids.open(id);
  }

  /** Throws the draft away. */
  public void discard() {
    grids.discard(id, grid.version());
    Done.go("/grids.xhtml", "grids.discarded");
  }

  /** Takes a grid back whose day is still to come. */
  public void takeBack() {
    grids.takeBack(id, grid.version());
    Done.go(here(), "grids.takenBack");
  }

  /** Whether it may be taken back here. */
  public boolean isRevocable() {
    return grid.state() == GridRow.State.SCHEDULED && me.may(Right.ADMINISTER);
  }

  private String here() {
    return "/grid.xhtml?id=" + id;
  }

  /** Whether it may be changed here. */
  public boolean isOpen() {
    return grid.state() == GridRow.State.DRAFT && me.may(Right.ADMINISTER);
  }

  /** All that a grid may count. */
  public ScoringFact[] getFacts() {
    return ScoringFact.values();
  }

  /** All ways of ranking. */
  public ScoringMethod[] getMethods() {
    return ScoringMethod.values();
  }

  public GridRow getGrid() {
    return grid;
  }

  public List<ScoringCriterion> getLines() {
    return lines;
  }

  public Simulation getSimulation() {
    return simulation;
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  public ScoringMethod getMethod() {
    return method;
  }

  public void setMethod(ScoringMethod method) {
    this.method = method;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public String getPlace() {
    return place;
  }

  public void setPlace(String place) {
    this.place = place;
  }

  public DwellingType getType() {
    return type;
  }

  public void setType(DwellingType type) {
    this.type = type;
  }

  public LocalDate getFrom() {
    return from;
  }

  public void setFrom(LocalDate from) {
    this.from = from;
  }
}
