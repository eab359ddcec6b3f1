package fr.toitcommun.persistence.allocation.stock;

import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.VacancyPlace;
import fr.toitcommun.persistence.allocation.VacancyReader;
import fr.toitcommun.persistence.registration.DwellingType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Reads the dwellings of a landlord's stock. */
public final class DwellingReader {
  private static final String WHERE =
      """
      from dwelling w
      left join vacancy v on v.dwelling_id = w.id and v.status = 'OPEN'
      where w.landlord_id = :landlord
        and (cast(:municipality as text) is null or w.municipality_code = :municipality)
        and (cast(:type as text) is null or w.dwelling_type = :type)
        and (cast(:scheme as text) is null or w.scheme = :scheme)
        and (cast(:energy as text) is null or w.energy_class = :energy)
        and (cast(:state as text) is null or (:state = 'VACANT') = (v.id is not null))
        and (cast(:text as text) is null or position(
          translate(lower(:text), 'àâäéèêëîïôöùûüç', 'aaaeeeeiioouuuc') in w.search_text) > 0)
      """;

  private final Jdbi jdbi;

  /** Reads from this database. */
  public DwellingReader(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** A landlord's dwellings by municipality and address. */
  public DwellingPage list(long landlordId, DwellingSearch search, int offset, int limit) {
    String sql =
        "select w.*, v.id as vacancy_id, v.available_from, count(*) over () as total "
            + WHERE
            + " order by w.municipality_code, w.address, w.internal_reference offset :offset limit"
            + " :limit";
    return jdbi.withHandle(
        handle -> {
          long[] total = {0};
          List<DwellingRow> rows =
              handle
                  .createQuery(sql)
                  .bind("landlord", landlordId)
                  .bind("municipality", search.municipalityCode())
                  .bind("type", search.type() == null ? null : search.type().name())
                  .bind("scheme", search.scheme() == null ? null : search.scheme().name())
                  .bind("energy", search.energyClass())
                  .bind("state", search.state() == null ? null : search.state().name())
                  .bind("text", search.text())
                  .bind("offset", offset)
                  .bind("limit", limit)
                  .map(
                      (row, context) -> {
                        total[0] = row.getLong("total");
                        return dwelling(row);
                      })
                  .list();
          return new DwellingPage(rows, total[0]);
        });
  }

  /** Where a landlord has dwellings, by name; how many there. */
  public List<VacancyPlace> places(long landlordId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select m.code, m.name, count(*) as number from dwelling w join municipality m"
                        + " on m.code = w.municipality_code where w.landlord_id = :landlord group"
                        + " by m.code, m.name order by m.search_name, m.code")
                .bind("landlord", landlordId)
                .map(
                    (row, context) ->
                        new VacancyPlace(
                            row.getString("code"), row.getString("name"), row.getLong("number")))
                .list());
  }

  /** One dwelling with its vacancies. */
  public Optional<DwellingDetail> find(long dwellingId) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select w.*, p.name as landlord from dwelling w join partner p on p.id ="
                        + " w.landlord_id where w.id = :id")
                .bind("id", dwellingId)
                .map(
                    (row, context) ->
                        new DwellingDetail(
                            row.getLong("id"),
                            row.getInt("version"),
                            row.getLong("landlord_id"),
                            row.getString("landlord"),
                            form(row),
                            new VacancyReader(jdbi).ofDwelling(dwellingId)))
                .findOne());
  }

  private static DwellingRow dwelling(ResultSet row) throws SQLException {
    return new DwellingRow(
        row.getLong("id"),
        row.getString("internal_reference"),
        row.getString("stock_register_id"),
        row.getString("municipality_code"),
        row.getString("address"),
        row.getString("stair"),
        row.getString("door"),
        row.getObject("floor", Integer.class),
        row.getBoolean("lift"),
        row.getString("category"),
        DwellingType.valueOf(row.getString("dwelling_type")),
        row.getInt("surface"),
        row.getInt("main_rent")
            + row.getInt("accessory_rents")
            + row.getInt("energy_contribution")
            + row.getInt("charges"),
        FundingScheme.valueOf(row.getString("scheme")),
        row.getString("energy_class"),
        row.getBoolean("priority_district"),
        row.getBoolean("wheelchair"),
        row.getObject("vacancy_id", Long.class),
        row.getObject("available_from", LocalDate.class));
  }

  static DwellingForm form(ResultSet row) throws SQLException {
    DwellingForm form = new DwellingForm();
    form.setStockRegisterId(row.getString("stock_register_id"));
    form.setInternalReference(row.getString("internal_reference"));
    form.setMunicipalityCode(row.getString("municipality_code"));
    form.setAddress(row.getString("address"));
    form.setStair(row.getString("stair"));
    form.setDoor(row.getString("door"));
    form.setFloor(row.getObject("floor", Integer.class));
    form.setLift(row.getBoolean("lift"));
    form.setCategory(row.getString("category"));
    form.setType(row.getString("dwelling_type"));
    form.setRooms(row.getObject("rooms", Integer.class));
    form.setSurface(row.getInt("surface"));
    form.setMainRent(row.getInt("main_rent"));
    form.setAccessoryRents(row.getInt("accessory_rents"));
    form.setEnergyContribution(row.getInt("energy_contribution"));
    form.setCharges(row.getInt("charges"));
    form.setScheme(row.getString("scheme"));
    form.setFinancing(row.getString("financing"));
    form.setAplConvention(row.getString("apl_convention"));
    form.setAplConventionOn(row.getObject("apl_convention_on", LocalDate.class));
    form.setOccupancy(row.getString("occupancy"));
    form.setEnergyClass(row.getString("energy_class"));
    form.setEnergyCertifiedOn(row.getObject("energy_certified_on", LocalDate.class));
    form.setPriorityDistrict(row.getBoolean("priority_district"));
    form.setDistrictCode(row.getString("district_code"));
    form.setWheelchair(row.getBoolean("wheelchair"));
    form.setAdaptedPlai(row.getBoolean("adapted_plai"));
    form.setCompletionYear(row.getObject("completion_year", Integer.class));
    form.setFirstLetYear(row.getObject("first_let_year", Integer.class));
    return form;
  }
}
