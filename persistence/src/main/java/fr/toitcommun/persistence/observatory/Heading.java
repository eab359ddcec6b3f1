package fr.toitcommun.persistence.observatory;

import java.util.ArrayList;
import java.util.List;

/**
 * What a row or a column of an answer stands for.
 *
 * @param code the value of the axis; {@link Axis#UNKNOWN} where nobody stated it; of time {@code
 *     2026}, {@code 2026-T3} or {@code 2026-09}
 * @param label in the language of the reader
 */
public record Heading(String code, String label) {
  /**
   * The rows of several answers, each once. A row that the first lacks stands after the one that it
   * follows in its own answer, as the order of each puts last what belongs last.
   *
   * @param answers at least one; the rows of the first keep their order
   */
  public static List<Heading> ofRows(List<Answer> answers) {
    List<Heading> headings = new ArrayList<>(answers.get(0).rows());
    List<String> codes = new ArrayList<>(headings.stream().map(Heading::code).toList());
    for (Answer answer : answers) {
      int after = -1;
      for (Heading heading : answer.rows()) {
        int at = codes.indexOf(heading.code());
        if (at < 0) {
          at = after + 1;
          headings.add(at, heading);
          codes.add(at, heading.code());
        }
        after = at;
      }
    }
    return List.copyOf(headings);
  }
}
