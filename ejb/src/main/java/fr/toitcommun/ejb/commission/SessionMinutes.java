package fr.toitcommun.ejb.commission;

import fr.toitcommun.ejb.document.SessionDocuments;
import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.persistence.commission.CommissionSession;
import fr.toitcommun.persistence.commission.MinutesStore;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.SessionDossier;
import fr.toitcommun.persistence.commission.SheetReader;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jdbi.v3.core.Jdbi;

/**
 * The minutes of a session: a draft once it is closed; the same file for ever once its president
 * has signed. An error is told by an annex.
 */
@Stateless
@Gated
@RolesAllowed(Right.DECIDE)
public class SessionMinutes {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private OwnSessions own;
  @Inject private SessionInput input;
  @Inject private SessionDocuments documents;

  /**
   * The minutes as PDF: the file that was signed, or the draft.
   *
   * @param locale language of a draft
   * @throws RefusedInput while the session is not closed
   * @throws NotInScope when it is not the caller's, or the file is no longer kept
   */
  public PrintedSession print(long sessionId, Locale locale) {
    SessionDetail session = own.read(sessionId);
    if (session.status() != CommissionSession.Status.CLOSED) {
      throw RefusedInput.because("SESSION_NOT_CLOSED");
    }
    return session.proceedings().isSigned()
        ? signed(session, 0)
        : new PrintedSession(documents.minutes(told(session, locale)), session.uniqueNumbers());
  }

  /** What was kept when the session was closed; of one closed before that was kept, as it reads. */
  private String told(SessionDetail session, Locale locale) {
    return jdbi.withHandle(handle -> MinutesStore.recorded(handle, session.sessionId(), locale))
        .orElseGet(
            () ->
                documents.minutesText(
                    new SessionDossier(
                        session,
                        SheetReader.ofSession(
                            jdbi, session.sessionId(), session.heldAt().toLocalDate())),
                    locale));
  }

  /**
   * An annex as it was signed.
   *
   * @throws NotInScope when there is none, or the session is not the caller's
   */
  public PrintedSession annex(long sessionId, int number) {
    return signed(own.read(sessionId), number);
  }

  private PrintedSession signed(SessionDetail session, int number) {
    byte[] file =
        jdbi.withHandle(handle -> MinutesStore.file(handle, session.sessionId(), number))
            .orElseThrow(() -> new NotInScope("minutes " + session.sessionId()));
    return new PrintedSession(file, session.uniqueNumbers());
  }

  /**
   * The president signs what was kept when the session was closed: the minutes are printed once,
   * kept with their digest, and neither they nor what they tell is ever changed again.
   *
   * @param signer the president, or whoever presided without them
   * @throws RefusedInput when the session is not closed, is signed already, or the signer did not
   *     sit
   * @throws NotInScope when it is not the caller's
   */
  @Act
  public void sign(long sessionId, String signer) {
    input.checkName("signer", signer);
    CommissionSession session = own.lock(sessionId);
    session.requireMaySign(signer);
    SessionDetail detail = own.read(sessionId);
    if (detail.proceedings().isSigned()) {
      throw RefusedInput.because("ALREADY_SIGNED");
    }
    Instant now = clock.instant();
    byte[] pdf =
        documents.signedMinutes(told(detail, Locale.FRENCH), signature(detail, signer, now));
    detail.uniqueNumbers().forEach(agent::concerns);
    jdbi.useHandle(
        handle -> {
          MinutesStore.keep(handle, sessionId, null, pdf, signer, now, agent.profile().id());
          MinutesStore.forgetRecord(handle, sessionId);
        });
  }

  /**
   * Rectifies signed minutes by an annex, signed as they are.
   *
   * @param subject what is rectified, in one line
   * @param words what must be read instead
   * @throws RefusedInput while nothing is signed, or the signer did not sit
   * @throws NotInScope when it is not the caller's
   */
  @Act
  public void rectify(long sessionId, String subject, String words, String signer) {
    input.checkName("annex_subject", subject);
    input.checkName("annex_words", words);
    input.checkName("annex_signer", signer);
    CommissionSession session = own.lock(sessionId);
    session.requireMaySign(signer);
    SessionDetail detail = own.read(sessionId);
    if (!detail.proceedings().isSigned()) {
      throw RefusedInput.because("NOT_SIGNED_YET");
    }
    Instant now = clock.instant();
    byte[] pdf = documents.annex(detail, subject, words, signature(detail, signer, now));
    jdbi.useHandle(
        handle ->
            MinutesStore.keep(handle, sessionId, subject, pdf, signer, now, agent.profile().id()));
  }

  private SessionDocuments.Signature signature(SessionDetail session, String signer, Instant at) {
    return new SessionDocuments.Signature(
        signer, session.isPresident(signer), agent.profile().name(), at);
  }
}
