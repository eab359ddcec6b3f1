package fr.toitcommun.web.api;

import java.time.LocalDate;

/**
 * What is decided on a label.
 *
 * @param version the version of the label that the decision is made on
 * @param word why; required to reject or withdraw
 * @param on day of a rehousing; null: today
 */
public record LabelDecision(int version, String word, LocalDate on) {}
