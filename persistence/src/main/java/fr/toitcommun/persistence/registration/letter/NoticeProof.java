package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.List;

/**
 * The registered letter that must be presented a month before a cancellation for want of an answer
 * or for inadmissibility, and whose sender states it (R.441-2-8 c and d).
 */
public final class NoticeProof {
  private NoticeProof() {}

  /**
   * A cancellation with the day of its letter: one of the demand's own, or one sent outside the
   * application, whose tracking number is stated.
   *
   * @param sender identity of the partner that must have sent it; null: whoever did, for the
   *     manager
   * @return as asked, with the day of the last letter presented where none was stated
   * @throws RefusedInput when no letter of this sender was presented on the day stated, or the
   *     tracking number is none
   */
  public static Cancellation settled(Cancellation asked, DemandLetters letters, Long sender) {
    if (asked.reason() == null || !asked.reason().needsNotice()) {
      return asked;
    }
    if (asked.noticeTracking() != null) {
      if (!Tracking.isNumber(asked.noticeTracking())) {
        throw RefusedInput.at("noticeTracking", "TRACKING_NUMBER_FORMAT");
      }
      return asked;
    }
    LetterKind kind =
        switch (asked.reason()) {
          case RADIRR -> LetterKind.INADMISSIBILITY_NOTICE;
          default -> LetterKind.UNREACHABLE_NOTICE;
        };
    List<LocalDate> presented = letters.presentedNotices(kind, sender);
    if (asked.noticeDate() == null) {
      return presented.isEmpty() ? asked : asked.presentedOn(presented.get(0));
    }
    if (!presented.contains(asked.noticeDate())) {
      throw RefusedInput.at("noticeDate", "NOTICE_LETTER_UNKNOWN");
    }
    return asked;
  }
}
