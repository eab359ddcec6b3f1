package fr.toitcommun.web.api;

import java.util.List;

/**
 * Whom to propose a dwelling to.
 *
 * @param uniqueNumbers 1 to 20 demands, all or none
 */
public record ProposalRequest(List<String> uniqueNumbers) {}
