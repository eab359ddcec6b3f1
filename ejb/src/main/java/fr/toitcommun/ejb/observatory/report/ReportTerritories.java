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
import java.util.Optional;
import java.util.stream.Stream;

/** The territories that a report may be about: those of some départements. */
final class ReportTerritories {
  private final Reference reference;
  private final List<String> seen;

  /**
   * @param seen codes of the départements
   */
  ReportTerritories(Reference reference, List<String> seen) {
    this.reference = reference;
    this.seen = List.copyOf(seen);
  }

  /** The départements, by code. */
  List<ReportTerritory> departements() {
    return seen.stream().map(this::departement).toList();
  }

  /** The EPCI that lie in them at least in part, by name. */
  List<ReportTerritory> epcis() {
    return byName(
        municipalities()
            .filter(one -> one.epciSiren() != null)
            .map(one -> new ReportTerritory(Axis.EPCI, one.epciSiren(), one.epciName())));
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
