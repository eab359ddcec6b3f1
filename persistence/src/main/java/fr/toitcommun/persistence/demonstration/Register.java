package fr.toitcommun.persistence.demonstration;

import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.HouseholdFacts;
import fr.toitcommun.persistence.registration.LocationForm;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** What must be remembered of every demand to propose dwellings to it: a few bytes each. */
final class Register {
  /** More than this for one demand would be a strange file. */
  private static final int MOST_CANDIDACIES = 5;

  private static final List<List<Integer>> SIZES_OF_TYPES =
      List.of(
          List.of(1),
          List.of(1),
          List.of(1, 2),
          List.of(2, 3, 4),
          List.of(3, 4, 5),
          List.of(5, 6, 7, 8, 9, 10),
          List.of(7, 8, 9, 10));

  private final List<Life> lives;
  private final Territory territory;
  private final byte[] masks;
  private final byte[] sizes;
  private final byte[] categories;
  private final char[] soughtCategories;
  private final int[] incomes;
  private final short[][] wishes;
  private final String[] landlords;
  private final byte[] refusals;
  private final byte[] candidacies;
  private final int[][] byTown;
  private final int[] counts;

  Register(List<Life> lives, Territory territory) {
    this.lives = lives;
    this.territory = territory;
    int size = lives.size() + 1;
    masks = new byte[size];
    sizes = new byte[size];
    categories = new byte[size];
    soughtCategories = new char[size];
    incomes = new int[size];
    wishes = new short[size][];
    landlords = new String[size];
    refusals = new byte[size];
    candidacies = new byte[size];
    byTown = new int[territory.size()][8];
    counts = new int[territory.size()];
  }

  void enter(Life life, DemandForm form, HouseholdFacts facts, int mask) {
    int id = (int) life.id;
    masks[id] = (byte) mask;
    sizes[id] = (byte) Math.min(10, facts.size());
    categories[id] = (byte) facts.category();
    incomes[id] = facts.annualIncome() == null ? -1 : facts.annualIncome();
    soughtCategories[id] = form.getSought().getCategory().charAt(0);
    landlords[id] = form.getCurrentHousing().getLandlord();
    List<LocationForm> locations = form.getSought().getLocations();
    wishes[id] = new short[locations.size()];
    for (int i = 0; i < locations.size(); i++) {
      int town = territory.town(locations.get(i).getMunicipalityCode()).index();
      wishes[id][i] = (short) town;
      if (counts[town] == byTown[town].length) {
        byTown[town] = Arrays.copyOf(byTown[town], counts[town] * 2);
      }
      byTown[town][counts[town]++] = id;
    }
  }

  /** Whether a household of this size usually gets this type; the grid of the reference data. */
  static boolean suits(int size, DwellingType type) {
    return SIZES_OF_TYPES.get(type.ordinal()).contains(Math.min(10, size));
  }

  boolean fits(int id, Flat flat, Ceilings ceilings) {
    boolean category = soughtCategories[id] == 'I' || soughtCategories[id] == flat.category;
    return category
        && (masks[id] & flat.type.bit()) != 0
        && suits(sizes[id], flat.type)
        && incomes[id] <= ceilings.of(flat.scheme, categories[id]);
  }

  /**
   * A demand alive from one day to another that the dwelling suits, among the older of those
   * thrown; null when chance finds none.
   */
  Life candidate(
      Flat flat, LocalDate from, LocalDate to, List<Life> but, Ceilings ceilings, Dice dice) {
    int town = flat.town.index();
    Life best = null;
    int found = 0;
    for (int i = 0; i < 90 && found < 3 && counts[town] > 0; i++) {
      int id = byTown[town][dice.between(0, counts[town] - 1)];
      Life life = lives.get(id - 1);
      if (candidacies[id] < MOST_CANDIDACIES
          && alive(life, from, to)
          && !but.contains(life)
          && fits(id, flat, ceilings)) {
        found++;
        best = best == null || life.deposit.isBefore(best.deposit) ? life : best;
      }
    }
    if (best != null) {
      candidacies[(int) best.id]++;
    }
    return best;
  }

  static boolean alive(Life life, LocalDate from, LocalDate to) {
    return !life.deposit.isAfter(from) && (life.leftOn == null || life.leftOn.isAfter(to));
  }

  /** The wished municipality of this rank, or the last. */
  Town wish(Life life, int rank) {
    short[] towns = wishes[(int) life.id];
    return territory.town(towns[Math.min(rank, towns.length - 1)]);
  }

  boolean wishes(Life life, Town town) {
    for (short wished : wishes[(int) life.id]) {
      if (wished == town.index()) {
        return true;
      }
    }
    return false;
  }

  int mask(Life life) {
    return masks[(int) life.id];
  }

  int size(Life life) {
    return sizes[(int) life.id];
  }

  int category(Life life) {
    return categories[(int) life.id];
  }

  char soughtCategory(Life life) {
    return soughtCategories[(int) life.id];
  }

  /** Retained income, or -1 when not stated. */
  int income(Life life) {
    return incomes[(int) life.id];
  }

  String landlord(Life life) {
    return landlords[(int) life.id];
  }

  int refusals(Life life) {
    return refusals[(int) life.id];
  }

  void refused(Life life) {
    refusals[(int) life.id]++;
  }
}
