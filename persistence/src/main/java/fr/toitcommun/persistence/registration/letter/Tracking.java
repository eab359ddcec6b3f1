package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.registration.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;

/**
 * What the post told of a registered letter.
 *
 * @param number its tracking number
 * @param presentedOn day of first presentation; null: not known yet
 */
public record Tracking(String number, LocalDate presentedOn) {
  /** The post's own have 13 to 15 signs; other carriers' up to 40. */
  private static final Pattern NUMBER =
      Pattern.compile("[0-9A-Za-z][0-9A-Za-z -]{3,38}[0-9A-Za-z]");

  /**
   * What is wrong with it.
   *
   * @param madeOn the day the letter bears
   */
  public List<Fault> faults(LocalDate madeOn, LocalDate today) {
    List<Fault> faults = new ArrayList<>();
    if (number == null || number.isBlank()) {
      faults.add(Fault.at("tracking_number", "REQUIRED"));
    } else if (!isNumber(number)) {
      faults.add(Fault.at("tracking_number", "TRACKING_NUMBER_FORMAT"));
    }
    if (presentedOn != null && presentedOn.isAfter(today)) {
      faults.add(Fault.at("tracking_presentedOn", "DATE_IN_FUTURE"));
    } else if (presentedOn != null && madeOn != null && presentedOn.isBefore(madeOn)) {
      faults.add(Fault.at("tracking_presentedOn", "PRESENTED_BEFORE_MADE", madeOn));
    }
    return faults;
  }

  /** Whether this may be a tracking number. */
  static boolean isNumber(String typed) {
    return NUMBER.matcher(typed.strip()).matches();
  }

  /** Keeps it with its letter; a day already known is not forgotten. */
  public void keep(Handle handle, long letter) {
    handle
        .createUpdate(
            "update letter set tracking_number = :number, presented_on = coalesce(:presented,"
                + " presented_on) where id = :id")
        .bind("number", number.strip())
        .bind("presented", presentedOn)
        .bind("id", letter)
        .execute();
  }
}
