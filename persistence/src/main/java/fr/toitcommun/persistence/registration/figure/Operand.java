package fr.toitcommun.persistence.registration.figure;

import java.math.BigDecimal;

/**
 * A number or a code that a step of a figure works with.
 *
 * @param number null for a code
 * @param unit what the number counts; null for a code
 * @param list code list that the code is of; null for a number or a code without a list
 * @param code null for a number
 */
public record Operand(BigDecimal number, FigureUnit unit, String list, String code) {
  /** A number. */
  public static Operand of(BigDecimal number, FigureUnit unit) {
    return new Operand(number, unit, null, null);
  }

  /** A whole number. */
  public static Operand of(long number, FigureUnit unit) {
    return of(BigDecimal.valueOf(number), unit);
  }

  /** A code of a list of the reference data. */
  public static Operand code(String list, String code) {
    return new Operand(null, null, list, code);
  }

  /** A word that reads the same in every language, such as the name of a place. */
  public static Operand word(String word) {
    return new Operand(null, null, null, word);
  }
}
