package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Inquiry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an inquiry comes to.
 *
 * @param before the answer at the time compared with; null: nothing is compared
 * @param threshold numbers from 1 to below this are kept back
 */
public record InquiryView(Inquiry inquiry, Answer answer, Answer before, int threshold) {
  /** The rows of both answers: those that the earlier one alone has come last. */
  public List<Heading> rows() {
    Map<String, Heading> rows = new LinkedHashMap<>();
    answer.rows().forEach(row -> rows.put(row.code(), row));
    if (before != null) {
      before.rows().forEach(row -> rows.putIfAbsent(row.code(), row));
    }
    return List.copyOf(rows.values());
  }

  /** How many cells are kept back, in both answers. */
  public int hidden() {
    return answer.hidden() + (before == null ? 0 : before.hidden());
  }
}
