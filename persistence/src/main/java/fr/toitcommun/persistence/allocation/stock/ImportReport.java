package fr.toitcommun.persistence.allocation.stock;

import java.util.List;

/** Part of the report of an import line by line, and how many such lines there are in all. */
public record ImportReport(List<ImportLine> lines, long total) {}
