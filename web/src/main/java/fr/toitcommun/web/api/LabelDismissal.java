package fr.toitcommun.web.api;

import fr.toitcommun.persistence.registration.priority.DetectionRule;

/**
 * A likely ground is set aside for good.
 *
 * @param rule the rule that found it
 * @param word why
 */
public record LabelDismissal(DetectionRule rule, String word) {}
