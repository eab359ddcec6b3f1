package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.document.ConveningLetters;
import fr.toitcommun.ejb.document.LetterWriter;
import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.commission.ConveningStore;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Convenes the members of a commission: a letter each, and an e-mail to those who have one. */
@Stateless
@Gated
@RolesAllowed(Right.DECIDE)
public class Convenings {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private OwnSessions own;
  @Inject private ConveningLetters letters;
  @Inject private LetterWriter writer;

  /**
   * Who was convened when, by the latest letter to each.
   *
   * @throws NotInScope when the session is not the caller's
   */
  public List<ConveningStore.Convened> of(long sessionId) {
    own.read(sessionId);
    return jdbi.withHandle(handle -> ConveningStore.of(handle, sessionId));
  }

  /**
   * Who was convened and then taken off the list.
   *
   * @throws NotInScope when the session is not the caller's
   */
  public List<ConveningStore.TakenOff> takenOff(long sessionId) {
    own.requireOwn(sessionId);
    return jdbi.withHandle(handle -> ConveningStore.takenOff(handle, sessionId));
  }

  /**
   * Writes a letter to each member, dated today; e-mails leave within a minute.
   *
   * @param onlyNew whether those who have a letter to the date and hour of the session get no other
   * @param voteAddress address of the page of votes from afar, as members reach it
   * @return how many
   * @throws RefusedInput when the session is closed, nobody is on its list or nothing on its agenda
   * @throws NotInScope when it is not the caller's
   */
  @Act
  public int send(long sessionId, boolean onlyNew, String voteAddress) {
    if (own.lock(sessionId).isClosed()) {
      throw RefusedInput.because("SESSION_CLOSED");
    }
    SessionDetail session = own.read(sessionId);
    if (session.attendees().isEmpty()) {
      throw RefusedInput.because("NOBODY_TO_CONVENE");
    }
    if (session.items().isEmpty()) {
      throw RefusedInput.because("EMPTY_AGENDA");
    }
    return jdbi.withHandle(
        handle -> {
          List<Long> convened =
              ConveningStore.of(handle, sessionId).stream()
                  .filter(ConveningStore.Convened::current)
                  .map(ConveningStore.Convened::attendeeId)
                  .toList();
          List<ConveningStore.Written> written =
              session.attendees().stream()
                  .filter(one -> !onlyNew || !convened.contains(one.getAttendeeId()))
                  .map(one -> letters.write(session, one, demands.today(), voteAddress))
                  .toList();
          ConveningStore.keep(
              handle, sessionId, written, demands.today(), agent.agentId(), clock.instant());
          return written.size();
        });
  }

  /**
   * The letters as one file for the printer.
   *
   * @throws NotInScope when there are none, or the session is not the caller's
   */
  public byte[] print(long sessionId) {
    own.read(sessionId);
    List<String> contents = jdbi.withHandle(handle -> ConveningStore.contents(handle, sessionId));
    if (contents.isEmpty()) {
      throw new NotInScope("convening " + sessionId);
    }
    return writer.print(letters.title(), contents);
  }
}
