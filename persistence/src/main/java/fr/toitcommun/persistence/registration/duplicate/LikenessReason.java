package fr.toitcommun.persistence.registration.duplicate;

/** Why two persons are thought to be one. Screens have a text for each. */
public enum LikenessReason {
  /** Surname and given name are the same. */
  SAME_NAMES,
  /** The names differ by accents, hyphens, apostrophes or spaces alone. */
  SPELLING,
  /** Surname and given name changed places. */
  NAMES_INVERTED,
  /** One goes by the name the other had at birth. */
  BIRTH_NAME,
  /** A name is a part of the other, as one of a double name. */
  PART_OF_NAME,
  /** A letter or two are wrong, missing, doubled or changed round. */
  TYPING_ERROR,
  /** The names sound alike. */
  SOUNDS_ALIKE,
  /** Born on the same day. */
  SAME_BIRTH_DATE,
  /** Day and month of birth changed places. */
  DAY_AND_MONTH_SWAPPED,
  /** One digit of the birth date differs. */
  ONE_DIGIT_OF_BIRTH_DATE,
  /** The same telephone number. */
  SAME_PHONE,
  /** The same e-mail address. */
  SAME_EMAIL,
  /** It is a co-applicant, of one demand or of both, who is thought to be the same. */
  CO_APPLICANT
}
