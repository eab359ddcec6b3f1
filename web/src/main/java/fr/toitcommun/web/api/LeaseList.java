package fr.toitcommun.web.api;

import fr.toitcommun.persistence.allocation.LeaseRow;
import java.util.List;

/**
 * Leases, latest first.
 *
 * @param total how many there are in all
 */
public record LeaseList(long total, int offset, List<LeaseRow> leases) {}
