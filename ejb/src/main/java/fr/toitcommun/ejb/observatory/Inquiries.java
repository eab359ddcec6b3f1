package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Inquiry;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;

/** Inquiries: questions that anyone puts together, without a word of SQL. */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class Inquiries {
  @Inject private Observatory observatory;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /** What an inquiry may be put together from. */
  public InquiryChoices choices(Locale language) {
    return new InquiryChoices(
        observatory.words(language),
        agent.scope().departements(),
        observatory.days(),
        LocalDate.now(clock));
  }

  /**
   * What an inquiry comes to.
   *
   * @throws RefusedInput when it cannot be answered, naming why
   */
  public InquiryView answer(Inquiry inquiry, Locale language) {
    Answer answer = observatory.answer(inquiry.question(), language);
    Answer before =
        inquiry.compared() == null
            ? null
            : observatory.answer(inquiry.before(answer.from(), answer.to()), language);
    return new InquiryView(
        inquiry,
        answer,
        before,
        references.current().value("SMALL_CELL_THRESHOLD", LocalDate.now(clock)));
  }
}
