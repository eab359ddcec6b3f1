package fr.toitcommun.ejb.observatory;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.IndicatorReader;
import fr.toitcommun.persistence.observatory.Question;
import java.util.List;

/**
 * Answers questions about the same départements in one language, all as of the same moment. Serves
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

  /** The answers to questions without faults. */
  public List<Answer> answers(List<Question> questions) {
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
