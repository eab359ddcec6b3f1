package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What makes the declaration of a vacant dwelling invalid. */
public final class DwellingControls {
  private static final Pattern REGISTER_ID = Pattern.compile("[A-Z0-9]{10}");
  private static final int LONGEST_TEXT = 120;

  private final Reference reference;
  private final LocalDate today;
  private final List<Fault> faults = new ArrayList<>();

  private DwellingControls(Reference reference, LocalDate today) {
    this.reference = reference;
    this.today = today;
  }

  /**
   * Every fault of a declaration.
   *
   * @param departements where the landlord may hold stock
   */
  public static List<Fault> check(
      DwellingForm form, List<String> departements, Reference reference, LocalDate today) {
    DwellingControls controls = new DwellingControls(reference, today);
    controls.dwelling(form, departements);
    return List.copyOf(controls.faults);
  }

  private void dwelling(DwellingForm form, List<String> departements) {
    text("internalReference", form.getInternalReference());
    text("address", form.getAddress());
    if (form.getStockRegisterId() != null
        && !REGISTER_ID.matcher(form.getStockRegisterId()).matches()) {
      faults.add(Fault.at("stockRegisterId", "STOCK_REGISTER_ID_FORMAT"));
    }
    if (form.getMunicipalityCode() == null) {
      faults.add(Fault.at("municipalityCode", "REQUIRED"));
    } else if (reference
        .municipality(form.getMunicipalityCode())
        .filter(municipality -> departements.contains(municipality.departementCode()))
        .isEmpty()) {
      faults.add(Fault.at("municipalityCode", "MUNICIPALITY_OUTSIDE_TERRITORY"));
    }
    code("category", "CURRENT_CATEGORY", form.getCategory());
    code("type", "DWELLING_TYPE", form.getType());
    code("scheme", "FUNDING_SCHEME", form.getScheme());
    code("quota", "QUOTA", form.getQuota());
    number("surface", form.getSurface(), 5, 500, true);
    number("mainRent", form.getMainRent(), 0, 10_000, true);
    number("charges", form.getCharges(), 0, 10_000, true);
    number("floor", form.getFloor(), -3, 60, false);
    number("completionYear", form.getCompletionYear(), 1500, today.getYear() + 5, false);
    if (form.getEnergyClass() != null && !form.getEnergyClass().matches("[A-G]")) {
      faults.add(Fault.at("energyClass", "UNKNOWN_CODE", "A–G"));
    }
    if (form.getAvailableFrom() == null) {
      faults.add(Fault.at("availableFrom", "REQUIRED"));
    } else if (form.getAvailableFrom().isBefore(today.minusYears(5))
        || form.getAvailableFrom().isAfter(today.plusYears(2))) {
      faults.add(
          Fault.at("availableFrom", "DATE_OUT_OF_RANGE", today.minusYears(5), today.plusYears(2)));
    }
  }

  private void text(String field, String value) {
    if (value == null || value.isBlank()) {
      faults.add(Fault.at(field, "REQUIRED"));
    } else if (value.length() > LONGEST_TEXT) {
      faults.add(Fault.at(field, "TOO_LONG", LONGEST_TEXT));
    } else if (!PlainText.allows(value)) {
      faults.add(Fault.at(field, "ILLEGAL_CHARACTERS"));
    }
  }

  private void code(String field, String list, String code) {
    if (code == null) {
      faults.add(Fault.at(field, "REQUIRED"));
    } else if (!reference.isValid(list, code, today)) {
      faults.add(Fault.at(field, "UNKNOWN_CODE", code.substring(0, Math.min(20, code.length()))));
    }
  }

  private void number(String field, Integer value, int lowest, int highest, boolean required) {
    if (value == null) {
      if (required) {
        faults.add(Fault.at(field, "REQUIRED"));
      }
    } else if (value < lowest || value > highest) {
      faults.add(Fault.at(field, "OUT_OF_RANGE", lowest, highest));
    }
  }
}
