package fr.toitcommun.persistence.observatory.extract;

import java.util.List;

/** Part of a list of extracts, and how many there are in all. */
public record ExtractPage(List<ExtractRow> rows, long total) {}
