package fr.toitcommun.persistence.registration.priority;

/**
 * A ground of L.441-1 that a rule finds in what a demand states; an agent decides what to make of
 * it.
 *
 * @param article the article of the ground
 * @param assumed whether the rule is this product's reading of the law
 */
public record LikelyGround(
    DetectionRule rule, PriorityGround ground, String article, boolean assumed) {}
