package fr.toitcommun.persistence.observatory.report;

import java.util.Arrays;
import java.util.Optional;

/** The reports that are made from the figures of the observatory (domain.md §5.1). */
public enum ReportKind {
  /** What the file was in a year. */
  YEARLY,
  /** The demand of a territory. */
  TERRITORY,
  /** What a partner did in a year. */
  PARTNER,
  /** What became of the collective agreements (L.441-1). */
  COLLECTIVE,
  /** One axis in depth. */
  THEME;

  /** Whether it is about one partner. */
  public boolean ofPartner() {
    return this == PARTNER;
  }

  /** Whether it is about one axis. */
  public boolean ofAxis() {
    return this == THEME;
  }

  /** Whether it may be made for each EPCI of the file at once. */
  public boolean collected() {
    return this != PARTNER;
  }

  /** The kind of this name, in whatever case. */
  public static Optional<ReportKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.name().equalsIgnoreCase(name)).findFirst();
  }
}
