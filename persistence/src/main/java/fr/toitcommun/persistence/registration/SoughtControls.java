package fr.toitcommun.persistence.registration;

import static fr.toitcommun.persistence.registration.FormPlaces.form;
import static fr.toitcommun.persistence.registration.FormPlaces.locations;
import static fr.toitcommun.persistence.registration.FormPlaces.naturalForm;

import fr.toitcommun.persistence.territory.Municipality;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Controls of the present dwelling, the motives and the dwelling sought (R.441-2-2 f, g, h). The
 * present tenure, the main motive and the wishes are the form itself; what describes the present
 * dwelling may come later.
 */
final class SoughtControls {
  private static final int MOST_LOCATIONS = 8;
  private static final String OTHER_MOTIVE = "23";
  private static final Set<String> TENANTS = Set.of("HLM", "LP");
  private static final Set<String> LODGED = Set.of("CPE", "CP");
  private static final int LEAST_SURFACE = 4;
  private static final int MOST_SURFACE = 150;

  static final List<Control<DemandForm>> ALL =
      Stream.of(currentHousing(), motives(), sought(), places()).flatMap(List::stream).toList();

  private SoughtControls() {}

  private static List<Control<DemandForm>> currentHousing() {
    var housing =
        FormPlaces.one(
            FormSection.CURRENT_HOUSING,
            "currentHousing",
            f -> f.getLegalPerson() == null ? f.getCurrentHousing() : null);
    var form = naturalForm(FormSection.CURRENT_HOUSING);
    return List.of(
        housing.required("TC-0601", "tenure", CurrentHousingForm::getTenure),
        housing.code("TC-0602", "tenure", CurrentHousingForm::getTenure, "CURRENT_HOUSING"),
        housing.code("TC-0603", "category", CurrentHousingForm::getCategory, "CURRENT_CATEGORY"),
        housing.code("TC-0604", "type", CurrentHousingForm::getType, "DWELLING_TYPE"),
        housing.range("TC-0605", "surface", CurrentHousingForm::getSurface, 1, 999),
        housing.range("TC-0606", "occupants", CurrentHousingForm::getOccupants, 1, 99),
        housing.range(
            "TC-0607", "rent", CurrentHousingForm::getRent, 0, HouseholdControls.HIGHEST_MONTHLY),
        housing.range(
            "TC-0608",
            "housingAid",
            CurrentHousingForm::getHousingAid,
            0,
            HouseholdControls.HIGHEST_MONTHLY),
        housing.days(
            "TC-0609",
            "since",
            CurrentHousingForm::getSince,
            day -> day.minusYears(IdentityControls.OLDEST_PERSON),
            day -> day),
        housing.invalid(
            "TC-0610",
            "hostNumber",
            "NOT_A_UNIQUE_NUMBER",
            (h, d) ->
                ControlLines.stated(h.getHostNumber()) && !UniqueNumber.isOne(h.getHostNumber())),
        housing.wanted("TC-0611", "type", SoughtControls::tenant, CurrentHousingForm::getType),
        housing.wanted(
            "TC-0612", "surface", SoughtControls::tenant, CurrentHousingForm::getSurface),
        housing.wanted("TC-0613", "rent", SoughtControls::tenant, CurrentHousingForm::getRent),
        housing.wanted(
            "TC-0614",
            "landlord",
            h -> HouseholdFacts.SOCIAL_TENANT.equals(h.getTenure()),
            CurrentHousingForm::getLandlord),
        housing.wanted(
            "TC-0615",
            "hostName",
            h -> LODGED.contains(said(h.getTenure())),
            CurrentHousingForm::getHostName),
        housing.wanted("TC-0616", "occupants", CurrentHousingForm::getOccupants),
        housing.wanted("TC-0617", "since", CurrentHousingForm::getSince),
        housing.doubtful(
            "TC-0618",
            "surface",
            "SURFACE_IMPROBABLE",
            (h, d) ->
                h.getSurface() != null
                    && h.getOccupants() != null
                    && (h.getSurface() < LEAST_SURFACE * h.getOccupants()
                        || h.getSurface() > MOST_SURFACE * h.getOccupants()),
            LEAST_SURFACE,
            MOST_SURFACE),
        form.doubtful(
            "TC-0619",
            "currentHousing.rent",
            "RENT_OVER_RESOURCES",
            (f, d) -> over(f.getCurrentHousing().getRent(), f)),
        form.doubtful(
            "TC-0620",
            "currentHousing.since",
            "HOUSED_BEFORE_BIRTH",
            (f, d) ->
                f.getCurrentHousing().getSince() != null
                    && f.getApplicant().getBirthDate() != null
                    && f.getCurrentHousing().getSince().isBefore(f.getApplicant().getBirthDate())));
  }

