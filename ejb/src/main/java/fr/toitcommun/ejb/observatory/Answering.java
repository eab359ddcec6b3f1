package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.IndicatorReader;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Answers questions about the same départements in one language, none older than the first. Serves
 * one thread for as long as it asks; made by {@link Answers}.
 */
public final class Answering {
  private final IndicatorReader reader;
  private final List<String> departements;
  private final ObservatoryWords words;

  Answering(IndicatorReader reader, List<String> departements, ObservatoryWords words) {
    this.reader = reader;
    this.departements = List.copyOf(departements);
    this.words = words;
  }

  /**
   * The answer to a question.
   *
   * @throws RefusedInput when it cannot be answered, naming why
   */
  public Answer answer(Question question) {
    return answers(List.of(question)).get(0);
  }

  /**
   * The answer to a question, with larger rows.
   *
   * @param rowsAs the larger row that a value of the question's rows belongs to
   * @throws RefusedInput when the question cannot be answered, naming why
   */
  public Answer answer(Question question, UnaryOperator<String> rowsAs) {
    check(question);
    return reader.answer(question, departements, rowsAs);
  }

  private void check(Question question) {
    List<Fault> faults = new ArrayList<>();
    question.faults().forEach(fault -> faults.add(Fault.at(fault.field(), fault.code())));
    faults.addAll(words.unknownCodes(question));
    RefusedInput.ifAny(faults);
  }

  /**
   * The answers to questions.
   *
   * @throws RefusedInput when one cannot be answered, naming why
   */
  public List<Answer> answers(List<Question> questions) {
    questions.forEach(this::check);
    return questions.stream().map(question -> reader.answer(question, departements)).toList();
  }

  /** Where demands are counted. */
  public List<String> departements() {
    return departements;
  }

  /** The words of the observatory in its language. */
  public ObservatoryWords words() {
    return words;
  }
}
