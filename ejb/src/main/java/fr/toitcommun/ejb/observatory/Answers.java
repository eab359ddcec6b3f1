package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.DwellingNumbers;
import fr.toitcommun.persistence.observatory.IndicatorReader;
import fr.toitcommun.persistence.observatory.LiveStore;
import fr.toitcommun.persistence.observatory.ObservatoryFile;
import fr.toitcommun.persistence.observatory.Observed;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/**
 * Answers questions for whoever asks, an agent through {@link Observatory} or a job on behalf of a
 * partner.
 */
@ApplicationScoped
public class Answers {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private References references;
  @Inject private ObservatoryEngine engine;

  /**
   * The answer to a question without faults.
   *
   * @param departements where demands are counted
   */
  public Answer answer(Question question, List<String> departements, Locale language) {
    return answers(List.of(question), departements, language).get(0);
  }

  /**
   * The answers to questions without faults, as of the same moment.
   *
   * @param departements where demands are counted
   */
  public List<Answer> answers(
      List<Question> questions, List<String> departements, Locale language) {
    IndicatorReader reader = reader(language);
    return questions.stream().map(question -> reader.answer(question, departements)).toList();
  }

  /**
   * The answer to a question without faults, with larger rows.
   *
   * @param departements where demands are counted
   * @param rowsAs the larger row that a value of the question's rows belongs to
   */
  public Answer answer(
      Question question, List<String> departements, UnaryOperator<String> rowsAs, Locale language) {
    return reader(language).answer(question, departements, rowsAs);
  }

  private IndicatorReader reader(Locale language) {
    LocalDate today = LocalDate.now(clock);
    Reference reference = references.current();
    List<ObservatoryFile> files = engine.files();
    return new IndicatorReader(
        new Observed(
            new LiveStore(jdbi, reference, today),
            engine.store(files),
            files,
            MunicipalityMergers.read(jdbi),
            today,
            reference.value("FLOWS_OPEN_MONTHS", today)),
        DwellingNumbers.load(jdbi),
        words(language),
        reference.value("SMALL_CELL_THRESHOLD", today));
  }

  /** The words of the observatory in a language. */
  public ObservatoryWords words(Locale language) {
    return new ObservatoryWords(language, references.current(), LocalDate.now(clock), jdbi);
  }
}
