package fr.toitcommun.persistence.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** How the applicant is housed today. */
@Embeddable
public class CurrentHousing {
  @Column(name = "current_tenure")
  private String tenure;

  @Column(name = "current_landlord")
  private String landlord;

  @Column(name = "current_category")
  private String category;

  @Column(name = "current_type")
  private String type;

  @Column(name = "current_surface")
  private Integer surface;

  @Column(name = "current_occupants")
  private Integer occupants;

  @Column(name = "current_rent")
  private Integer rent;

  @Column(name = "current_since")
  private LocalDate since;

  @Column(name = "owns_dwelling")
  private boolean ownsDwelling;

  @Column(name = "host_name")
  private String hostName;

  @Column(name = "host_number")
  private String hostNumber;

  @Column(name = "housing_aid")
  private Integer housingAid;

  /** For the persistence provider. */
  protected CurrentHousing() {}

  static CurrentHousing of(CurrentHousingForm form) {
    CurrentHousing housing = new CurrentHousing();
    housing.tenure = form.getTenure();
    housing.landlord = form.getLandlord();
    housing.category = form.getCategory();
    housing.type = form.getType();
    housing.surface = form.getSurface();
    housing.occupants = form.getOccupants();
    housing.rent = form.getRent();
    housing.since = form.getSince();
    housing.ownsDwelling = form.isOwnsDwelling();
    housing.hostName = form.getHostName();
    housing.hostNumber =
        UniqueNumber.isOne(form.getHostNumber())
            ? UniqueNumber.read(form.getHostNumber()).value()
            : null;
    housing.housingAid = form.getHousingAid();
    return housing;
  }

  CurrentHousingForm form() {
    CurrentHousingForm form = new CurrentHousingForm();
    form.setTenure(tenure);
    form.setLandlord(landlord);
    form.setCategory(category);
    form.setType(type);
    form.setSurface(surface);
    form.setOccupants(occupants);
    form.setRent(rent);
    form.setSince(since);
    form.setOwnsDwelling(ownsDwelling);
    form.setHostName(hostName);
    form.setHostNumber(hostNumber);
    form.setHousingAid(housingAid);
    return form;
  }
}
