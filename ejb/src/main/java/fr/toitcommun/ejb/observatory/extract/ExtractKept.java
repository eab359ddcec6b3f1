package fr.toitcommun.ejb.observatory.extract;

/**
 * How long files are kept.
 *
 * @param hours those that an agent asked for
 * @param months those that are delivered to a partner's folder
 */
public record ExtractKept(int hours, int months) {}
