package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.DwellingNumbers;
import fr.toitcommun.persistence.observatory.IndicatorReader;
import fr.toitcommun.persistence.observatory.KeptTallies;
import fr.toitcommun.persistence.observatory.LiveStore;
import fr.toitcommun.persistence.observatory.ObservatoryFile;
import fr.toitcommun.persistence.observatory.Observed;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.reference.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
    return of(departements, language).answer(question);
  }

  /**
   * Who answers one question after the other, each with figures no older than the first.
   *
   * @param departements where demands are counted
   */
  public Answering of(List<String> departements, Locale language) {
    return of(departements, words(language));
  }

  /**
   * The same in words that are there already.
   *
   * @param departements where demands are counted
   */
  public Answering of(List<String> departements, ObservatoryWords words) {
    return ofEach(null, departements, words);
  }

  /**
   * The same for many questions that differ by one value alone.
   *
   * @param each the axis of that value, such as the territory of a report; null: they do not
   * @param departements where demands are counted
   */
  public Answering ofEach(Axis each, List<String> departements, Locale language) {
    return ofEach(each, departements, words(language));
  }

  private Answering ofEach(Axis each, List<String> departements, ObservatoryWords words) {
    IndicatorReader reader =
        new IndicatorReader(
            observed(engine.files(), each),
            DwellingNumbers.of(references.current()),
            words,
            references.current().value("SMALL_CELL_THRESHOLD", LocalDate.now(clock)));
    return new Answering(reader, departements, words);
  }

  /**
   * The live base and these files as one.
   *
   * @param files those that stand
   */
  public Observed observed(List<ObservatoryFile> files) {
    return observed(files, null);
  }

  private Observed observed(List<ObservatoryFile> files, Axis each) {
    LocalDate today = LocalDate.now(clock);
    Reference reference = references.current();
    return new Observed(
        new KeptTallies(new LiveStore(engine.live(), reference, today), each),
        new KeptTallies(engine.store(files), each),
        files,
        reference.mergers(),
        today,
        reference.value("FLOWS_OPEN_MONTHS", today),
        reference.value("RETENTION_AFTER_CANCELLATION_MONTHS", today));
  }

  /** The words of the observatory in a language. */
  public ObservatoryWords words(Locale language) {
    return new ObservatoryWords(language, references.current(), LocalDate.now(clock), jdbi);
  }
}
