package fr.toitcommun.web.api;

import java.time.LocalDate;

/**
 * An applicant says no.
 *
 * @param motive code list REFUSAL_MOTIVE
 * @param detail required by the motive OTHER, else null
 * @param on day of the answer; null: today
 */
public record Refusal(String motive, String detail, LocalDate on) {}
