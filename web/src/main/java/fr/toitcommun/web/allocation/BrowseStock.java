package fr.toitcommun.web.allocation;

import fr.toitcommun.ejb.allocation.Dwellings;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.VacancyPlace;
import fr.toitcommun.persistence.allocation.stock.DwellingPage;
import fr.toitcommun.persistence.allocation.stock.DwellingSearch;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.web.shell.Pages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The landlord's stock: searched by an address that can be shared. */
@Named
@ViewScoped
public class BrowseStock implements Serializable {
  private static final int ROWS = 25;

  @Inject private Dwellings dwellings;

  private String text;
  private String municipality;
  private DwellingType type;
  private FundingScheme scheme;
  private String energy;
  private DwellingSearch.State state;
  private Long number;
  private DwellingPage page;
  private List<VacancyPlace> places;

  /** Reads the part asked for. */
  public void load() {
    places = dwellings.places();
    page =
        dwellings.list(
            new DwellingSearch(text, municipality, type, scheme, energy, state),
            (Pages.first(number) - 1) * ROWS,
            ROWS);
  }

  /** Address of this search, to which the part's number is added. */
  public String getAddress() {
    return "stock.xhtml?q=%s&municipality=%s&type=%s&scheme=%s&energy=%s&state=%s"
        .formatted(
            word(text), word(municipality), word(type), word(scheme), word(energy), word(state));
  }

  private static String word(Object value) {
    return value == null ? "" : URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
  }

  public DwellingPage getPage() {
    return page;
  }

  public List<VacancyPlace> getPlaces() {
    return places;
  }

  public Pages getPages() {
    return Pages.at(number, ROWS, page.total());
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getMunicipality() {
    return municipality;
  }

  public void setMunicipality(String municipality) {
    this.municipality = municipality;
  }

  public DwellingType getType() {
    return type;
  }

  public void setType(DwellingType type) {
    this.type = type;
  }

  public FundingScheme getScheme() {
    return scheme;
  }

  public void setScheme(FundingScheme scheme) {
    this.scheme = scheme;
  }

  public String getEnergy() {
    return energy;
  }

  public void setEnergy(String energy) {
    this.energy = energy;
  }

  public DwellingSearch.State getState() {
    return state;
  }

  public void setState(DwellingSearch.State state) {
    this.state = state;
  }

  public Long getNumber() {
    return number;
  }

  public void setNumber(Long number) {
    this.number = number;
  }
}
