package fr.toitcommun.web.reference;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.ejb.reference.Districts;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.web.shell.Focus;
import fr.toitcommun.web.shell.Me;
import fr.toitcommun.web.shell.News;
import fr.toitcommun.web.shell.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The manager of the file states the districts of a municipality (R.441-2-5). */
@Named
@ViewScoped
public class StateDistricts implements Serializable {
  private static final int MOST_OFFERED = 12;

  @Inject private CodeLists lists;
  @Inject private Districts districts;
  @Inject private Me me;
  @Inject private News news;

  private String municipality;
  private String chosen;
  private final List<Line> lines = new ArrayList<>();

  /** A district being typed. */
  public static final class Line implements Serializable {
    private String code;
    private String name;

    private Line(String code, String name) {
      this.code = code;
      this.name = name;
    }

    public String getCode() {
      return code;
    }

    public void setCode(String code) {
      this.code = code;
    }

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }
  }

  /** Reads the districts of the municipality that the address names. */
  public void load() {
    me.require(Right.ADMINISTER);
    municipality = lists.municipality(municipality).map(Municipality::code).orElse(null);
    lines.clear();
    if (municipality != null) {
      lists.districts(municipality).forEach(one -> lines.add(new Line(one.code(), one.name())));
    }
  }

  /** INSEE codes of the municipalities offered for what was typed. */
  public List<String> offered(String typed) {
    return lists.municipalities(typed, MOST_OFFERED).stream().map(Municipality::code).toList();
  }

  /** A municipality's name and postal code. */
  public String named(String code) {
    return code == null ? "" : lists.municipality(code).map(Texts::named).orElse(code);
  }

  /** Shows the districts of the municipality that was chosen. */
  public String choose() {
    return chosen == null ? null : "/districts.xhtml?faces-redirect=true&municipality=" + chosen;
  }

  /** One district more, under the next number that is free. */
  public void add() {
    Set<String> taken = lines.stream().map(Line::getCode).collect(Collectors.toSet());
    String free =
        IntStream.iterate(1, i -> i + 1)
            .mapToObj(i -> "%s-%02d".formatted(municipality, i))
            .filter(code -> !taken.contains(code))
            .findFirst()
            .orElseThrow();
    lines.add(new Line(free, null));
    Focus.on("_" + (lines.size() - 1) + "_name");
  }

  public void remove(int index) {
    lines.remove(index);
    Focus.on("districts_add");
  }

  /** From today on the municipality has these districts. */
  public String save() {
    districts.replace(
        municipality, lines.stream().map(one -> new Districts.Stated(one.code, one.name)).toList());
    return news.at(
        "districts.saved", "/districts.xhtml?faces-redirect=true&municipality=" + municipality);
  }

  /** The districts being typed. */
  public List<Line> getLines() {
    return lines;
  }

  public String getMunicipality() {
    return municipality;
  }

  public void setMunicipality(String municipality) {
    this.municipality = municipality;
  }

  public String getChosen() {
    return chosen;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }
}
