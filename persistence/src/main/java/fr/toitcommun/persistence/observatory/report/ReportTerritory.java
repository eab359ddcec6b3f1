package fr.toitcommun.persistence.observatory.report;

import fr.toitcommun.persistence.observatory.Axis;

/**
 * A territory that a report is about.
 *
 * @param level {@link Axis#DEPARTEMENT}, {@link Axis#EPCI} or {@link Axis#MUNICIPALITY}
 * @param code INSEE code or SIREN
 * @param name in words
 */
public record ReportTerritory(Axis level, String code, String name) {}
