package fr.toitcommun.persistence.reference;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The grid of household and dwelling type that holds in a territory: its own, or that of the next
 * wider one.
 *
 * @param departementCode the département whose own grid it is; null: not
 * @param epciSiren the EPCI whose own grid it is; null: not. When both are null it is the one of
 *     everywhere
 * @param fits what fits what, in the order of persons and types
 */
public record SizeGrid(String departementCode, String epciSiren, List<SizeFit> fits) {
  /** Highest number of persons told apart: it stands for more, too. */
  public static final int MOST_PERSONS = 10;

  /** Most persons that a stored household may have. */
  public static final int LARGEST_HOUSEHOLD = 30;

  /**
   * The household sizes that sizes of a grid stand for: where ten persons fit, more do, too.
   *
   * @param sizes as {@link #sizesFitting} tells them
   */
  public static List<Integer> stoodFor(List<Integer> sizes) {
    return sizes.contains(MOST_PERSONS)
        ? Stream.concat(
                sizes.stream(), IntStream.rangeClosed(MOST_PERSONS + 1, LARGEST_HOUSEHOLD).boxed())
            .toList()
        : sizes;
  }

  /** Whether so many persons fit that type. */
  public boolean fit(int persons, String dwellingType) {
    int line = Math.min(persons, MOST_PERSONS);
    return fits.stream()
        .anyMatch(fit -> fit.persons() == line && fit.dwellingType().equals(dwellingType));
  }

  /** Household sizes that fit a type of dwelling, ascending. */
  public List<Integer> sizesFitting(String dwellingType) {
    return fits.stream()
        .filter(fit -> fit.dwellingType().equals(dwellingType))
        .map(SizeFit::persons)
        .sorted()
        .toList();
  }

  /** Types that fit so many persons, in the order of the codes. */
  public List<String> typesFitting(int persons) {
    int line = Math.min(persons, MOST_PERSONS);
    return fits.stream()
        .filter(fit -> fit.persons() == line)
        .map(SizeFit::dwellingType)
        .sorted()
        .toList();
  }

  /** Whether it is practice rather than a decision of the territory. */
  public boolean assumed() {
    return fits.stream().anyMatch(SizeFit::assumed);
  }

  /** Whether it is the own grid of this territory. */
  public boolean isOf(String departement, String epci) {
    return Objects.equals(departementCode, departement) && Objects.equals(epciSiren, epci);
  }
}
