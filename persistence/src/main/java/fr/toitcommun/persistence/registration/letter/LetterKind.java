package fr.toitcommun.persistence.registration.letter;

/** The letters that the law asks for in the life of a demand. */
public enum LetterKind {
  /** The demand is registered (R.441-2-4); about the day of registration. */
  REGISTRATION_CERTIFICATE,
  /** The demand is renewed (R.441-2-7); about the day of renewal. */
  RENEWAL_CERTIFICATE,
  /** The demand ends in a month or more unless renewed (R.441-2-7); about the end of validity. */
  RENEWAL_NOTICE,
  /** A word more before the demand ends; about the end of validity. */
  RENEWAL_REMINDER,
  /** No answer came: the demand will be cancelled (R.441-2-8 c); about the day of the letter. */
  UNREACHABLE_NOTICE,
  /** Rejected as inadmissible, with the motive (R.441-2-8 d); about the day of the letter. */
  INADMISSIBILITY_NOTICE,
  /** The demand has left the file (R.441-2-8); about the day of cancellation. */
  CANCELLED
}
