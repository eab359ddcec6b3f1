package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.ejb.registration.Registrations;
import fr.toitcommun.persistence.reference.CodeItem;
import fr.toitcommun.persistence.registration.ContactForm;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.registration.NameKey;
import fr.toitcommun.persistence.registration.PersonForm;
import fr.toitcommun.persistence.registration.ResourceForm;
import fr.toitcommun.persistence.registration.duplicate.LikelyDuplicate;
import fr.toitcommun.persistence.registration.duplicate.LikelyDuplicates;
import fr.toitcommun.persistence.territory.District;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.primefaces.PrimeFaces;

/**
 * A demand being typed: the lines of its form come and go, and likely duplicates are watched.
 * Registering and modifying share it.
 */
@Dependent
public class DemandEntry implements Serializable {
  private static final int MOST_OFFERED = 12;

  /** A city as the list offers it: name and postal code. */
  private static final Pattern OFFERED_CITY = Pattern.compile("(.+) \\((\\d{5})\\)");

  @Inject private CodeLists lists;
  @Inject private Registrations registrations;

  private DemandForm form = new DemandForm();
  private String number;
  private DemandForm before;
  private LikelyDuplicates duplicates = new LikelyDuplicates(List.of(), 0);
  private Set<String> accepted = Set.of();
  private boolean toConfirm;
  private String chosen;
  private DemandForm aside;

  /**
   * Starts from this form.
   *
   * @param ofNumber the demand it modifies; null: a new one
   * @param asRead that demand as it was read; those who resembled it already are shown, and not
   *     asked about again
   */
  void open(DemandForm from, String ofNumber, DemandForm asRead) {
    form = from;
    number = ofNumber;
    before = asRead;
  }

  /** Every signer has a line for a resource to begin with. */
  void offerLines() {
    for (PersonForm signer : signers()) {
      if (!isBody() && signer.getResources().isEmpty() && !signer.isWithoutResources()) {
        signer.getResources().add(new ResourceForm());
      }
    }
  }

  /** Whether a body asks (L.442-8-1). */
  public boolean isBody() {
    return form.getLegalPerson() != null;
  }

  /**
   * A body asks instead of a person, or the other way round. What only the other kind of form holds
   * is put aside and comes back with it.
   */
  void changeKind() {
    DemandForm other = aside;
    aside = form;
    if (isBody()) {
      DemandForm person = other == null ? new DemandForm() : other;
      person.takeOver(form);
      form = person;
    } else {
      DemandForm body = form.asBody();
      body.setLegalPerson(other == null ? body.getLegalPerson() : other.getLegalPerson());
      form = body;
    }
    focus(isBody() ? "legalPerson_name" : "applicant_civility");
  }

  /** What is typed. */
  public DemandForm getForm() {
    return form;
  }

  /** Likely duplicates of the persons typed so far. */
  public LikelyDuplicates getDuplicates() {
    return duplicates;
  }

  /** Whether saving waits for a word about the likely duplicates. */
  public boolean isToConfirm() {
    return toConfirm;
  }

  /** The field by which a municipality is added; always empty again. */
  public String getChosen() {
    return null;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }

  /** Resources received, then paid, one may choose from; also the one that is held already. */
  public List<CodeItem> resourceItems(String held) {
    List<String> also = held == null ? List.of() : List.of(held);
    return Stream.of("RESOURCE_RECEIVED", "RESOURCE_PAID")
        .flatMap(list -> lists.items(list, also).stream())
        .toList();
  }

  /** Districts one may choose from at a place; also those that the demand wishes already. */
  public List<District> districts(LocationForm place) {
    List<District> offered = new ArrayList<>(lists.districts(place.getMunicipalityCode()));
    List<LocationForm> wished = new ArrayList<>(List.of(place));
    if (before != null) {
      wished.addAll(before.getSought().getLocations());
    }
    wished.stream()
        .flatMap(one -> lists.district(one.getDistrict()).stream())
        .filter(one -> one.municipalityCode().equals(place.getMunicipalityCode()))
        .filter(one -> !offered.contains(one))
        .forEach(offered::add);
    return offered;
  }

