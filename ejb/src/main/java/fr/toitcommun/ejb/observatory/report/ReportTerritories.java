package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The territories that a report may be about: those of some départements. */
final class ReportTerritories {
  private final Reference reference;
  private final List<String> seen;
  private final List<String> counted;

  /**
   * @param seen codes of the départements
   */
  ReportTerritories(Reference reference, List<String> seen) {
    this(reference, seen, seen);
  }

  /**
   * @param seen codes of the départements
   * @param counted codes of all départements that figures are of
   */
  ReportTerritories(Reference reference, List<String> seen, List<String> counted) {
    this.reference = reference;
    this.seen = List.copyOf(seen);
    this.counted = List.copyOf(counted);
  }

  /** The départements, by code. */
  List<ReportTerritory> departements() {
    return seen.stream().map(this::departement).toList();
  }

  /** The EPCI that lie in them at least in part, by name. */
  List<ReportTerritory> epcis() {
    Map<String, List<Municipality>> whole =
        reference.municipalities().stream()
            .filter(one -> one.epciSiren() != null)
            .collect(Collectors.groupingBy(Municipality::epciSiren));
    return byName(
        municipalities()
            .filter(one -> one.epciSiren() != null)
            .map(
                one ->
                    new ReportTerritory(
                        Axis.EPCI,
                        one.epciSiren(),
                        one.epciName(),
                        part(whole.get(one.epciSiren())))));
  }

  /** Where those of some municipalities lie that figures are of; none: they are of all. */
  private List<String> part(List<Municipality> whole) {
    List<String> there =
        whole.stream().map(Municipality::departementCode).distinct().sorted().toList();
    return counted.containsAll(there)
        ? List.of()
        : there.stream().filter(counted::contains).map(code -> departement(code).name()).toList();
  }

  /** Those of a level: départements by code, others by name. */
  List<ReportTerritory> of(TerritoryLevel level) {
    return switch (level) {
      case DEPARTEMENT -> departements();
      case EPCI -> epcis();
      case MUNICIPALITY -> byName(municipalities().map(ReportTerritories::municipality));
    };
  }

  /** The one of this code. */
  Optional<ReportTerritory> find(String code) {
    if (seen.contains(code)) {
      return Optional.of(departement(code));
    }
    return epcis().stream()
        .filter(epci -> epci.code().equals(code))
        .findFirst()
        .or(
            () ->
                reference
                    .municipality(code)
                    .filter(one -> seen.contains(one.departementCode()))
                    .map(ReportTerritories::municipality));
  }

  private ReportTerritory departement(String code) {
    return new ReportTerritory(
        Axis.DEPARTEMENT, code, reference.departements().getOrDefault(code, code));
  }

  private static ReportTerritory municipality(Municipality one) {
    return new ReportTerritory(Axis.MUNICIPALITY, one.code(), one.name());
  }

  private Stream<Municipality> municipalities() {
    return reference.municipalities().stream().filter(one -> seen.contains(one.departementCode()));
  }

  private static List<ReportTerritory> byName(Stream<ReportTerritory> territories) {
    return territories
        .distinct()
        .sorted(
            Comparator.comparing(ReportTerritory::name, Collator.getInstance(Locale.FRANCE))
                .thenComparing(ReportTerritory::code))
        .toList();
  }
}
