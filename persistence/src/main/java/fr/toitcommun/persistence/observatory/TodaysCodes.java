package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings filters that were chosen on some day to the municipalities of another: what is asked again
 * and again outlives some of the codes that it names.
 */
public final class TodaysCodes {
  private final MunicipalityMergers mergers;
  private final LocalDate day;

  /**
   * Codes of a day.
   *
   * @param mergers what brings the codes of any day to those of this one
   */
  public TodaysCodes(MunicipalityMergers mergers, LocalDate day) {
    this.mergers = mergers;
    this.day = day;
  }

  /** The same filters; of a municipality that became part of another, the other. */
  public Map<Axis, Set<String>> of(Map<Axis, ? extends Collection<String>> filters) {
    Map<Axis, Set<String>> now = new EnumMap<>(Axis.class);
    filters.forEach((axis, codes) -> now.put(axis, of(axis, codes)));
    return now;
  }

  private Set<String> of(Axis axis, Collection<String> codes) {
    return TodaysPlaces.isMunicipality(axis)
        ? codes.stream().map(code -> mergers.codeOn(code, day)).collect(Collectors.toSet())
        : Set.copyOf(codes);
  }
}
