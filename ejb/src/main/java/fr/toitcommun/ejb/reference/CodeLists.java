package fr.toitcommun.ejb.reference;

import fr.toitcommun.persistence.installation.Demonstration;
import fr.toitcommun.persistence.reference.CodeItem;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.NameKey;
import fr.toitcommun.persistence.territory.District;
import fr.toitcommun.persistence.territory.Municipality;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/** The code lists and municipalities that forms offer: public facts, open to every agent. */
@Stateless
@PermitAll
public class CodeLists {
  private static final int MOST_MUNICIPALITIES = 50;

  @Inject private References references;
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;

  /** The codes of a list in use today, in their order. */
  public List<CodeItem> items(String list) {
    return references.current().items(list, today());
  }

  /** The same, and those held already though they are no longer in use. */
  public List<CodeItem> items(String list, Collection<?> held) {
    return references.current().items(list, today(), held);
  }

  /** The label of a code; the code itself when nobody knows it. */
  public String label(String list, String code, Locale locale) {
    return references.current().label(list, code, locale);
  }

  /**
   * Municipalities whose name begins with these letters, or holds them, or whose postal code begins
   * with these digits; the likeliest and largest first.
   *
   * @param limit at most fifty
   */
  public List<Municipality> municipalities(String typed, int limit) {
    String key = NameKey.of(typed);
    if (key.isEmpty()) {
      return List.of();
    }
    boolean digits = key.chars().allMatch(Character::isDigit);
    return references.current().municipalities().stream()
        .filter(
            municipality ->
                digits
                    ? hasPostalCode(municipality, key)
                    : (" " + municipality.searchName()).contains(" " + key))
        .sorted(
            Comparator.comparing((Municipality m) -> !m.searchName().startsWith(key))
                .thenComparing(Municipality::population, Comparator.reverseOrder())
                .thenComparing(Municipality::code))
        .limit(Math.min(limit, MOST_MUNICIPALITIES))
        .toList();
  }

  private static boolean hasPostalCode(Municipality municipality, String digits) {
    for (String postalCode : municipality.postalCodes().split(",")) {
      if (postalCode.startsWith(digits)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The name of a municipality, an EPCI or a département by its code; the code itself when nobody
   * knows it.
   */
  public String place(String code) {
    Reference reference = references.current();
    return reference
        .municipality(code)
        .map(Municipality::name)
        .or(() -> Optional.ofNullable(reference.departements().get(code)))
        .or(
            () ->
                reference.municipalities().stream()
                    .filter(one -> code.equals(one.epciSiren()))
                    .map(Municipality::epciName)
                    .findFirst())
        .orElse(code);
  }

  /** The EPCI of the file: SIREN by name. */
  public Map<String, String> epcis() {
    Map<String, String> byName = new TreeMap<>();
    references.current().municipalities().stream()
        .filter(one -> one.epciSiren() != null)
        .forEach(one -> byName.put(one.epciName(), one.epciSiren()));
    return byName;
  }

  /** A municipality by its INSEE code. */
  public Optional<Municipality> municipality(String code) {
    return references.current().municipality(code);
  }

  /**
   * The districts of a municipality that may be wished today, by name; none where none are kept.
   */
  public List<District> districts(String municipalityCode) {
    return references.current().districts(municipalityCode, today());
  }

  /** A district by its code, also one no longer offered. */
  public Optional<District> district(String code) {
    return references.current().district(code);
  }

  /**
   * The name of a district, also of one no longer offered; the code itself when nobody knows it.
   */
  public String districtName(String code) {
    return references.current().district(code).map(District::name).orElse(code);
  }

  /** Names of the départements by code. */
  public Map<String, String> departements() {
    return references.current().departements();
  }

  /** Today, where the file is kept. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Whether this installation holds invented data, which every page must say. */
  public boolean demonstration() {
    return Demonstration.isHere(jdbi);
  }
}
