package fr.toitcommun.web.api;

import fr.toitcommun.persistence.allocation.NotificationChannel;
import java.util.List;

/**
 * Whom to propose a dwelling to.
 *
 * @param uniqueNumbers 1 to 20 demands, all or none
 * @param channel how they are told: HAND (usual), EMAIL or POST
 */
public record ProposalRequest(List<String> uniqueNumbers, NotificationChannel channel) {}
