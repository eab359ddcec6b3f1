package fr.toitcommun.ejb.partner;

import fr.toitcommun.persistence.partner.SavedLinkRow;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.util.List;

/** What every link that agents keep is held to, whatever page it leads to. */
public final class SavedLinkRules {
  private static final int LONGEST_NAME = 80;

  private SavedLinkRules() {}

  /**
   * A name as it is kept, without the spaces around it.
   *
   * @throws RefusedInput when it is none
   */
  public static String name(String typed) {
    String called = typed == null ? "" : typed.strip();
    if (called.isEmpty()) {
      throw RefusedInput.at("name", "REQUIRED");
    }
    if (called.length() > LONGEST_NAME) {
      throw RefusedInput.at("name", "TOO_LONG", LONGEST_NAME);
    }
    if (!PlainText.allows(called)) {
      throw RefusedInput.at("name", "ILLEGAL_CHARACTERS");
    }
    return called;
  }

  /**
   * Sees to it that one more may be kept.
   *
   * @param kept those the caller sees
   * @param full code of the fault that says that no more may
   * @throws RefusedInput when the caller keeps as many as may be
   */
  public static void roomFor(List<SavedLinkRow> kept, String full) {
    if (kept.stream().filter(SavedLinkRow::own).count() >= SavedLinkRow.MOST) {
      throw RefusedInput.because(full, SavedLinkRow.MOST);
    }
  }
}
