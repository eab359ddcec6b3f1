package fr.toitcommun.persistence.observatory.quality;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.dossier.DossierGaps;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What the rules of the form and of the dossier find on a demand, as of a day and a version of it.
 *
 * @param doubts identifiers of the controls that doubt, each once
 * @param missingDocuments documents to ask for
 * @param lateDocuments documents received and not uploaded after the delay
 * @param typesUnfit none of the types sought fits the household
 */
public record QualityLook(
    long demandId,
    String departementCode,
    int version,
    LocalDate on,
    List<String> doubts,
    int missingDocuments,
    int lateDocuments,
    boolean typesUnfit) {

  /** Looks at a demand. */
  public static QualityLook at(
      Demand demand, List<Fault> doubts, DossierGaps.Gap gap, Reference reference, LocalDate on) {
    return new QualityLook(
        demand.id(),
        demand.departementCode(),
        demand.version(),
        on,
        doubts.stream().map(Fault::control).filter(Objects::nonNull).distinct().sorted().toList(),
        gap.missing(),
        gap.late(),
        typesUnfit(demand.form(), demand.facts().size(), reference, on));
  }

  /**
   * Whether none of the types sought fits so many persons by the grid that holds in any
   * municipality wished. A body and a demand without place or type are asked nothing.
   */
  static boolean typesUnfit(DemandForm form, int persons, Reference reference, LocalDate on) {
    List<String> types = form.getSought().getTypes();
    if (form.getLegalPerson() != null
        || types.isEmpty()
        || form.getSought().getLocations().isEmpty()) {
      return false;
    }
    return form.getSought().getLocations().stream()
        .flatMap(place -> reference.municipality(place.getMunicipalityCode()).stream())
        .map(municipality -> reference.sizeGrid(municipality, on))
        .noneMatch(grid -> types.stream().anyMatch(type -> grid.fit(persons, type)));
  }
}
