package fr.toitcommun.web.api;

import java.util.List;

/** Part of a list of extracts. */
record ExtractList(long total, int offset, List<ExtractAnswer> extracts) {}
