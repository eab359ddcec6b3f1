package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.reference.CodeLists;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.LocationForm;
import fr.toitcommun.persistence.territory.District;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.web.shell.Focus;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The municipalities that a demand wishes, being typed: they come, go and change their order. */
@Dependent
public class WishedPlaces implements Serializable {
  private static final int MOST_OFFERED = 12;

  @Inject private CodeLists lists;

  private DemandForm form;
  private List<LocationForm> before = List.of();
  private String chosen;

  /**
   * Types into this form.
   *
   * @param asRead the form as it was read; null for a new demand
   */
  void take(DemandForm now, DemandForm asRead) {
    form = now;
    before = asRead == null ? List.of() : asRead.getSought().getLocations();
  }

  /** The field by which a municipality is added; always empty again. */
  public String getChosen() {
    return null;
  }

  public void setChosen(String chosen) {
    this.chosen = chosen;
  }

  /** Districts one may choose from at a place; also those that the demand wishes already. */
  public List<District> districts(LocationForm place) {
    List<District> offered = new ArrayList<>(lists.districts(place.getMunicipalityCode()));
    List<LocationForm> wished = new ArrayList<>(List.of(place));
    wished.addAll(before);
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

  /** A municipality's name and postal code; anything but its code as it is. */
  public String named(String code) {
    return code == null ? "" : lists.municipality(code).map(Texts::named).orElse(code);
  }

  /**
   * Adds the municipality that was chosen. One that is wished already comes again where it has
   * districts, to wish another of them.
   */
  public void add() {
    List<LocationForm> places = form.getSought().getLocations();
    boolean again = places.stream().anyMatch(place -> place.getMunicipalityCode().equals(chosen));
    boolean districts = chosen != null && !lists.districts(chosen).isEmpty();
    if (chosen != null && (!again || districts)) {
      places.add(new LocationForm(chosen));
    }
    chosen = null;
    Focus.on(
        again && districts
            ? "sought_locations_" + (places.size() - 1) + "_district"
            : "sought_add");
  }

  public void remove(int index) {
    form.getSought().getLocations().remove(index);
    Focus.on("sought_add");
  }

  /** Moves a municipality up or down in the order of preference; the keyboard stays on it. */
  public void move(int index, int by) {
    List<LocationForm> places = form.getSought().getLocations();
    int to = index + by;
    if (to >= 0 && to < places.size()) {
      Collections.swap(places, index, to);
      boolean end = by < 0 ? to == 0 : to == places.size() - 1;
      String button = (by < 0) == end ? "down_" : "up_";
      Focus.on("location_" + button + to);
    }
  }
}
