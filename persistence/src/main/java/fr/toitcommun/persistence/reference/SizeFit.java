package fr.toitcommun.persistence.reference;

/**
 * A household of so many persons fits a dwelling of that type (configurable grid, domain.md §3.2).
 */
public record SizeFit(int persons, String dwellingType) {}