  /** INSEE codes of the municipalities offered for what was typed. */
  public List<String> offered(String typed) {
    return lists.municipalities(typed, MOST_OFFERED).stream().map(Municipality::code).toList();
  }

  /**
   * Adds the municipality that was chosen. One that is wished already comes again where it has
   * districts, to wish another of them.
   */
  public void addLocation() {
    List<LocationForm> places = form.getSought().getLocations();
    boolean again = places.stream().anyMatch(place -> place.getMunicipalityCode().equals(chosen));
    boolean districts = chosen != null && !lists.districts(chosen).isEmpty();
    if (chosen != null && (!again || districts)) {
      places.add(new LocationForm(chosen));
    }
    chosen = null;
    focus(
        again && districts
            ? "sought_locations_" + (places.size() - 1) + "_district"
            : "sought_add");
  }

  public void removeLocation(int index) {
    form.getSought().getLocations().remove(index);
    focus("sought_add");
  }

  /** Moves a municipality up or down in the order of preference; the keyboard stays on it. */
  public void moveLocation(int index, int by) {
    List<LocationForm> locations = form.getSought().getLocations();
    int to = index + by;
    if (to >= 0 && to < locations.size()) {
      Collections.swap(locations, index, to);
      boolean end = by < 0 ? to == 0 : to == locations.size() - 1;
      String button = (by < 0) == end ? "down_" : "up_";
      focus("location_" + button + to);
    }
  }

  public void addCoApplicant() {
    PersonForm person = new PersonForm();
    person.getResources().add(new ResourceForm());
    form.getCoApplicants().add(person);
    focus("coApplicants_" + (form.getCoApplicants().size() - 1) + "_civility");
  }

  public void removeCoApplicant(int index) {
    form.getCoApplicants().remove(index);
    focus("co_add");
  }

  public void addDependant() {
    form.getDependants().add(new PersonForm());
    focus("dependants_" + (form.getDependants().size() - 1) + "_surname");
  }

  public void removeDependant(int index) {
    form.getDependants().remove(index);
    focus("dependants_add");
  }

  /** Adds a line for a resource to a person, whose fields begin with this path. */
  public void addResource(PersonForm person, String path) {
    person.getResources().add(new ResourceForm());
    focus(path + "resources_" + (person.getResources().size() - 1) + "_code");
  }

  public void removeResource(PersonForm person, int index, String path) {
    person.getResources().remove(index);
    focus(path + "resources_add");
  }

  /** The city as typed. */
  public String getCity() {
    return form.getContact().getCity();
  }

  /** A city chosen from the list brings its postal code; anything else is the city's name. */
  public void setCity(String typed) {
    ContactForm contact = form.getContact();
    Matcher chosenCity = OFFERED_CITY.matcher(typed == null ? "" : typed);
    if (!chosenCity.matches()) {
      contact.setCity(typed);
      return;
    }
    contact.setCity(chosenCity.group(1));
    if (ofPostalCode().stream().noneMatch(m -> m.name().equals(contact.getCity()))) {
      contact.setPostalCode(chosenCity.group(2));
    }
  }

  /** A postal code was typed: where it has one municipality only, that is the city. */
  public void completeCity() {
    List<Municipality> found = ofPostalCode();
    if (found.size() == 1) {
      form.getContact().setCity(found.get(0).name());
    }
  }

  /**
   * Cities offered for what was typed: those of the postal code that begin so, or of everywhere.
   */
  public List<String> cities(String typed) {
    List<Municipality> here =
        ofPostalCode().stream()
            .filter(m -> NameKey.of(m.name()).startsWith(NameKey.of(typed)))
            .toList();
    return (here.isEmpty() ? lists.municipalities(typed, MOST_OFFERED) : here)
        .stream().map(Texts::named).toList();
  }

