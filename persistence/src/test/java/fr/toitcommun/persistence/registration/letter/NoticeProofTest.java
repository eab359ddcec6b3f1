package fr.toitcommun.persistence.registration.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.toitcommun.persistence.registration.Cancellation;
import fr.toitcommun.persistence.registration.CancellationReason;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeProofTest {
  private static final long DESK = 5;
  private static final long LANDLORD = 7;
  private static final LocalDate PERIOD = LocalDate.of(2026, 3, 1);
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 10);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 5);

  private static final DemandLetters LETTERS =
      new DemandLetters(
          "0440326000123G4401",
          List.of(
              letter(LetterKind.UNREACHABLE_NOTICE, DESK, SECOND),
              letter(LetterKind.UNREACHABLE_NOTICE, DESK, FIRST),
              letter(LetterKind.UNREACHABLE_NOTICE, DESK, null),
              letter(LetterKind.UNREACHABLE_NOTICE, DESK, PERIOD.minusDays(1)),
              letter(LetterKind.INADMISSIBILITY_NOTICE, LANDLORD, FIRST)),
          PERIOD);

  private static LetterRow letter(LetterKind kind, long sender, LocalDate presentedOn) {
    return new LetterRow(
        1,
        "",
        kind,
        FIRST,
        "POST",
        Instant.EPOCH,
        FIRST,
        null,
        1,
        null,
        null,
        null,
        sender,
        "",
        true,
        null,
        presentedOn,
        null,
        0,
        null,
        null);
  }

  private static Cancellation settled(
      CancellationReason reason, LocalDate noticeDate, String tracking, Long sender) {
    return NoticeProof.settled(
        new Cancellation(reason, null, null, noticeDate, tracking), LETTERS, sender);
  }

  private static String refused(
      CancellationReason reason, LocalDate noticeDate, String tracking, Long sender) {
    Fault fault =
        catchThrowableOfType(
                RefusedInput.class, () -> settled(reason, noticeDate, tracking, sender))
            .faults()
            .get(0);
    return fault.field() + " " + fault.code();
  }

  @Test
  void R_441_2_8_c_theSenderOfTheLetterStatesItAndItsLastDayIsProposed() {
    assertThat(settled(CancellationReason.RADCON, null, null, DESK).noticeDate()).isEqualTo(SECOND);
    assertThat(settled(CancellationReason.RADCON, FIRST, null, DESK).noticeDate()).isEqualTo(FIRST);
    assertThat(refused(CancellationReason.RADCON, FIRST, null, LANDLORD))
        .isEqualTo("noticeDate NOTICE_LETTER_UNKNOWN");
    assertThat(settled(CancellationReason.RADCON, null, null, LANDLORD).noticeDate()).isNull();
    assertThat(refused(CancellationReason.RADCON, FIRST.plusDays(1), null, DESK))
        .isEqualTo("noticeDate NOTICE_LETTER_UNKNOWN");
    // The file's manager states it of whoever sent it.
    assertThat(settled(CancellationReason.RADCON, FIRST, null, null).noticeDate()).isEqualTo(FIRST);
  }

  @Test
  void R_441_2_8_d_aLetterOfAnotherKindProvesNothing() {
    assertThat(settled(CancellationReason.RADIRR, FIRST, null, LANDLORD).noticeDate())
        .isEqualTo(FIRST);
    assertThat(refused(CancellationReason.RADIRR, SECOND, null, null))
        .isEqualTo("noticeDate NOTICE_LETTER_UNKNOWN");
  }

  @Test
  void R_441_2_8_aLetterSentOutsideTheApplicationHasItsTrackingNumber() {
    LocalDate outside = LocalDate.of(2026, 8, 3);
    Cancellation stated = settled(CancellationReason.RADCON, outside, "1A 234 567 8901 2", DESK);
    assertThat(stated.noticeDate()).isEqualTo(outside);
    assertThat(refused(CancellationReason.RADCON, outside, "?", DESK))
        .isEqualTo("noticeTracking TRACKING_NUMBER_FORMAT");
  }
}
