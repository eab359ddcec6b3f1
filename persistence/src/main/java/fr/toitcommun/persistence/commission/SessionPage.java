package fr.toitcommun.persistence.commission;

import java.util.List;

/** Part of a list of sessions, and how many there are in all. */
public record SessionPage(List<SessionRow> rows, long total) {}