  private List<Municipality> ofPostalCode() {
    String typed = form.getContact().getPostalCode();
    return typed != null && typed.matches("\\d{5}") ? lists.municipalities(typed, 50) : List.of();
  }

  /** Looks for likely duplicates of the persons typed so far. */
  public void look() {
    duplicates = registrations.duplicates(form, number);
  }

  /** Lines left empty go, the city finds its code: the form is as it would be saved. */
  void tidy() {
    signers().forEach(DemandEntry::dropEmptyLines);
    form.getDependants().forEach(DemandEntry::dropEmptyLines);
    locate(form.getContact());
    stateYears();
  }

  /** An amount is of the year that the screen shows with it, however long the draft is kept. */
  void stateYears() {
    for (PersonForm person : persons()) {
      boolean stated = person.getTaxIncomeN1() != null || person.getTaxIncomeN2() != null;
      if (stated && person.getTaxYear() == null) {
        person.setTaxYear(taxYear());
      }
    }
  }

  private int taxYear() {
    return lists.today().getYear() - 2;
  }

  /** Whether a person's amounts are of years that the form no longer asks for. */
  public boolean oldYears(PersonForm person) {
    return person.getTaxYear() != null && person.getTaxYear() < taxYear();
  }

  /** Has a person's amounts stand for the years that the form asks for today. */
  public void bringYears(PersonForm person, String path) {
    person.bringTaxYearTo(taxYear());
    focus(path + "taxIncomeN2");
  }

  /**
   * Looks for likely duplicates before saving.
   *
   * @param confirmed the agent says that those on the screen are other persons
   * @return whether to save; false: the agent must look at the likely duplicates first
   */
  boolean unlike(boolean confirmed) {
    if (confirmed) {
      accepted = known(duplicates);
    } else if (before != null && accepted.isEmpty()) {
      accepted = known(registrations.duplicates(before, number));
    }
    look();
    toConfirm = !duplicates.none() && !accepted.containsAll(known(duplicates));
    return !toConfirm;
  }

  /**
   * Lines come and go while the page is updated: where the keyboard goes on is known to the browser
   * only then.
   */
  private static void focus(String field) {
    PrimeFaces.current().executeScript("toit.focus('" + field + "')");
  }

  private static Set<String> known(LikelyDuplicates duplicates) {
    Set<String> known =
        duplicates.shown().stream().map(LikelyDuplicate::uniqueNumber).collect(Collectors.toSet());
    known.add("hidden " + duplicates.hidden());
    return known;
  }

  private List<PersonForm> persons() {
    List<PersonForm> persons = signers();
    persons.addAll(form.getDependants());
    return persons;
  }

  private List<PersonForm> signers() {
    List<PersonForm> signers = new ArrayList<>(List.of(form.getApplicant()));
    signers.addAll(form.getCoApplicants());
    return signers;
  }

  private static void dropEmptyLines(PersonForm person) {
    person.getResources().removeIf(line -> line.getCode() == null && line.getAmount() == null);
  }

  /**
   * The municipality of postal code and city. Where both are as they were read, so is it: its code
   * may come from a system that knows more than the two tell, as of an address with CEDEX.
   */
  private void locate(ContactForm contact) {
    if (before != null
        && Objects.equals(contact.getPostalCode(), before.getContact().getPostalCode())
        && Objects.equals(contact.getCity(), before.getContact().getCity())) {
      contact.setMunicipalityCode(before.getContact().getMunicipalityCode());
      return;
    }
    contact.setMunicipalityCode(
        ofPostalCode().stream()
            .filter(
                m ->
                    contact.getCity() != null
                        && NameKey.of(m.name()).equals(NameKey.of(contact.getCity())))
            .map(Municipality::code)
            .findFirst()
            .orElse(null));
  }

  /** A municipality's name and postal code; anything but its code as it is. */
  public String named(String code) {
    return code == null ? "" : lists.municipality(code).map(Texts::named).orElse(code);
  }
}
