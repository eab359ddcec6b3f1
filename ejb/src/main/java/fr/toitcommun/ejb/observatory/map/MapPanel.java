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
 */
public record MapPanel(
    String label,
    Map<String, MapValue> values,
    Classes classes,
    double highest,
    boolean difference) {}
