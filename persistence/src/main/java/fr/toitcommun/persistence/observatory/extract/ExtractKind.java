package fr.toitcommun.persistence.observatory.extract;

/** What an extract is made of. */
public enum ExtractKind {
  /** A table of the observatory: an answer with its headings, one line for each cell. */
  TABLE,
  /** An anonymous row for each demand that stands now. */
  LIVE,
  /** An anonymous row for each demand of a monthly snapshot. */
  SNAPSHOT,
  /** An anonymous row for each thing that happened in a period. */
  FACTS,
  /** A report for each territory of a level. */
  REPORTS;

  /** Whether it gives rows of single demands, which not everyone may take out. */
  public boolean isByDemand() {
    return this != TABLE && this != REPORTS;
  }
}
