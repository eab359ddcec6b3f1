package fr.toitcommun.web.api;

import java.time.LocalDate;

/**
 * An applicant says yes.
 *
 * @param on day of the answer; null: today
 */
public record Acceptance(LocalDate on) {}
