package fr.toitcommun.web.api;

import fr.toitcommun.persistence.registration.DemandSummary;
import java.util.List;

/**
 * Demands that answer a search.
 *
 * @param total how many there are in all
 */
public record DemandList(long total, int offset, List<DemandSummary> demands) {}
