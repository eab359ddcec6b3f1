package fr.toitcommun.ejb.observatory.map;

/**
 * A map with all that stands around it as one drawing.
 *
 * @param svg the drawing
 * @param description what it shows, for those who do not see it
 */
public record MapSheet(String svg, String description) {}
