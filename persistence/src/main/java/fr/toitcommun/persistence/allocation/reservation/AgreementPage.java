package fr.toitcommun.persistence.allocation.reservation;

import java.util.List;

/** Part of a list of agreements, and how many there are in all. */
public record AgreementPage(List<AgreementRow> rows, long total) {}
