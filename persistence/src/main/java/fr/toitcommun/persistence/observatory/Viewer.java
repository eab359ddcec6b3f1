package fr.toitcommun.persistence.observatory;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose activity an agent looks at.
 *
 * @param desk identity of their desk; null: none
 * @param partner identity of their partner, where it registers; null: it has no activity of its own
 * @param epcis of a territory smaller than its départements; empty: the départements as a whole
 * @param departements of the territory
 * @param file every département of the file
 */
public record Viewer(
    Long desk, Long partner, List<String> epcis, List<String> departements, List<String> file) {
  /** Codes become part of statements. */
  public Viewer {
    if (!Stream.of(epcis, departements, file)
        .flatMap(List::stream)
        .allMatch(AnonymousRows::isCode)) {
      throw new IllegalArgumentException("A code is a plain word");
    }
  }

  /** Whether a row of the live base, {@code o}, lies in the départements, as SQL. */
  String inDepartements() {
    return in("o.departement_code", departements);
  }

  /** Whether it lies in the territory. */
  String inTerritory() {
    return epcis.isEmpty()
        ? inDepartements()
        : inDepartements() + " and coalesce(" + in("o.epci", epcis) + ", false)";
  }

  /** Whether it lies in a département of the file. */
  String inFile() {
    return in("o.departement_code", file);
  }

  static String in(String column, List<String> codes) {
    return codes.isEmpty()
        ? "false"
        : codes.stream().collect(Collectors.joining("','", column + " in ('", "')"));
  }
}
