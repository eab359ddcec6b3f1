package fr.toitcommun.ejb.observatory.map;

import java.util.Map;

/** Small things that drawings share. */
final class Svg {
  private Svg() {}

  /** A text as the content of an element or attribute. */
  static String text(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** The figures that are told of the territories of a ground. */
  static double[] told(Map<String, MapValue> values, MapGround ground) {
    return ground.places().stream()
        .map(place -> values.get(place.code()))
        .filter(value -> value != null && value.told())
        .mapToDouble(MapValue::value)
        .toArray();
  }
}
