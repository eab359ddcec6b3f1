package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.Observatory;
import fr.toitcommun.ejb.observatory.Territories;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Heading;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The territory that a page of the observatory tells of: a département, an EPCI, or a municipality.
 */
@Named
@RequestScoped
public class ObservedPlace {
  @Inject private Observatory observatory;

  private String territory;
  private String municipality;
  private Territories choices;

  /** What may be chosen. */
  public Territories getChoices() {
    if (choices == null) {
      choices = observatory.territories(isEpci() ? territory : null);
    }
    return choices;
  }

  private boolean isEpci() {
    return territory != null && territory.matches("\\d{9}");
  }

  /** What is counted alone. */
  public Map<Axis, Set<String>> filters() {
    Map<Axis, Set<String>> filters = new EnumMap<>(Axis.class);
    if (known(getChoices().municipalities(), municipality)) {
      filters.put(Axis.MUNICIPALITY, Set.of(municipality));
    } else if (known(getChoices().epcis(), territory)) {
      filters.put(Axis.EPCI, Set.of(territory));
    } else if (known(getChoices().departements(), territory)) {
      filters.put(Axis.DEPARTEMENT, Set.of(territory));
    }
    return filters;
  }

  /** What the territory is called; nothing for everything. */
  public String getName() {
    return filters().values().stream()
        .flatMap(Set::stream)
        .flatMap(
            code ->
                Stream.of(
                        getChoices().departements(),
                        getChoices().epcis(),
                        getChoices().municipalities())
                    .flatMap(List::stream)
                    .filter(one -> one.code().equals(code)))
        .map(Heading::label)
        .findFirst()
        .orElse(null);
  }

  private static boolean known(List<Heading> all, String code) {
    return code != null && all.stream().anyMatch(one -> one.code().equals(code));
  }

  public String getTerritory() {
    return territory;
  }

  public void setTerritory(String territory) {
    this.territory = territory;
  }

  public String getMunicipality() {
    return municipality;
  }

  public void setMunicipality(String municipality) {
    this.municipality = municipality;
  }
}
