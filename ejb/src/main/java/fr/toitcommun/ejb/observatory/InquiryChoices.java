package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.AxisKind;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.registration.Fault;
import java.time.LocalDate;
import java.util.List;

/**
 * What an inquiry may be put together from, in the language of who asks.
 *
 * @param departements those of the caller's territory
 * @param snapshots days of the monthly files, the latest first
 */
public record InquiryChoices(
    ObservatoryWords words, List<String> departements, List<LocalDate> snapshots, LocalDate today) {

  /** The values of an axis that one may choose from. */
  public List<Heading> values(Axis axis) {
    return words.values(axis, departements);
  }

  /** Codes that the inquiry filters by and that nobody knows, each as a fault at its parameter. */
  public List<Fault> faults(Inquiry inquiry) {
    return unknown(inquiry.question(), words);
  }

  /** Codes that a question filters by and that nobody knows, each as a fault at its parameter. */
  public static List<Fault> unknown(Question question, ObservatoryWords words) {
    return question.filters().entrySet().stream()
        .flatMap(
            filter ->
                filter.getValue().stream()
                    .filter(code -> filter.getKey().kind() != AxisKind.BAND)
                    .filter(code -> words.label(filter.getKey(), code).equals(code))
                    .sorted()
                    .map(code -> Fault.at("f." + filter.getKey(), "UNKNOWN_CODE", code)))
        .toList();
  }
}
