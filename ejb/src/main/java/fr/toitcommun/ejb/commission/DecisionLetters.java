package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.document.LetterWriter;
import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.ejb.registration.letter.LetterMaking;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.letter.DueLetters;
import fr.toitcommun.persistence.registration.letter.LetterReader;
import fr.toitcommun.persistence.registration.letter.TemplateStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * The letters that tell applicants what a session decided, as its landlord makes and prints them:
 * refusals with their motives in writing (L.441-2-2), offers with their delay (R.441-10).
 */
@Stateless
@Gated
@RolesAllowed(Right.DECIDE)
public class DecisionLetters {
  @Inject private Jdbi jdbi;
  @Inject private Demands demands;
  @Inject private OwnSessions own;
  @Inject private LetterMaking making;
  @Inject private LetterWriter writer;

  /**
   * How many there are.
   *
   * @throws NotInScope when the session is not the caller's
   */
  public LetterReader.OfSession of(long sessionId) {
    own.requireOwn(sessionId);
    return jdbi.withHandle(handle -> LetterReader.ofSession(handle, sessionId));
  }

  /**
   * Makes those that are owed, dated today; those whose applicant has no address stay owed.
   *
   * @return how many
   * @throws RefusedInput when none can be made
   * @throws NotInScope when the session is not the caller's
   */
  @Act
  public int make(long sessionId) {
    own.lock(sessionId);
    return jdbi.withHandle(
        handle -> {
          DueLetters.lockDemands(handle, sessionId);
          DueLetters.dropStaleOffers(handle, sessionId, demands.today());
          List<DueLetters.Due> due = DueLetters.ofSession(handle, sessionId);
          if (due.isEmpty()) {
            throw RefusedInput.because("NOTHING_OWED");
          }
          due.stream()
              .collect(Collectors.groupingBy(DueLetters.Due::kind))
              .forEach(
                  (kind, letters) ->
                      making.make(
                          handle,
                          letters,
                          new TemplateStore(jdbi).inForce(kind, demands.today()),
                          null));
          return due.size();
        });
  }

  /**
   * Those made, as one file for the printer.
   *
   * @throws NotInScope when there are none, or the session is not the caller's
   */
  public PrintedSession print(long sessionId) {
    List<String> numbers = own.read(sessionId).uniqueNumbers();
    List<String> contents =
        jdbi.withHandle(handle -> LetterReader.contentsOfSession(handle, sessionId));
    if (contents.isEmpty()) {
      throw new NotInScope("letters of session " + sessionId);
    }
    return new PrintedSession(writer.print(writer.title("ofSession"), contents), numbers);
  }
}
