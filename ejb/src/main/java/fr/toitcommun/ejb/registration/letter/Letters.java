package fr.toitcommun.ejb.registration.letter;

import fr.toitcommun.ejb.document.LetterWriter;
import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.letter.BatchMaking;
import fr.toitcommun.persistence.registration.letter.DemandLetters;
import fr.toitcommun.persistence.registration.letter.DueLetters;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterReader;
import fr.toitcommun.persistence.registration.letter.LetterRow;
import fr.toitcommun.persistence.registration.letter.LettersOwed;
import fr.toitcommun.persistence.registration.letter.OwedCertificates;
import fr.toitcommun.persistence.registration.letter.TemplateStore;
import fr.toitcommun.persistence.registration.letter.Tracking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The letters of a demand: what was sent, and what a desk or landlord sends itself. */
@Stateless
@Gated
@RolesAllowed(Right.REGISTER)
public class Letters {
  private static final int LONGEST_GROUNDS = 1_000;
  private static final Set<String> SUB_REASONS = Set.of("IRRSEJ", "IRRRES");

  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private LetterMaking making;
  @Inject private LetterWriter writer;

  /**
   * The letters of a demand, latest first.
   *
   * @throws NotInScope when there is no such demand for the caller
   */
  @RolesAllowed(Right.CONSULT)
  public DemandLetters of(String uniqueNumber) {
    Demand demand = demands.read(uniqueNumber);
    return new DemandLetters(
        demand.uniqueNumber().value(),
        new LetterReader(jdbi).ofDemand(demand.id()),
        demand.periodStart());
  }

  /**
   * Asks for the registered letter that must come a month before a cancellation for no answer or
   * inadmissibility (R.441-2-8 c and d).
   *
   * @param subReason for an inadmissibility: code of CANCELLATION_SUB_REASON
   * @param grounds for an inadmissibility: the commission's words; null: none
   * @throws RefusedInput when the demand has left the file, the motive is missing, or such a letter
   *     was asked for today
   * @throws NotInScope when there is no such demand for the caller
   */
  @Act
  public void notice(String uniqueNumber, LetterKind kind, String subReason, String grounds) {
    Demand demand = demands.lock(uniqueNumber);
    List<Fault> faults = new ArrayList<>();
    if (kind == null || !kind.registered()) {
      faults.add(Fault.at("letter_kind", "REQUIRED"));
    } else if (!kind.sentBy(agent.profile().partnerKind())) {
      faults.add(Fault.at("letter_kind", "CANCELLATION_BY_LANDLORD_ONLY"));
    }
    if (kind == LetterKind.INADMISSIBILITY_NOTICE && subReason == null) {
      faults.add(Fault.at("letter_subReason", "REQUIRED"));
    } else if (subReason != null && !SUB_REASONS.contains(subReason)) {
      faults.add(Fault.at("letter_subReason", "UNKNOWN_CODE", subReason));
    }
    if (grounds != null && grounds.length() > LONGEST_GROUNDS) {
      faults.add(Fault.at("letter_grounds", "TOO_LONG", LONGEST_GROUNDS));
    } else if (!PlainText.allows(grounds)) {
      faults.add(Fault.at("letter_grounds", "ILLEGAL_CHARACTERS"));
    }
    RefusedInput.ifAny(faults);
    if (demand.status() != DemandStatus.ACTIVE) {
      throw RefusedInput.because("DEMAND_NOT_ACTIVE", demand.cancelledOn());
    }
    LocalDate today = demands.today();
    if (!demands.askLetter(demand, kind, today)) {
      throw RefusedInput.because("NOTICE_ASKED_TODAY");
    }
    if (kind == LetterKind.INADMISSIBILITY_NOTICE) {
      jdbi.useHandle(
          handle -> LettersOwed.motivate(handle, demand.id(), today, subReason, grounds));
    }
    demands.note(demand, DemandEventKind.NOTICE_ASKED, today, kind.name());
  }

