package fr.toitcommun.web.api;

import java.util.List;

/**
 * A dwelling was proposed.
 *
 * @param proposalIds in the order of the unique numbers sorted
 */
public record ProposalAnswer(List<Long> proposalIds) {}