  private static boolean tenant(CurrentHousingForm housing) {
    return TENANTS.contains(said(housing.getTenure()));
  }

  private static String said(String text) {
    return Objects.requireNonNullElse(text, "");
  }

  private static boolean over(Integer rent, DemandForm form) {
    Integer monthly = HouseholdControls.monthly(form);
    return rent != null && monthly != null && rent > monthly;
  }

  private static List<Control<DemandForm>> motives() {
    var motives =
        FormPlaces.one(
            FormSection.MOTIVES,
            "motives",
            f -> f.getLegalPerson() == null ? f.getMotives() : null);
    return List.of(
        motives.required("TC-0701", "main", MotivesForm::getMain),
        motives.code("TC-0702", "main", MotivesForm::getMain, "DEMAND_MOTIVE"),
        motives.code("TC-0703", "second", MotivesForm::getSecond, "DEMAND_MOTIVE"),
        motives.code("TC-0704", "third", MotivesForm::getThird, "DEMAND_MOTIVE"),
        motives.invalid(
            "TC-0705",
            "second",
            "TWICE",
            (m, d) -> new HashSet<>(stated(m)).size() < stated(m).size()),
        motives.invalid(
            "TC-0706",
            "second",
            "REQUIRED",
            (m, d) -> ControlLines.stated(m.getThird()) && !ControlLines.stated(m.getSecond())),
        motives.wanted(
            "TC-0707", "detail", m -> stated(m).contains(OTHER_MOTIVE), MotivesForm::getDetail));
  }

  private static List<String> stated(MotivesForm motives) {
    return Stream.of(motives.getMain(), motives.getSecond(), motives.getThird())
        .filter(ControlLines::stated)
        .toList();
  }

  private static List<Control<DemandForm>> sought() {
    var sought = FormPlaces.one(FormSection.SOUGHT, "sought", DemandForm::getSought);
    var form = form(FormSection.SOUGHT);
    return List.of(
        sought.required("TC-0801", "category", SoughtForm::getCategory),
        sought.code("TC-0802", "category", SoughtForm::getCategory, "SOUGHT_CATEGORY"),
        sought.required("TC-0803", "types", SoughtForm::getTypes),
        sought.codes("TC-0804", "types", SoughtForm::getTypes, true, "DWELLING_TYPE"),
        sought.invalid(
            "TC-0805",
            "types",
            "TWICE",
            (s, d) -> new HashSet<>(s.getTypes()).size() < s.getTypes().size()),
        sought.required("TC-0806", "acceptsOtherLocations", SoughtForm::getAcceptsOtherLocations),
        sought.range(
            "TC-0807",
            "maximumRent",
            SoughtForm::getMaximumRent,
            1,
            HouseholdControls.HIGHEST_MONTHLY),
        form.doubtful(
            "TC-0808",
            "sought.maximumRent",
            "RENT_OVER_RESOURCES",
            (f, d) -> over(f.getSought().getMaximumRent(), f)),
        form.doubtful(
            "TC-0809",
            "sought.sharedTenancy",
            "SHARED_BY_ONE",
            (f, d) -> f.getSought().isSharedTenancy() && f.getCoApplicants().isEmpty()));
  }

