package fr.toitcommun.persistence.registration.letter;

/** Why an e-mail did not leave. */
public enum MailFault {
  /** The mail server was not reached. */
  NO_CONNECTION,
  /** It did not accept user and password. */
  SIGN_IN,
  /** It refused the recipient's address. */
  ADDRESS,
  /** It refused the message, or asked to come back later. */
  REFUSED,
  /** Sending broke off: it may have left or not, and is not sent again without being asked. */
  INTERRUPTED
}
