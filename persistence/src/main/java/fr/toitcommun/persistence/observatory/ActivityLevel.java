package fr.toitcommun.persistence.observatory;

/** Whose activity is counted. */
public enum ActivityLevel {
  /** Of the demands of the agent's desk. */
  DESK,
  /** Done by the agent's partner; leases of its dwellings. */
  PARTNER,
  /** Of the demands that wish the agent's territory: their EPCI, or their départements. */
  TERRITORY,
  /** Of the demands of the départements that the agent's territory lies in. */
  DEPARTEMENTS,
  /** Of every demand of the file. */
  FILE
}
