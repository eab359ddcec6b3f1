package fr.toitcommun.persistence.observatory.report;

import fr.toitcommun.persistence.observatory.Axis;

/**
 * A report that is asked for.
 *
 * @param territory which territory; null: all that the caller may see
 * @param year calendar year
 * @param partnerId whose activity; null: of another kind
 * @param axis the axis of a thematic sheet; null: of another kind
 * @param language {@code fr} or {@code en}
 */
public record ReportOrder(
    ReportKind kind,
    ReportTerritory territory,
    int year,
    Long partnerId,
    Axis axis,
    String language) {

  /** The same of another territory. */
  public ReportOrder of(ReportTerritory other) {
    return new ReportOrder(kind, other, year, partnerId, axis, language);
  }
}
