package fr.toitcommun.persistence.allocation;

/** Where a vacancy stands. */
public enum VacancyStatus {
  OPEN,
  LET,
  WITHDRAWN
}
