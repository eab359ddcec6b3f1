package fr.toitcommun.web.api;

import fr.toitcommun.persistence.allocation.ProposalRow;
import java.util.List;

/**
 * Proposals of the caller's stock, nearest deadline first.
 *
 * @param total how many there are in all
 */
public record ProposalList(long total, int offset, List<ProposalRow> proposals) {}
