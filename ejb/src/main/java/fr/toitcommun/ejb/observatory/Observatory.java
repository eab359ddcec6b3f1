package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.FileKind;
import fr.toitcommun.persistence.observatory.ObservatoryFile;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The figures of the observatory. Whoever may observe sees those of the whole départements of their
 * territory: they name nobody, and what stands for too few is kept back from everyone alike, so
 * that a figure is the same wherever it stands.
 */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class Observatory {
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private ObservatoryEngine engine;
  @Inject private Answers answers;
  @Inject private RequestWords words;

  /**
   * The answer to a question, in a language.
   *
   * @throws RefusedInput when the question cannot be answered, naming why
   */
  public Answer answer(Question question, Locale language) {
    return answers(List.of(question), language).get(0);
  }

  /**
   * The answers to several questions; what they have in common is counted once.
   *
   * @throws RefusedInput when one cannot be answered, naming why
   */
  public List<Answer> answers(List<Question> questions, Locale language) {
    return answers.of(agent.scope().departements(), words.in(language)).answers(questions);
  }

  /** The files of the observatory: which snapshots there are, and how they came to be. */
  public List<ObservatoryFile> files() {
    return engine.files();
  }

  /** The days on which there is a snapshot, the latest first. */
  public List<LocalDate> days() {
    return files().stream()
        .filter(file -> file.kind() == FileKind.STOCK)
        .map(ObservatoryFile::day)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /**
   * The territories that the caller may ask of.
   *
   * @param epci SIREN of the EPCI whose municipalities are given too; null: of none
   */
  public Territories territories(String epci) {
    return Territories.of(references.current(), agent.scope().departements(), epci);
  }

  /** The rules in force today. */
  public ObservatoryRules rules() {
    LocalDate today = LocalDate.now(clock);
    return new ObservatoryRules(
        references.current().value("FLOWS_OPEN_MONTHS", today),
        references.current().value("SMALL_CELL_THRESHOLD", today));
  }

  /** The words of the observatory in a language. */
  public ObservatoryWords words(Locale language) {
    return words.in(language);
  }
}
