package fr.toitcommun.persistence.observatory.map;

import java.util.List;

/**
 * A file of shapes that was found right.
 *
 * @param property where it keeps the official codes
 * @param shapes those of all levels
 * @param missing INSEE codes of the municipalities it has no shape of
 * @param repaired how many outlines crossed themselves and were mended
 * @param brought how many shapes of former municipalities were brought into those of today
 * @param ignored how many shapes are those of other départements
 */
public record CheckedShapes(
    String property, Shapes shapes, List<String> missing, int repaired, int brought, int ignored) {}
