package fr.toitcommun.persistence.allocation.stock;

import fr.toitcommun.persistence.allocation.DwellingForm;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The columns of a stock file, each under its own name or one of those of the national register
 * (RPLS). A column that is not in the file leaves what the file of dwellings holds.
 */
public enum StockColumn {
  REFERENCE(
      "internal_reference",
      "internalReference",
      "reference",
      Need.ALWAYS,
      Cell.text(DwellingForm::setInternalReference),
      DwellingForm::getInternalReference,
      "IDENT_INT"),
  REGISTER(
      "stock_register_id",
      "stockRegisterId",
      "rpls",
      Need.NEVER,
      Cell.text(DwellingForm::setStockRegisterId),
      DwellingForm::getStockRegisterId,
      "IDENT_REP"),
  MUNICIPALITY(
      "municipality_code",
      "municipalityCode",
      "commune",
      Need.ALWAYS,
      Cell.text(DwellingForm::setMunicipalityCode),
      DwellingForm::getMunicipalityCode,
      "DEPCOM"),
  ADDRESS(
      "address",
      "address",
      "adresse",
      Need.ALWAYS,
      Cell.text(DwellingForm::setAddress),
      DwellingForm::getAddress),
  STAIR(
      "stair",
      "stair",
      "escalier",
      Need.NEVER,
      Cell.text(DwellingForm::setStair),
      DwellingForm::getStair,
      "ESC"),
  DOOR(
      "door",
      "door",
      "appartement",
      Need.NEVER,
      Cell.text(DwellingForm::setDoor),
      DwellingForm::getDoor,
      "NUMAPPT"),
  FLOOR(
      "floor",
      "floor",
      "etage",
      Need.NEVER,
      Cell.number(DwellingForm::setFloor),
      DwellingForm::getFloor),
  LIFT(
      "lift",
      "lift",
      "ascenseur",
      Need.NEVER,
      Cell.yes(DwellingForm::setLift),
      DwellingForm::isLift),
  CATEGORY(
      "category",
      "category",
      "categorie",
      Need.NEVER,
      Cell.category(DwellingForm::setCategory),
      DwellingForm::getCategory,
      "TYPECONST"),
  TYPE(
      "dwelling_type",
      "type",
      "type",
      Need.ALWAYS,
      Cell.type(DwellingForm::setType),
      DwellingForm::getType),
  ROOMS(
      "rooms",
      "rooms",
      "pieces",
      Need.NEVER,
      Cell.number(DwellingForm::setRooms),
      DwellingForm::getRooms,
      "NBPIECE"),
  SURFACE(
      "surface",
      "surface",
      "surface",
      Need.ALWAYS,
      Cell.number(DwellingForm::setSurface),
      DwellingForm::getSurface,
      "SURFHAB"),
  MAIN_RENT(
      "main_rent",
      "mainRent",
      "loyer",
      Need.ALWAYS,
      Cell.number(DwellingForm::setMainRent),
      DwellingForm::getMainRent,
      "LOYERPRINC"),
  ACCESSORY_RENTS(
      "accessory_rents",
      "accessoryRents",
      "loyer_accessoire",
      Need.NEVER,
      Cell.number(DwellingForm::setAccessoryRents),
      DwellingForm::getAccessoryRents,
      "LOYERACC"),
  ENERGY_CONTRIBUTION(
      "energy_contribution",
      "energyContribution",
      "contribution_energie",
      Need.NEVER,
      Cell.number(DwellingForm::setEnergyContribution),
      DwellingForm::getEnergyContribution,
      "CONTRIB"),
  CHARGES(
      "charges",
      "charges",
      "charges",
      Need.ALWAYS,
      Cell.number(DwellingForm::setCharges),
      DwellingForm::getCharges),
  SCHEME(
      "scheme",
      "scheme",
      "plafonds",
      Need.ALWAYS,
      Cell.code(DwellingForm::setScheme),
      DwellingForm::getScheme,
      "CUS"),
  FINANCING(
      "financing",
      "financing",
      "financement",
      Need.NEVER,
      Cell.code(DwellingForm::setFinancing),
      DwellingForm::getFinancing,
      "FINAN"),
  CONVENTION(
      "apl_convention",
      "aplConvention",
      "convention",
      Need.NEVER,
      Cell.text(DwellingForm::setAplConvention),
      DwellingForm::getAplConvention,
      "NUMCONV"),
  CONVENTION_ON(
      "apl_convention_on",
      "aplConventionOn",
      "convention_date",
      Need.NEVER,
      Cell.day(DwellingForm::setAplConventionOn),
      DwellingForm::getAplConventionOn,
      "DATCONV"),
  OCCUPANCY(
      "occupancy",
      "occupancy",
      "occupation",
      Need.NEVER,
      Cell.code(DwellingForm::setOccupancy),
      DwellingForm::getOccupancy,
      "MODE"),
  ENERGY_CLASS(
      "energy_class",
      "energyClass",
      "dpe",
      Need.NEVER,
      Cell.code(DwellingForm::setEnergyClass),
      DwellingForm::getEnergyClass,
      "DPEENERGIE"),
  ENERGY_ON(
      "energy_certified_on",
      "energyCertifiedOn",
      "dpe_date",
      Need.NEVER,
      Cell.day(DwellingForm::setEnergyCertifiedOn),
      DwellingForm::getEnergyCertifiedOn,
      "DPEDATE"),
  PRIORITY_DISTRICT(
      "priority_district",
      "priorityDistrict",
      "qpv",
      Need.NEVER,
      Cell.yes(DwellingForm::setPriorityDistrict),
      DwellingForm::isPriorityDistrict),
  DISTRICT(
      "district_code",
      "districtCode",
      "quartier",
      Need.NEVER,
      Cell.text(DwellingForm::setDistrictCode),
      DwellingForm::getDistrictCode),
  WHEELCHAIR(
      "wheelchair",
      "wheelchair",
      "accessible",
      Need.NEVER,
      Cell.yes(DwellingForm::setWheelchair),
      DwellingForm::isWheelchair),
  ADAPTED_PLAI(
      "adapted_plai",
      "adaptedPlai",
      "plai_adapte",
      Need.NEVER,
      Cell.yes(DwellingForm::setAdaptedPlai),
      DwellingForm::isAdaptedPlai),
  COMPLETION_YEAR(
      "completion_year",
      "completionYear",
      "annee_construction",
      Need.NEVER,
      Cell.number(DwellingForm::setCompletionYear),
      DwellingForm::getCompletionYear,
      "CONSTRUCT"),
  FIRST_LET_YEAR(
      "first_let_year",
      "firstLetYear",
      "annee_location",
      Need.NEVER,
      Cell.number(DwellingForm::setFirstLetYear),
      DwellingForm::getFirstLetYear,
      "LOCAT");