  private static List<Control<DemandForm>> places() {
    var sought = FormPlaces.one(FormSection.SOUGHT, "sought", DemandForm::getSought);
    var places = locations();
    return List.of(
        sought.required("TC-0810", "locations", SoughtForm::getLocations),
        sought.invalid(
            "TC-0811",
            "locations",
            "TOO_MANY",
            (s, d) -> s.getLocations().size() > MOST_LOCATIONS,
            MOST_LOCATIONS),
        places.required("TC-0812", "municipalityCode", LocationForm::getMunicipalityCode),
        places.line(
            "TC-0813",
            Severity.INVALID,
            "municipalityCode",
            "UNKNOWN_MUNICIPALITY",
            List.of(),
            (place, context) ->
                unknownMunicipality(
                    place.at("municipalityCode"), place.of().getMunicipalityCode(), context)),
        sought.line(
            "TC-0814",
            Severity.INVALID,
            "locations[].municipalityCode",
            "TWICE",
            List.of(),
            (place, context) -> wishedTwice(place.of())),
        // One demand per département (R.441-2-1): another département is another demand.
        sought.line(
            "TC-0815",
            Severity.INVALID,
            "locations",
            "SEVERAL_DEPARTEMENTS",
            List.of(),
            (place, context) ->
                departements(place.of(), context).size() > 1
                    ? Stream.of(Fault.at(place.at("locations"), "SEVERAL_DEPARTEMENTS"))
                    : Stream.empty()),
        places.line(
            "TC-0816",
            Severity.INVALID,
            "district",
            "UNKNOWN_DISTRICT",
            List.of(),
            SoughtControls::unknownDistrict));
  }

  static Stream<Fault> unknownMunicipality(
      String path, String code, ControlContext<DemandForm> context) {
    return !ControlLines.stated(code) || context.reference().municipality(code).isPresent()
        ? Stream.empty()
        : Stream.of(Fault.at(path, "UNKNOWN_MUNICIPALITY", ControlLines.shortened(code)));
  }

  /** The same place twice; two districts of one municipality are two wishes. */
  private static Stream<Fault> wishedTwice(SoughtForm sought) {
    Set<String> seen = new HashSet<>();
    return FormPlaces.numbered("sought.locations", sought.getLocations(), one -> "")
        .filter(place -> ControlLines.stated(place.of().getMunicipalityCode()))
        .filter(
            place ->
                !seen.add(place.of().getMunicipalityCode() + " " + said(place.of().getDistrict())))
        .map(place -> Fault.at(place.at("municipalityCode"), "TWICE"));
  }

  private static Set<String> departements(SoughtForm sought, ControlContext<DemandForm> context) {
    return sought.getLocations().stream()
        .map(LocationForm::getMunicipalityCode)
        .flatMap(code -> context.reference().municipality(code).stream())
        .map(Municipality::departementCode)
        .collect(Collectors.toSet());
  }

  /** A district is one of its municipality, offered today or wished already. */
  private static Stream<Fault> unknownDistrict(
      ControlLines.Place<LocationForm> place, ControlContext<DemandForm> context) {
    String code = place.of().getDistrict();
    if (!ControlLines.stated(code)) {
      return Stream.empty();
    }
    boolean known =
        context
            .reference()
            .district(code)
            .filter(one -> one.municipalityCode().equals(place.of().getMunicipalityCode()))
            .filter(one -> one.isValidOn(context.today()) || wished(code, context.stored()))
            .isPresent();
    return known
        ? Stream.empty()
        : Stream.of(
            Fault.at(place.at("district"), "UNKNOWN_DISTRICT", ControlLines.shortened(code)));
  }

  private static boolean wished(String district, DemandForm stored) {
    return stored != null
        && stored.getSought().getLocations().stream()
            .anyMatch(place -> district.equals(place.getDistrict()));
  }
}
