package fr.toitcommun.ejb.observatory.report;

/**
 * A report as it is asked for, not looked at yet.
 *
 * @param kind name of a kind
 * @param territory code of a département or municipality, or SIREN of an EPCI; null: all of the
 *     caller's
 * @param year null: the last that is over
 * @param axis name of an axis, for thematic sheets
 * @param partnerId for activity reports; null: the caller's own
 * @param format name of a format; null: PDF
 * @param language {@code fr} or {@code en}
 */
public record ReportRequest(
    String kind,
    String territory,
    Integer year,
    String axis,
    Long partnerId,
    String format,
    String language) {}
