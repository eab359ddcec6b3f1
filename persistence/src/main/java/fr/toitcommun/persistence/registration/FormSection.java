package fr.toitcommun.persistence.registration;

/** The sections of the form, named by the letters of R.441-2-2. */
public enum FormSection {
  /** The registration itself: day, identity seen, the form as a whole. */
  REGISTRATION(""),
  IDENTITY("a"),
  CONTACT("b"),
  FAMILY("c"),
  WORK("d"),
  INCOME("e"),
  CURRENT_HOUSING("f"),
  MOTIVES("g"),
  SOUGHT("h"),
  HANDICAP("i");

  private final String letter;

  FormSection(String letter) {
    this.letter = letter;
  }

  /** Its letter in R.441-2-2; empty for the registration itself. */
  public String letter() {
    return letter;
  }
}