  /**
   * Makes a letter that is owed, dated today, to be printed alone.
   *
   * @throws RefusedInput when it was made meanwhile, or has lost its object
   * @throws NotInScope when there is no such letter for the caller
   */
  @Act
  public void make(long letterId) {
    LetterRow letter = inScope(letterId);
    jdbi.useHandle(handle -> make(handle, letter, false));
  }

  /**
   * The certificates that the caller's desk owes and nobody handed out yet, oldest first; of the
   * whole scope for an agent without desk.
   *
   * @param afterKey letter after which to go on; null: from the first
   * @param limit at most {@value PageBounds#MOST_ROWS}
   */
  public OwedCertificates certificatesOwed(Long afterKey, int limit) {
    return new LetterReader(jdbi)
        .certificatesOwed(
            agent.scope(),
            agent.profile().deskId(),
            afterKey == null ? 0 : afterKey,
            PageBounds.rows(limit));
  }

  /**
   * Hands an owed certificate out at the desk (R.441-2-4, R.441-2-7): it is made, dated today,
   * alone and on paper, and neither posted nor e-mailed. {@link #print} gives it.
   *
   * @throws RefusedInput when it is no certificate, was made meanwhile, or has lost its object
   * @throws NotInScope when there is no such letter for the caller
   */
  @Act
  public void handOut(long letterId) {
    LetterRow letter = inScope(letterId);
    if (!letter.kind().certificate()) {
      throw RefusedInput.because("LETTER_NOT_CERTIFICATE");
    }
    jdbi.useHandle(
        handle -> {
          make(handle, letter, true);
          BatchMaking.handedOut(handle, letterId, demands.today());
        });
  }

  private void make(Handle handle, LetterRow letter, boolean onPaper) {
    Demand demand = demands.read(letter.uniqueNumber());
    DueLetters.lockDemand(handle, letter.id());
    DueLetters.dropStale(
        handle, demand.departementCode(), letter.kind(), demand.id(), demands.today());
    DueLetters.Due due =
        DueLetters.due(handle, letter.id())
            .orElseThrow(() -> RefusedInput.because("LETTER_LOST_OBJECT"));
    making.make(
        handle,
        List.of(onPaper ? due.onPaper() : due),
        new TemplateStore(jdbi).inForce(letter.kind(), demands.today()),
        null);
  }

  /**
   * A letter as PDF, word for word as it was made.
   *
   * @throws NotInScope when there is no such letter for the caller, it is another landlord's about
   *     its own dwelling, it is still owed, or its names were erased
   */
  public byte[] print(long letterId) {
    inScope(letterId);
    LetterReader.Copy copy =
        new LetterReader(jdbi)
            .copy(letterId)
            .orElseThrow(() -> new NotInScope("letter " + letterId));
    return writer.print(copy.title(), List.of(copy.content()));
  }

  /**
   * Notes what the post told of a registered letter: the day of first presentation begins the month
   * of R.441-2-8 c) and d).
   *
   * @throws RefusedInput at the faulty fields, or when it is no registered letter that was made
   * @throws NotInScope when there is no such letter for the caller
   */
  @Act
  public void track(long letterId, Tracking tracking) {
    LetterRow letter = inScope(letterId);
    if (!letter.kind().registered() || letter.madeOn() == null) {
      throw RefusedInput.because("LETTER_NOT_REGISTERED");
    }
    RefusedInput.ifAny(tracking.faults(letter.madeOn(), demands.today()));
    jdbi.useHandle(handle -> tracking.keep(handle, letterId));
  }

  private LetterRow inScope(long letterId) {
    LetterRow letter =
        new LetterReader(jdbi)
            .letter(letterId)
            .orElseThrow(() -> new NotInScope("letter " + letterId));
    demands.read(letter.uniqueNumber());
    // What others may see of a proposal or decision is that it happened, not its letter.
    if (!letter.readableBy(agent.profile().partnerId(), agent.profile().partnerKind())) {
      throw new NotInScope("letter " + letterId);
    }
    return letter;
  }
}
