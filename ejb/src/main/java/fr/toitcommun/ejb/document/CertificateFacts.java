package fr.toitcommun.ejb.document;

import java.util.List;

/**
 * What a certificate says beside the demand itself (R.441-2-4).
 *
 * @param landlords landlords with dwellings in the wished municipalities, by name
 * @param withoutStock wished municipalities where no landlord of the file has a dwelling
 * @param departementLandlords landlords of the département, named when {@code withoutStock} is not
 *     empty
 * @param state the préfecture, where the mediation commission has its address; null when not in the
 *     file
 * @param informationAgency the housing information agency; null when not in the file
 * @param demonstration whether the installation holds invented data
 */
public record CertificateFacts(
    Place desk,
    List<Landlord> landlords,
    List<String> withoutStock,
    List<Place> departementLandlords,
    Place state,
    Place informationAgency,
    boolean demonstration) {

  /** A body and where it is. */
  public record Place(String name, String address) {}

  /** A landlord and the wished municipalities where it has dwellings. */
  public record Landlord(String name, String address, List<String> municipalities) {}
}
