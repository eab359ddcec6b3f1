package fr.toitcommun.persistence.observatory.report;

import fr.toitcommun.persistence.observatory.Axis;
import java.util.List;

/**
 * A territory that a report is about.
 *
 * @param level {@link Axis#DEPARTEMENT}, {@link Axis#EPCI} or {@link Axis#MUNICIPALITY}
 * @param code INSEE code or SIREN
 * @param name in words
 * @param part names of the départements in which its part lies that figures are of; none: they are
 *     of all of it
 */
public record ReportTerritory(Axis level, String code, String name, List<String> part) {
  /** All of a territory. */
  public ReportTerritory(Axis level, String code, String name) {
    this(level, code, name, List.of());
  }
}
