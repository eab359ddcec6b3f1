package fr.toitcommun.web.reference;

import fr.toitcommun.ejb.reference.LocalRules;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.SizeGrid;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.web.shell.Me;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The manager states which household fits which type of dwelling, by territory. */
@Named
@ViewScoped
public class StateSizeGrid implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int DEPARTEMENT_LENGTH = 3;

  @Inject private LocalRules rules;
  @Inject private Territories territories;
  @Inject private Me me;
  @Inject private News news;

  private String territory;
  private String chosen;
  private boolean own;
  private String source;
  private final List<Line> lines = new ArrayList<>();

  /** The types that fit so many persons, being ticked. */
  public static final class Line implements Serializable {
    private static final long serialVersionUID = 1L;
    private final int persons;
    private final Map<String, Boolean> types = new TreeMap<>();

    private Line(int persons) {
      this.persons = persons;
    }

    public int getPersons() {
      return persons;
    }

    /** Whether each type fits. */
    public Map<String, Boolean> getTypes() {
      return types;
    }
  }

  /**
   * Reads the grid in force in the territory that the address names; of everywhere when none is.
   */
  public void load() {
    me.require(Right.ADMINISTER);
    if (territory != null && territories.named(territory) == null) {
      territory = null;
    }
    chosen = territory;
    SizeGrid grid = rules.grid(departement(), epci());
    own = grid.isOf(departement(), epci());
    lines.clear();
    for (int persons = 1; persons <= SizeGrid.MOST_PERSONS; persons++) {
      Line line = new Line(persons);
      for (String type : getTypes()) {
        line.types.put(type, grid.fit(persons, type));
      }
      lines.add(line);
    }
  }

  private String departement() {
    return territory != null && territory.length() <= DEPARTEMENT_LENGTH ? territory : null;
  }

  private String epci() {
    return territory != null && territory.length() > DEPARTEMENT_LENGTH ? territory : null;
  }

  /** From today on the territory has this grid. */
  public String save() {
    Map<Integer, List<String>> types = new TreeMap<>();
    for (Line line : lines) {
      types.put(line.persons, getTypes().stream().filter(type -> line.types.get(type)).toList());
    }
    rules.stateGrid(departement(), epci(), types, source);
    return news.at("grid.saved", address());
  }

  /** From today on the territory follows the next wider one. */
  public String drop() {
    rules.dropGrid(departement(), epci());
    return news.at("grid.dropped", address());
  }

  /** Shows the grid of the territory that was chosen. */
  public String choose() {
    setTerritory(chosen);
    return address();
  }

  private String address() {
    return "/size-grid.xhtml?faces-redirect=true"
        + (territory == null ? "" : "&territory=" + territory);
  }

  public List<String> getTypes() {
    return Arrays.stream(DwellingType.values()).map(Enum::name).toList();
  }

  public List<Line> getLines() {
    return lines;
  }

  /** Whether the territory has a grid of its own. */
  public boolean isOwn() {
    return own;
  }

  public String getTerritory() {
    return territory;
  }

  public void setTerritory(String territory) {
    this.territory = territory == null || territory.isBlank() ? null : territory;
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }
}
