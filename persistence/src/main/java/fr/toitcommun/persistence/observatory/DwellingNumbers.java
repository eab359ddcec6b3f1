package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Published numbers of social dwellings, the latest of each territory. */
public final class DwellingNumbers {
  private final Map<String, Integer> departements;
  private final Map<String, Integer> epcis;

  /** These numbers by code of département and by SIREN of EPCI. */
  public DwellingNumbers(Map<String, Integer> departements, Map<String, Integer> epcis) {
    this.departements = Map.copyOf(departements);
    this.epcis = Map.copyOf(epcis);
  }

  /** Those that the reference data have. */
  public static DwellingNumbers of(Reference reference) {
    return new DwellingNumbers(
        reference.socialDwellings("DEPARTEMENT"), reference.socialDwellings("EPCI"));
  }

  /** Puts the dwellings beside the demands of a question's cells, where they are published. */
  void fill(
      Question question,
      List<String> counted,
      LocalDate from,
      LocalDate to,
      Map<List<String>, Amount> cells) {
    List<String> periods =
        question.time() == null ? List.of("") : Periods.codes(question.time(), from, to);
    Axis place = question.axes().stream().filter(axis -> !axis.isTime()).findFirst().orElse(null);
    Set<String> ofEpci = question.filters().get(Axis.EPCI);
    Set<String> ofDepartement =
        question.filters().getOrDefault(Axis.DEPARTEMENT, Set.copyOf(counted));
    Map<String, Integer> known = place == Axis.EPCI || ofEpci != null ? epcis : departements;
    Set<String> all = ofEpci != null ? ofEpci : ofDepartement;
    for (String period : periods) {
      if (place != null) {
        known.forEach((code, number) -> put(question, place, code, period, number, cells));
      }
      boolean complete = (ofEpci != null ? epcis : departements).keySet().containsAll(all);
      if (complete) {
        int sum = all.stream().mapToInt((ofEpci != null ? epcis : departements)::get).sum();
        put(question, place, "", period, sum, cells);
      }
    }
  }

  private static void put(
      Question question,
      Axis place,
      String code,
      String period,
      int number,
      Map<List<String>, Amount> cells) {
    boolean placeInRows = place != null && place == question.rows();
    boolean timeInRows = question.time() != null && question.time() == question.rows();
    String row = placeInRows ? code : timeInRows ? period : "";
    String column =
        place != null && place == question.columns()
            ? code
            : question.time() != null && question.time() == question.columns() ? period : "";
    cells.computeIfAbsent(List.of(row, column), key -> new Amount()).add(number, 0, null);
  }
}
