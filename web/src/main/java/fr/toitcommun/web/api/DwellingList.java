package fr.toitcommun.web.api;

import fr.toitcommun.persistence.allocation.stock.DwellingRow;
import java.util.List;

/**
 * Part of a stock.
 *
 * @param total dwellings in all
 * @param offset how many were passed over
 */
public record DwellingList(long total, int offset, List<DwellingRow> dwellings) {}
