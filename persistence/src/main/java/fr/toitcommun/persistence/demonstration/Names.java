package fr.toitcommun.persistence.demonstration;

import java.util.ArrayList;
import java.util.List;

/** Surnames and given names, the latter as usual in the decade of birth. */
final class Names {
  private static final int FIRST_DECADE = 1930;
  private static final int DECADES = 10;

  private final Weighted<String> surnames = new Weighted<>();
  private final List<Weighted<String>> women = new ArrayList<>();
  private final List<Weighted<String>> men = new ArrayList<>();

  Names() {
    for (String[] row : Csv.read("surnames")) {
      surnames.add(row[0], Double.parseDouble(row[1]));
    }
    for (int decade = 0; decade < DECADES; decade++) {
      women.add(new Weighted<>());
      men.add(new Weighted<>());
    }
    for (String[] row : Csv.read("given-names")) {
      for (int decade = 0; decade < DECADES; decade++) {
        ("F".equals(row[1]) ? women : men)
            .get(decade)
            .add(row[0], Double.parseDouble(row[2 + decade]));
      }
    }
  }

  String surname(Dice dice) {
    return surnames.pick(dice);
  }

  /** The name a child may bear from both parents. */
  static String joined(String one, String other) {
    return one.equals(other) || one.contains(" ") || other.contains(" ") || one.contains("-")
        ? one
        : one + "-" + other;
  }

  String given(String sex, int birthYear, Dice dice) {
    int decade = Math.floorDiv(birthYear - FIRST_DECADE, 10);
    List<Weighted<String>> table = "F".equals(sex) ? women : men;
    return table.get(Math.max(0, Math.min(DECADES - 1, decade))).pick(dice);
  }

  /** A surname that spelling by ear would write otherwise. */
  String surnameSoundingAlike(Dice dice) {
    String name = surname(dice);
    for (int i = 0; i < 200 && Misspelling.byEar(name).equals(name); i++) {
      name = surname(dice);
    }
    return name;
  }

  /** A given name with an accent or a hyphen. */
  String accentedGiven(String sex, int birthYear, Dice dice) {
    String name = given(sex, birthYear, dice);
    for (int i = 0; i < 200 && name.equals(Misspelling.bare(name)); i++) {
      name = given(sex, birthYear, dice);
    }
    return name;
  }

  int surnameCount() {
    return surnames.items().size();
  }
}
