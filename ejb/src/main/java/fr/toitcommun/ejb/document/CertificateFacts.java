package fr.toitcommun.ejb.document;

import java.util.List;
import java.util.Locale;

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

  /** The same around a letter that another desk sends: it bears that one's name. */
  CertificateFacts sentBy(Place sender) {
    return new CertificateFacts(
        sender,
        landlords,
        withoutStock,
        departementLandlords,
        state,
        informationAgency,
        demonstration);
  }

  /** A body and where it is. */
  public record Place(String name, String address) {
    /** Addresses are typed whole; the municipality is added to those that lack it. */
    public static Place of(String name, String address, String municipality) {
      boolean whole =
          municipality == null
              || address
                  .toLowerCase(Locale.FRENCH)
                  .contains(municipality.toLowerCase(Locale.FRENCH));
      return new Place(name, whole ? address : address + ", " + municipality);
    }
  }

  /** A landlord and the wished municipalities where it has dwellings. */
  public record Landlord(String name, String address, List<String> municipalities) {}
}
