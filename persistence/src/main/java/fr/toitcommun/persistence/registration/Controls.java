package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.territory.Municipality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What makes a form invalid. Nothing beyond form and identity may be asked to register (R.441-2-3),
 * so only what the number, the search and letters need is required; income, papers and the rest may
 * come later. Screen and API share these controls and their texts (bundle {@code Faults}).
 */
public final class Controls {
  private static final int LONGEST_TEXT = 120;
  private static final int LONGEST_DETAIL = 1000;
  private static final int MOST_PERSONS = 20;
  private static final int MOST_LOCATIONS = 8;
  private static final int HIGHEST_INCOME = 10_000_000;
  private static final int HIGHEST_MONTHLY = 100_000;
  private static final int YOUNGEST_APPLICANT = 16;
  private static final int OLDEST_PERSON = 120;
  private static final String OTHER_MOTIVE = "23";
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]{2,}");
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 .()-]{5,24}");
  private static final Pattern POSTAL_CODE = Pattern.compile("[0-9A-Z][0-9A-Z -]{2,9}");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private final Reference reference;
  private final LocalDate today;
  private final List<Fault> faults = new ArrayList<>();

  private Controls(Reference reference, LocalDate today) {
    this.reference = reference;
    this.today = today;
  }

  /**
   * Every fault of a form.
   *
   * @param today day on which it is entered
   */
  public static List<Fault> check(DemandForm form, Reference reference, LocalDate today) {
    Controls controls = new Controls(reference, today);
    controls.texts(form);
    controls.demand(form);
    return List.copyOf(controls.faults);
  }

  private void texts(DemandForm form) {
    for (Map.Entry<String, Object> field : FlatForm.of(form).entrySet()) {
      if (field.getValue() instanceof String text) {
        int longest = field.getKey().endsWith("detail") ? LONGEST_DETAIL : LONGEST_TEXT;
        if (text.length() > longest) {
          add(field.getKey(), "TOO_LONG", longest);
        } else if (!PlainText.allows(text)) {
          add(field.getKey(), "ILLEGAL_CHARACTERS");
        }
      }
    }
  }

  private void demand(DemandForm form) {
    if (form.getDepositDate() != null) {
      date("depositDate", form.getDepositDate(), today.minusYears(1), today);
    }
    if (!form.isIdentityChecked()) {
      add("identityChecked", "IDENTITY_NOT_CHECKED");
    }
    signer("applicant", form.getApplicant());
    for (int i = 0; i < form.getCoApplicants().size(); i++) {
      String path = "coApplicants[" + i + "]";
      signer(path, form.getCoApplicants().get(i));
      code(
          path + ".applicantLink",
          "APPLICANT_LINK",
          form.getCoApplicants().get(i).getApplicantLink(),
          true);
    }
    for (int i = 0; i < form.getDependants().size(); i++) {
      dependant("dependants[" + i + "]", form.getDependants().get(i));
    }
    if (form.getCoApplicants().size() + form.getDependants().size() >= MOST_PERSONS) {
      add("dependants", "TOO_MANY", MOST_PERSONS);
    }
    expectedChildren(form);
    contact(form.getContact());
    currentHousing(form.getCurrentHousing());
    motives(form.getMotives());
    sought(form.getSought());
  }

  private void signer(String path, PersonForm person) {
    person(path, person);
    code(path + ".civility", "CIVILITY", person.getCivility(), true);
    code(path + ".nationality", "NATIONALITY", person.getNationality(), true);
    code(path + ".familySituation", "FAMILY_SITUATION", person.getFamilySituation(), false);
    if (person.getBirthDate() != null
        && person.getBirthDate().isAfter(today.minusYears(YOUNGEST_APPLICANT))
        && !person.getBirthDate().isAfter(today)) {
      add(path + ".birthDate", "TOO_YOUNG", YOUNGEST_APPLICANT);
    }
    format(path + ".email", person.getEmail(), EMAIL, "EMAIL_FORMAT");
    format(path + ".phone", person.getPhone(), PHONE, "PHONE_FORMAT");
  }

  private void dependant(String path, PersonForm person) {
    person(path, person);
    code(path + ".kinship", "KINSHIP", person.getKinship(), person.getCustody() == null);
    code(path + ".custody", "CUSTODY", person.getCustody(), false);
  }

  private void person(String path, PersonForm person) {
    name(path + ".surname", person.getSurname());
    name(path + ".givenName", person.getGivenName());
    if (person.getBirthDate() == null) {
      add(path + ".birthDate", "REQUIRED");
    } else {
      date(path + ".birthDate", person.getBirthDate(), today.minusYears(OLDEST_PERSON), today);
    }
    code(path + ".sex", "SEX", person.getSex(), false);
    code(path + ".workContract", "WORK_CONTRACT", person.getWorkContract(), false);
    range(path + ".taxIncomeN1", person.getTaxIncomeN1(), 0, HIGHEST_INCOME);
    range(path + ".taxIncomeN2", person.getTaxIncomeN2(), 0, HIGHEST_INCOME);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < person.getResources().size(); i++) {
      resource(path + ".resources[" + i + "]", person.getResources().get(i), seen);
    }
  }

  private void resource(String path, ResourceForm resource, Set<String> seen) {
    String code = resource.getCode();
    if (code == null) {
      add(path + ".code", "REQUIRED");
    } else if (!reference.isValid("RESOURCE_RECEIVED", code, today)
        && !reference.isValid("RESOURCE_PAID", code, today)) {
      add(path + ".code", "UNKNOWN_CODE", shortened(code));
    } else if (!seen.add(code)) {
      add(path + ".code", "TWICE");
    }
    if (resource.getAmount() == null) {
      add(path + ".amount", "REQUIRED");
    }
    range(path + ".amount", resource.getAmount(), 0, HIGHEST_MONTHLY);
  }

  private void expectedChildren(DemandForm form) {
    range("expectedChildren", form.getExpectedChildren(), 0, 9);
    boolean expected = form.getExpectedChildren() != null && form.getExpectedChildren() > 0;
    if (expected && form.getExpectedBirthDate() == null) {
      add("expectedBirthDate", "REQUIRED");
    }
    if (form.getExpectedBirthDate() != null) {
      date(
          "expectedBirthDate",
          form.getExpectedBirthDate(),
          today.minusYears(1),
          today.plusMonths(10));
    }
  }

  private void contact(ContactForm contact) {
    require("contact.addressLine", contact.getAddressLine());
    require("contact.city", contact.getCity());
    if (require("contact.postalCode", contact.getPostalCode())) {
      format("contact.postalCode", contact.getPostalCode(), POSTAL_CODE, "POSTAL_CODE_FORMAT");
    }
    municipality("contact.municipalityCode", contact.getMunicipalityCode());
  }

  private void currentHousing(CurrentHousingForm housing) {
    code("currentHousing.tenure", "CURRENT_HOUSING", housing.getTenure(), true);
    code("currentHousing.category", "CURRENT_CATEGORY", housing.getCategory(), false);
    code("currentHousing.type", "DWELLING_TYPE", housing.getType(), false);
    range("currentHousing.surface", housing.getSurface(), 1, 999);
    range("currentHousing.occupants", housing.getOccupants(), 1, 99);
    range("currentHousing.rent", housing.getRent(), 0, HIGHEST_MONTHLY);
    if (housing.getSince() != null) {
      date("currentHousing.since", housing.getSince(), today.minusYears(OLDEST_PERSON), today);
    }
  }

  private void motives(MotivesForm motives) {
    code("motives.main", "DEMAND_MOTIVE", motives.getMain(), true);
    code("motives.second", "DEMAND_MOTIVE", motives.getSecond(), false);
    code("motives.third", "DEMAND_MOTIVE", motives.getThird(), false);
    List<String> stated = new ArrayList<>();
    for (String motive :
        new String[] {motives.getMain(), motives.getSecond(), motives.getThird()}) {
      if (motive != null) {
        stated.add(motive);
      }
    }
    if (new HashSet<>(stated).size() < stated.size()) {
      add("motives.second", "TWICE");
    }
    if (motives.getThird() != null && motives.getSecond() == null) {
      add("motives.second", "REQUIRED");
    }
    if (stated.contains(OTHER_MOTIVE)) {
      require("motives.detail", motives.getDetail());
    }
  }

  private void sought(SoughtForm sought) {
    code("sought.category", "SOUGHT_CATEGORY", sought.getCategory(), true);
    if (sought.getTypes().isEmpty()) {
      add("sought.types", "REQUIRED");
    }
    for (int i = 0; i < sought.getTypes().size(); i++) {
      code("sought.types[" + i + "]", "DWELLING_TYPE", sought.getTypes().get(i), true);
    }
    if (new HashSet<>(sought.getTypes()).size() < sought.getTypes().size()) {
      add("sought.types", "TWICE");
    }
    if (sought.getAcceptsOtherLocations() == null) {
      add("sought.acceptsOtherLocations", "REQUIRED");
    }
    if (sought.getMaximumRent() != null) {
      range("sought.maximumRent", sought.getMaximumRent(), 1, HIGHEST_MONTHLY);
    }
    locations(sought.getLocations());
  }

  private void locations(List<LocationForm> locations) {
    if (locations.isEmpty()) {
      add("sought.locations", "REQUIRED");
    } else if (locations.size() > MOST_LOCATIONS) {
      add("sought.locations", "TOO_MANY", MOST_LOCATIONS);
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < locations.size(); i++) {
      String path = "sought.locations[" + i + "].municipalityCode";
      String code = locations.get(i).getMunicipalityCode();
      if (require(path, code)) {
        municipality(path, code);
        if (!seen.add(code)) {
          add(path, "TWICE");
        }
      }
    }
    Set<String> departements =
        locations.stream()
            .map(LocationForm::getMunicipalityCode)
            .flatMap(code -> reference.municipality(code).stream())
            .map(Municipality::departementCode)
            .collect(Collectors.toSet());
    if (departements.size() > 1) {
      // One demand per département (R.441-2-1): another département is another demand.
      add("sought.locations", "SEVERAL_DEPARTEMENTS");
    }
  }

  private void municipality(String path, String code) {
    if (code != null && reference.municipality(code).isEmpty()) {
      add(path, "UNKNOWN_MUNICIPALITY", shortened(code));
    }
  }

  private void name(String path, String value) {
    if (require(path, value) && !LETTER.matcher(value).find()) {
      add(path, "NOT_A_NAME");
    }
  }

  private boolean require(String path, String value) {
    boolean stated = value != null && !value.isBlank();
    if (!stated) {
      add(path, "REQUIRED");
    }
    return stated;
  }

  private void code(String path, String list, String code, boolean required) {
    if (code == null || code.isEmpty()) {
      if (required) {
        add(path, "REQUIRED");
      }
    } else if (!reference.isValid(list, code, today)) {
      add(path, "UNKNOWN_CODE", shortened(code));
    }
  }

  private void format(String path, String value, Pattern pattern, String fault) {
    if (value != null && !pattern.matcher(value).matches()) {
      add(path, fault);
    }
  }

  private void range(String path, Integer value, int lowest, int highest) {
    if (value != null && (value < lowest || value > highest)) {
      add(path, "OUT_OF_RANGE", lowest, highest);
    }
  }

  private void date(String path, LocalDate value, LocalDate first, LocalDate last) {
    if (value.isBefore(first) || value.isAfter(last)) {
      add(path, "DATE_OUT_OF_RANGE", first, last);
    }
  }

  private void add(String path, String code, Object... arguments) {
    faults.add(Fault.at(path, code, arguments));
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }
}
