package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A question and, where two dates are compared, the other one.
 *
 * @param compared the day that what stands is compared with, or the last day of a period as long as
 *     that of the question, the first of a month standing for the end of the month before where
 *     whole months are compared; null: nothing is compared
 */
public record Inquiry(Question question, LocalDate compared) {
  /** The parameter of the day compared with, beside those of {@link QuestionLink}. */
  public static final String COMPARED = "compare";

  /**
   * The inquiry that the parameters of an address say.
   *
   * @throws RefusedInput naming every fault at its parameter
   */
  public static Inquiry read(Map<String, String> parts) {
    List<Fault> faults = new ArrayList<>();
    LocalDate compared = QuestionLink.day(parts, COMPARED, faults);
    Question question = null;
    try {
      question = QuestionLink.read(parts);
    } catch (RefusedInput refused) {
      faults.addAll(refused.faults());
    }
    if (question != null && compared != null) {
      if (question.time() != null) {
        faults.add(Fault.at(COMPARED, "COMPARED_SERIES"));
      } else if (question.columns() != null) {
        faults.add(Fault.at(COMPARED, "COMPARED_COLUMNS"));
      }
    }
    RefusedInput.ifAny(faults);
    return new Inquiry(question, compared);
  }

  /** The same as the part of an address after the question mark. */
  public String write() {
    String link = QuestionLink.write(question);
    return compared == null ? link : link + "&" + COMPARED + "=" + compared;
  }

  /**
   * The question at the time compared with.
   *
   * @param from first day that the question's answer tells of
   * @param to the last
   */
  public Question before(LocalDate from, LocalDate to) {
    if (question.indicator().isStock()) {
      return question.at(When.on(compared));
    }
    Period length = Period.between(from, to.plusDays(1));
    // Days on file are first days of months: a year up to 1 January would begin on the 2nd.
    boolean endsBefore = length.getDays() == 0 && compared.getDayOfMonth() == 1;
    LocalDate end = endsBefore ? compared : compared.plusDays(1);
    return question.at(When.from(end.minus(length), end.minusDays(1)));
  }
}
