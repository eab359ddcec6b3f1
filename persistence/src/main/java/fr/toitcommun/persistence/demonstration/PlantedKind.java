package fr.toitcommun.persistence.demonstration;

/** What is alike, and what not, between the two demands of a planted set. */
public enum PlantedKind {
  IDENTICAL,
  ACCENTS,
  INVERTED_NAMES,
  BIRTH_NAME,
  TYPING_ERROR,
  SWAPPED_DAY_MONTH,
  PHONETIC,
  /** Not a duplicate: two persons, same surname, same birth date. */
  TWINS,
  /** Not a duplicate: two persons, same names, other birth date. */
  HOMONYM;

  /** Whether the two demands are those of one person. */
  public boolean duplicate() {
    return this != TWINS && this != HOMONYM;
  }
}
