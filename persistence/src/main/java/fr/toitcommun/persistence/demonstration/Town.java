package fr.toitcommun.persistence.demonstration;

import java.util.List;

/** A municipality as the generator uses it; {@code index} is its place in {@link Territory}. */
record Town(
    int index,
    String code,
    String name,
    String departement,
    String epci,
    int population,
    double latitude,
    double longitude,
    List<String> postalCodes) {

  /** As the crow flies, near enough at this latitude. */
  double kilometresTo(Town other) {
    double north = (latitude - other.latitude) * 111.2;
    double east = (longitude - other.longitude) * 75.4;
    return Math.sqrt(north * north + east * east);
  }
}
