package fr.toitcommun.web.api;

import java.time.LocalDate;

/**
 * A renewal as asked.
 *
 * @param on day of the renewal; null: today
 */
public record Renewal(LocalDate on) {}
