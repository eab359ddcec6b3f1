package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.persistence.observatory.map.Classes;
import java.util.Map;

/**
 * One map of a picture: several stand side by side where dates are compared.
 *
 * @param label what tells it from the others, such as its date
 * @param values by code
 * @param classes the same for all maps that are compared
 * @param highest the largest figure without sign that circles are drawn by, the same for all
 * @param difference whether figures are changes
 * @param numbers whether figures are numbers of things: none of them is a case of its own
 */
public record MapPanel(
    String label,
    Map<String, MapValue> values,
    Classes classes,
    double highest,
    boolean difference,
    boolean numbers) {

  /** Whether it is known that there is none in a territory; it has a sign of its own then. */
  boolean isNone(MapValue value) {
    return numbers && !difference && value != null && value.told() && value.value() == 0;
  }

  /** The figures that classes are made of. */
  double[] classed(MapGround ground) {
    return ground.places().stream()
        .map(place -> values.get(place.code()))
        .filter(value -> value != null && value.told() && !isNone(value))
        .mapToDouble(MapValue::value)
        .toArray();
  }
}
