package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.partner.PartnerKind;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A letter as lists show it.
 *
 * @param channel POST, EMAIL or BOTH
 * @param madeOn the day it bears; null: still owed
 * @param droppedOn when it was found to have lost its object before it was made
 * @param templateVersion version of the text it was made with; null: still owed
 * @param batchId null: owed, or printed alone
 * @param handedOutOn when it was given to the applicant at the desk; null: it was not
 * @param senderId identity of the partner that sends it; null: a job asked for it
 * @param sender name of that partner; null: a job asked for it
 * @param copied whether its text is kept, to be printed
 * @param emailState WAITING, SENDING, SENT or FAILED; null when it does not go by e-mail
 * @param emailFault why the last try failed: a {@link MailFault}, and the server's reply code
 */
public record LetterRow(
    long id,
    String uniqueNumber,
    LetterKind kind,
    LocalDate about,
    String channel,
    Instant askedAt,
    LocalDate madeOn,
    LocalDate droppedOn,
    Integer templateVersion,
    Long batchId,
    LocalDate postedOn,
    LocalDate handedOutOn,
    Long senderId,
    String sender,
    boolean copied,
    String trackingNumber,
    LocalDate presentedOn,
    String emailState,
    int emailAttempts,
    Instant emailDoneAt,
    String emailFault) {

  /**
   * Whether an agent of this partner may read it: a landlord's letter about its own dwelling is the
   * landlord's and the manager's.
   */
  public boolean readableBy(long partnerId, PartnerKind partner) {
    return !kind.ofLandlord()
        || partner == PartnerKind.FILE_MANAGER
        || Long.valueOf(partnerId).equals(senderId);
  }

  /** Whether it goes by post. */
  public boolean byPost() {
    return !"EMAIL".equals(channel);
  }

  /** Which fault kept its e-mail from leaving; null: none. */
  public MailFault fault() {
    return emailFault == null ? null : MailFault.valueOf(emailFault.split(" ")[0]);
  }

  /** What the mail server replied, as three digits; empty when it did not. */
  public String replyCode() {
    return emailFault == null || !emailFault.contains(" ") ? "" : emailFault.split(" ")[1];
  }
}
