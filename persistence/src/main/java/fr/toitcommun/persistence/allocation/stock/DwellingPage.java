package fr.toitcommun.persistence.allocation.stock;

import java.util.List;

/** Part of a list of dwellings, and how many there are in all. */
public record DwellingPage(List<DwellingRow> rows, long total) {}
