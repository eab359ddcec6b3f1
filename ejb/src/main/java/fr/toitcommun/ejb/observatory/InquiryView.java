package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Inquiry;
import java.util.List;

/**
 * What an inquiry comes to.
 *
 * @param before the answer at the time compared with; null: nothing is compared
 * @param threshold numbers from 1 to below this are kept back
 */
public record InquiryView(Inquiry inquiry, Answer answer, Answer before, int threshold) {
  /** The rows of both answers; one that the earlier alone has stands where it stood there. */
  public List<Heading> rows() {
    return before == null ? answer.rows() : Heading.ofRows(List.of(answer, before));
  }

  /** How many cells are kept back, in both answers. */
  public int hidden() {
    return answer.hidden() + (before == null ? 0 : before.hidden());
  }
}
