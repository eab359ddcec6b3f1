package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.allocation.AllocationRules;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Income ceilings of a day as SQL, so that a whole file is put into bands in one statement. Only
 * numbers of the reference data become part of it.
 */
final class CeilingSql {
  private static final List<String> SCHEMES = List.of("PLAI", "PLUS", "PLS");

  private final Map<String, String> byScheme;

  /**
   * The ceilings in force on a day, of every zone that has a département of the file.
   *
   * @param otherwise the day whose ceilings are taken for a zone of which those are not known
   */
  CeilingSql(Reference reference, LocalDate day, LocalDate otherwise) {
    byScheme =
        SCHEMES.stream()
            .collect(
                Collectors.toMap(
                    scheme -> "{" + scheme.toLowerCase(Locale.ROOT) + "}",
                    scheme -> amount(reference, scheme, day, otherwise)));
  }

  /** The expression with its ceilings put in, euros a year. */
  String fill(String expression) {
    String filled = expression;
    for (Map.Entry<String, String> one : byScheme.entrySet()) {
      filled = filled.replace(one.getKey(), one.getValue());
    }
    return filled;
  }

  private static String amount(
      Reference reference, String scheme, LocalDate day, LocalDate otherwise) {
    Map<String, List<String>> zones =
        reference.departements().keySet().stream()
            .collect(Collectors.groupingBy(reference::ceilingZone));
    if (zones.size() <= 1) {
      String zone = zones.keySet().stream().findAny().orElse(Reference.OTHER_REGIONS);
      return ofZone(reference, scheme, zone, day, otherwise);
    }
    return zones.entrySet().stream()
        .map(
            zone ->
                "when o.departement_code in ('%s') then %s"
                    .formatted(
                        String.join("','", zone.getValue()),
                        ofZone(reference, scheme, zone.getKey(), day, otherwise)))
        .collect(Collectors.joining(" ", "(case ", " end)"));
  }

  private static String ofZone(
      Reference reference, String scheme, String zone, LocalDate day, LocalDate otherwise) {
    LocalDate known = reference.ceilings(scheme, zone, day).isEmpty() ? otherwise : day;
    if (reference.ceilings(scheme, zone, known).isEmpty()) {
      return "cast(null as int)";
    }
    return Arrays.stream(
            AllocationRules.ceilings(reference, FundingScheme.valueOf(scheme), zone, known)
                .byCategory())
        .map(String::valueOf)
        .collect(Collectors.joining(",", "(array[", "])[o.household_category]"));
  }
}
