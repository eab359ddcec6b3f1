package fr.toitcommun.persistence.observatory;

/**
 * What a row or a column of an answer stands for.
 *
 * @param code the value of the axis; {@link Axis#UNKNOWN} where nobody stated it; of time {@code
 *     2026}, {@code 2026-T3} or {@code 2026-09}
 * @param label in the language of the reader
 */
public record Heading(String code, String label) {}
