package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What makes a dwelling invalid as its landlord states it, alone or with its vacancy. */
public final class DwellingControls {
  /** Most characters of any text of a dwelling, its reference among them. */
  public static final int LONGEST_TEXT = 120;

  private static final Pattern REGISTER_ID = Pattern.compile("[A-Z0-9]{10}");
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private final Reference reference;
  private final LocalDate today;
  private final List<Fault> faults = new ArrayList<>();

  private DwellingControls(Reference reference, LocalDate today) {
    this.reference = reference;
    this.today = today;
  }

  /**
   * Every fault of a dwelling declared vacant.
   *
   * @param departements where the landlord may hold stock
   */
  public static List<Fault> check(
      DwellingForm form, List<String> departements, Reference reference, LocalDate today) {
    List<Fault> faults = new ArrayList<>(checkDwelling(form, departements, reference, today));
    faults.addAll(VacancyControls.check(form, reference, today));
    return List.copyOf(faults);
  }

  /**
   * Every fault of a dwelling, whatever is said of a vacancy.
   *
   * @param departements where the landlord may hold stock
   */
  public static List<Fault> checkDwelling(
      DwellingForm form, List<String> departements, Reference reference, LocalDate today) {
    DwellingControls controls = new DwellingControls(reference, today);
    controls.dwelling(form, departements);
    controls.details(form);
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
    number("surface", form.getSurface(), 5, 500, true);
    number("mainRent", form.getMainRent(), 0, 10_000, true);
    number("charges", form.getCharges(), 0, 10_000, true);
    number("floor", form.getFloor(), -3, 60, false);
    number("completionYear", form.getCompletionYear(), 1500, today.getYear() + 5, false);
    if (form.getEnergyClass() != null && !form.getEnergyClass().matches("[A-G]")) {
      faults.add(Fault.at("energyClass", "UNKNOWN_CODE", "A–G"));
    }
  }

  private void details(DwellingForm form) {
    optional("stair", form.getStair(), 20);
    optional("door", form.getDoor(), 20);
    optional("aplConvention", form.getAplConvention(), 40);
    optionalCode("financing", "FINANCING", form.getFinancing());
    optionalCode("occupancy", "OCCUPANCY_MODE", form.getOccupancy());
    number("rooms", form.getRooms(), 1, 20, false);
    number("accessoryRents", form.getAccessoryRents(), 0, 10_000, false);
    number("energyContribution", form.getEnergyContribution(), 0, 10_000, false);
    number("firstLetYear", form.getFirstLetYear(), 1500, today.getYear() + 5, false);
    past("aplConventionOn", form.getAplConventionOn());
    past("energyCertifiedOn", form.getEnergyCertifiedOn());
    if (form.getFirstLetYear() != null
        && form.getCompletionYear() != null
        && form.getFirstLetYear() < form.getCompletionYear()) {
      faults.add(Fault.at("firstLetYear", "LET_BEFORE_COMPLETION", form.getCompletionYear()));
    }
    if (form.getDistrictCode() != null
        && reference
            .district(form.getDistrictCode())
            .filter(district -> district.municipalityCode().equals(form.getMunicipalityCode()))
            .isEmpty()) {
      faults.add(
          Fault.at(
              "districtCode",
              "UNKNOWN_CODE",
              form.getDistrictCode().substring(0, Math.min(20, form.getDistrictCode().length()))));
    }
  }

  private void past(String field, LocalDate day) {
    if (day != null && (day.isBefore(EARLIEST) || day.isAfter(today))) {
      faults.add(Fault.at(field, "DATE_OUT_OF_RANGE", EARLIEST, today));
    }
  }

  private void optional(String field, String value, int longest) {
    if (value != null && value.length() > longest) {
      faults.add(Fault.at(field, "TOO_LONG", longest));
    } else if (!PlainText.allows(value)) {
      faults.add(Fault.at(field, "ILLEGAL_CHARACTERS"));
    }
  }

  private void optionalCode(String field, String list, String code) {
    if (code != null) {
      code(field, list, code);
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
