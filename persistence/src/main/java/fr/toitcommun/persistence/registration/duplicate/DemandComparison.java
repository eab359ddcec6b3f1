package fr.toitcommun.persistence.registration.duplicate;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.FormText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The demands of a set side by side, field by field.
 *
 * @param set the set, with those of its demands that the caller may see
 * @param versions of these demands, in their order, to state when merging them
 * @param lines every field that one of them has filled, in the order of their paths
 */
public record DemandComparison(DuplicateSetRow set, List<Integer> versions, List<Line> lines)
    implements Nominative {

  /**
   * A field of the form.
   *
   * @param field its path
   * @param values one for each demand; null where it is empty
   * @param differs whether they are not all the same
   */
  public record Line(String field, List<String> values, boolean differs) {}

  /**
   * Lays these demands side by side.
   *
   * @param demands those of the set's members, in their order
   */
  public static DemandComparison of(DuplicateSetRow set, List<Demand> demands) {
    List<Map<String, String>> forms =
        demands.stream().map(demand -> FormText.byPlace(demand.form())).toList();
    TreeSet<String> fields = new TreeSet<>();
    forms.forEach(form -> fields.addAll(form.keySet()));
    fields.remove("identityChecked");
    List<Line> lines = new ArrayList<>();
    for (String field : fields) {
      List<String> values = new ArrayList<>();
      forms.forEach(form -> values.add(form.get(field)));
      lines.add(new Line(field, values, values.stream().distinct().count() > 1));
    }
    return new DemandComparison(set, demands.stream().map(Demand::version).toList(), lines);
  }

  @Override
  public List<String> uniqueNumbers() {
    return set.uniqueNumbers();
  }
}
