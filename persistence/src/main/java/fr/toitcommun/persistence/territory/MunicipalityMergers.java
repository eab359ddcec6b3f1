package fr.toitcommun.persistence.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Municipalities that became part of others, and some that came apart again: what brings a code of
 * one date to the code of another (official geographic code, L.2113-1 of the CGCT).
 */
public final class MunicipalityMergers {
  private final Map<String, List<MunicipalityMerger>> byOldCode;

  /** Of these mergers. */
  public MunicipalityMergers(List<MunicipalityMerger> mergers) {
    byOldCode = mergers.stream().collect(Collectors.groupingBy(MunicipalityMerger::oldCode));
  }

  /**
   * The code valid on a day of the ground that a code named: the code itself where it was never
   * another's. Chains are followed.
   */
  public String codeOn(String code, LocalDate day) {
    String valid = code;
    // A code appears once in a chain: more steps than mergers would be a circle.
    for (int step = 0; step <= byOldCode.size(); step++) {
      String next = next(valid, day);
      if (next == null) {
        return valid;
      }
      valid = next;
    }
    throw new IllegalStateException("Mergers of " + code + " turn in a circle");
  }

  /** These codes, and those out of use whose ground belongs on a day to one of them. */
  public Set<String> withFormer(Collection<String> codes, LocalDate day) {
    Set<String> all = new HashSet<>(codes);
    byOldCode.keySet().stream().filter(old -> codes.contains(codeOn(old, day))).forEach(all::add);
    return all;
  }

  private String next(String code, LocalDate day) {
    return byOldCode.getOrDefault(code, List.of()).stream()
        .filter(merger -> merger.holdsOn(day))
        .findFirst()
        .map(MunicipalityMerger::newCode)
        .orElse(null);
  }
}