  private enum Need {
    ALWAYS,
    NEVER
  }

  private final String column;
  private final String field;
  private final String header;
  private final Need need;
  private final Cell cell;
  private final Function<DwellingForm, Object> value;
  private final List<String> registerNames;

  StockColumn(
      String column,
      String field,
      String header,
      Need need,
      Cell cell,
      Function<DwellingForm, Object> value,
      String... registerNames) {
    this.column = column;
    this.field = field;
    this.header = header;
    this.need = need;
    this.cell = cell;
    this.value = value;
    this.registerNames = List.of(registerNames);
  }

  /** Its column of the table of dwellings. */
  public String column() {
    return column;
  }

  /** The field of {@link DwellingForm}, where faults are. */
  public String field() {
    return field;
  }

  /** Its own name. */
  public String header() {
    return header;
  }

  /** Whether every file has it. */
  public boolean required() {
    return need == Need.ALWAYS;
  }

  /** Its names in the national register; none when it has no such column. */
  public List<String> registerNames() {
    return registerNames;
  }

  /** The column of this header, whatever its case. */
  static Optional<StockColumn> named(String header) {
    return Arrays.stream(values())
        .filter(
            one ->
                Stream.concat(Stream.of(one.header), one.registerNames.stream())
                    .anyMatch(name -> name.equalsIgnoreCase(header)))
        .findFirst();
  }

  /** The column in which a fault of this field lies. */
  public static Optional<StockColumn> ofField(String field) {
    return Arrays.stream(values()).filter(one -> one.field.equals(field)).findFirst();
  }

  /**
   * Takes a cell over.
   *
   * @throws CellFault when it cannot be read
   */
  void read(DwellingForm form, String written) throws CellFault {
    cell.read(form, written);
  }

  /** The type of what a form holds of it. */
  Class<?> type() {
    return switch (this) {
      case FLOOR,
          ROOMS,
          SURFACE,
          MAIN_RENT,
          ACCESSORY_RENTS,
          ENERGY_CONTRIBUTION,
          CHARGES,
          COMPLETION_YEAR,
          FIRST_LET_YEAR ->
          Integer.class;
      case CONVENTION_ON, ENERGY_ON -> java.time.LocalDate.class;
      case LIFT, PRIORITY_DISTRICT, WHEELCHAIR, ADAPTED_PLAI -> Boolean.class;
      default -> String.class;
    };
  }

  /** What a form holds of it. */
  Object value(DwellingForm form) {
    return value.apply(form);
  }

  /** How a cell is read. */
  private interface Cell {
    void read(DwellingForm form, String written) throws CellFault;

    static Cell text(BiConsumer<DwellingForm, String> set) {
      return (form, written) -> set.accept(form, written);
    }

    static Cell code(BiConsumer<DwellingForm, String> set) {
      return (form, written) ->
          set.accept(form, written == null ? null : written.toUpperCase(java.util.Locale.ROOT));
    }

    static Cell number(BiConsumer<DwellingForm, Integer> set) {
      return (form, written) -> set.accept(form, CellWords.number(written));
    }

    static Cell day(BiConsumer<DwellingForm, java.time.LocalDate> set) {
      return (form, written) -> set.accept(form, CellWords.day(written));
    }

    static Cell yes(BiConsumer<DwellingForm, Boolean> set) {
      return (form, written) -> set.accept(form, CellWords.yes(written));
    }

    static Cell category(BiConsumer<DwellingForm, String> set) {
      return (form, written) -> set.accept(form, CellWords.category(written));
    }

    static Cell type(BiConsumer<DwellingForm, String> set) {
      return (form, written) -> set.accept(form, CellWords.type(written));
    }
  }
}
