package fr.toitcommun.persistence.observatory.report;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.territory.TerritoryLevel;

/**
 * One report of a kind for each territory of a level.
 *
 * @param level of the territories
 * @param within code of the département that they lie in; null: all that whoever asks observes
 * @param year calendar year; null: the last that is over when they are made
 * @param axis of thematic sheets; null: of another kind
 */
public record ReportCollection(
    ReportKind kind, TerritoryLevel level, String within, Integer year, Axis axis) {}
