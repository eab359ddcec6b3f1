package fr.toitcommun.persistence.allocation;

import java.time.LocalDate;

/** How an applicant is told of a proposal: from that day the delay to answer counts (R.441-10). */
public enum NotificationChannel {
  /** Handed over or told face to face, on the day itself. */
  HAND,
  /** By e-mail, on the day it is sent. */
  EMAIL,
  /** By registered letter: from the day it is first presented, withdrawn or not (CE 2021). */
  POST;

  /**
   * The day from which the delay counts when sent on that day; null: not known before it is told.
   */
  LocalDate toldWhenSent(LocalDate sent) {
    return this == POST ? null : sent;
  }
}
