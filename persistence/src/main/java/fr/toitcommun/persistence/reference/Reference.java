package fr.toitcommun.persistence.reference;

import fr.toitcommun.persistence.territory.District;
import fr.toitcommun.persistence.territory.Municipality;
import fr.toitcommun.persistence.territory.MunicipalityMerger;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The reference data as one immutable whole: code lists, municipalities, districts, ceilings,
 * delays. It changes by migration or, for districts, by the manager of the file, and seldom: a
 * server may keep it for a while.
 */
public final class Reference {
  /** The zone of income ceilings that is not Île-de-France. */
  public static final String OTHER_REGIONS = "AUTRES_REGIONS";

  private final Map<String, List<CodeItem>> lists;
  private final Map<String, Municipality> municipalities;
  private final Map<String, District> districts;
  private final Map<String, String> departements;
  private final List<RuleParameter> parameters;
  private final List<CeilingAmount> ceilings;
  private final List<SizeFit> sizes;
  private final List<QuartileThreshold> quartiles;
  private final List<RunningCost> runningCosts;
  private final List<DetectionSetting> detections;
  private final Map<String, String> ceilingZones;
  private final Map<String, String> epcis;
  private final MunicipalityMergers mergers;
  private final Map<String, Map<String, Integer>> dwellings;

  private Reference(Handle handle) {
    lists =
        rows(handle, "select * from code_item order by list_name, rank, code", CodeItem.class)
            .stream()
            .collect(Collectors.groupingBy(CodeItem::listName));
    municipalities =
        rows(
                handle,
                "select m.*, e.name as epci_name from municipality m"
                    + " left join epci e on e.siren = m.epci_siren order by m.code",
                Municipality.class)
            .stream()
            .collect(Collectors.toMap(Municipality::code, Function.identity()));
    districts =
        rows(handle, "select * from district order by name, code", District.class).stream()
            .collect(
                Collectors.toMap(
                    District::code,
                    Function.identity(),
                    (a, b) -> a,
                    java.util.LinkedHashMap::new));
    departements =
        handle
            .createQuery("select code, name from departement order by code")
            .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (a, b) -> a,
                    java.util.LinkedHashMap::new));
    parameters = rows(handle, "select * from rule_parameter", RuleParameter.class);
    ceilings =
        rows(handle, "select * from income_ceiling order by scheme, category", CeilingAmount.class);
    sizes = rows(handle, "select * from size_grid order by persons, dwelling_type", SizeFit.class);
    quartiles =
        rows(
            handle,
            "select * from first_quartile_threshold order by year desc",
            QuartileThreshold.class);
    runningCosts = rows(handle, "select * from running_cost", RunningCost.class);
    detections = rows(handle, "select * from detection_rule order by id", DetectionSetting.class);
    ceilingZones =
        handle
            .createQuery("select code, ceiling_zone from departement")
            .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    epcis =
        municipalities.values().stream()
            .filter(municipality -> municipality.epciSiren() != null)
            .sorted(Comparator.comparing(Municipality::epciName))
            .collect(
                Collectors.toMap(
                    Municipality::epciSiren,
                    Municipality::epciName,
                    (a, b) -> a,
                    java.util.LinkedHashMap::new));
    mergers =
        new MunicipalityMergers(
            rows(handle, "select * from municipality_merger", MunicipalityMerger.class));
    record Dwellings(String level, String code, int number) {}
    dwellings =
        handle
            .createQuery(
                "select distinct on (level, code) level, code, dwellings from social_stock"
                    + " order by level, code, counted_on desc")
            .map((row, context) -> new Dwellings(row.getString(1), row.getString(2), row.getInt(3)))
            .collect(
                Collectors.groupingBy(
                    Dwellings::level, Collectors.toMap(Dwellings::code, Dwellings::number)));
  }

  private static <T> List<T> rows(Handle handle, String sql, Class<T> type) {
    return handle
        .createQuery(sql)
        .map(org.jdbi.v3.core.mapper.reflect.ConstructorMapper.of(type))
        .list();
  }

  /** Reads all of it. */
  public static Reference load(Jdbi jdbi) {
    return jdbi.withHandle(Reference::new);
  }

  /** The codes of a list that may be used on that day, in their order. */
  public List<CodeItem> items(String listName, LocalDate day) {
    return lists.getOrDefault(listName, List.of()).stream()
        .filter(item -> item.isValidOn(day))
        .toList();
  }

  /**
   * The codes of a list that may be used on that day, and those that are held already though they
   * are no longer offered.
   */
  public List<CodeItem> items(String listName, LocalDate day, Collection<?> held) {
    Set<String> seen =
        items(listName, day).stream().map(CodeItem::code).collect(Collectors.toSet());
    return lists.getOrDefault(listName, List.of()).stream()
        .filter(item -> item.isValidOn(day) || held.contains(item.code()) && seen.add(item.code()))
        .toList();
  }

  /** Whether this code of that list may be used on that day. */
  public boolean isValid(String listName, String code, LocalDate day) {
    return items(listName, day).stream().anyMatch(item -> item.code().equals(code));
  }

  /** Whether this code of that list may or ever might be used: what old demands may still hold. */
  public boolean isKnown(String listName, String code) {
    return lists.getOrDefault(listName, List.of()).stream()
        .anyMatch(item -> item.code().equals(code));
  }

  /** The label of a code, also of one no longer in use; the code itself when nobody knows it. */
  public String label(String listName, String code, Locale locale) {
    if (code == null) {
      return "";
    }
    return lists.getOrDefault(listName, List.of()).stream()
        .filter(item -> item.code().equals(code))
        .max(Comparator.comparing(CodeItem::validFrom))
        .map(item -> item.label(locale))
        .orElse(code);
  }

  /** A municipality by its INSEE code. */
  public Optional<Municipality> municipality(String code) {
    return Optional.ofNullable(code).map(municipalities::get);
  }

  /** The districts of a municipality that may be wished on that day, by name. */
  public List<District> districts(String municipalityCode, LocalDate day) {
    return districts.values().stream()
        .filter(one -> one.municipalityCode().equals(municipalityCode) && one.isValidOn(day))
        .toList();
  }

  /** A district by its code, also one no longer offered. */
  public Optional<District> district(String code) {
    return Optional.ofNullable(code).map(districts::get);
  }

  /** All municipalities of the file. */
  public Collection<Municipality> municipalities() {
    return municipalities.values();
  }

  /** Names of the départements by code, in the order of the codes. */
  public Map<String, String> departements() {
    return departements;
  }

  /**
   * A parameter in force, that of the département before the general one.
   *
   * @throws IllegalStateException when the reference data lack it
   */
  public RuleParameter parameter(String name, String departement, LocalDate day) {
    return parameterIfAny(name, departement, day)
        .orElseThrow(() -> new IllegalStateException("No parameter " + name + " on " + day));
  }

  /** The same for a rule that has not always been there: empty before its first day. */
  public Optional<RuleParameter> parameterIfAny(String name, String departement, LocalDate day) {
    return parameters.stream()
        .filter(parameter -> parameter.holds(name, departement, day))
        .max(
            Comparator.comparing((RuleParameter p) -> p.departementCode() != null)
                .thenComparing(RuleParameter::validFrom));
  }

  /** The value of a general parameter in force. */
  public int value(String name, LocalDate day) {
    return parameter(name, null, day).value().intValueExact();
  }

  /** The value of a general parameter in force, with its decimals. */
  public BigDecimal number(String name, LocalDate day) {
    return parameter(name, null, day).value();
  }

  /** The amounts of a financing in force on that day outside Île-de-France. */
  public List<CeilingAmount> ceilings(String scheme, LocalDate day) {
    return ceilings(scheme, OTHER_REGIONS, day);
  }

  /** The zone of income ceilings that a département lies in. */
  public String ceilingZone(String departementCode) {
    return ceilingZones.getOrDefault(departementCode, OTHER_REGIONS);
  }

  /** The amounts of a financing in a zone in force on that day, categories 1 to 7 in order. */
  public List<CeilingAmount> ceilings(String scheme, String zone, LocalDate day) {
    List<CeilingAmount> valid =
        ceilings.stream()
            .filter(c -> c.scheme().equals(scheme) && c.zone().equals(zone) && c.isValidOn(day))
            .toList();
    int latest = valid.stream().mapToInt(CeilingAmount::year).max().orElse(0);
    return valid.stream()
        .filter(c -> c.year() == latest)
        .sorted(Comparator.comparingInt(CeilingAmount::category))
        .toList();
  }

  /** Household sizes that fit a type of dwelling where no territory has a grid of its own. */
  public List<Integer> sizesFitting(String dwellingType) {
    return sizes.stream()
        .filter(fit -> fit.departementCode() == null && fit.epciSiren() == null)
        .filter(fit -> fit.validTo() == null && fit.dwellingType().equals(dwellingType))
        .map(SizeFit::persons)
        .sorted()
        .toList();
  }

  /**
   * The grid of household and dwelling type in force in a territory: that of the EPCI, else that of
   * the département, else the one of everywhere.
   *
   * @param epciSiren null: none
   */
  public SizeGrid sizeGrid(String departementCode, String epciSiren, LocalDate day) {
    SizeGrid ofEpci = ownGrid(null, epciSiren, day);
    if (epciSiren != null && !ofEpci.fits().isEmpty()) {
      return ofEpci;
    }
    SizeGrid ofDepartement = ownGrid(departementCode, null, day);
    return ofDepartement.fits().isEmpty() ? ownGrid(null, null, day) : ofDepartement;
  }

  /** The grid that holds where this municipality is. */
  public SizeGrid sizeGrid(Municipality municipality, LocalDate day) {
    return sizeGrid(municipality.departementCode(), municipality.epciSiren(), day);
  }

  /** The grids of their own that EPCI with municipalities in a département have. */
  public List<SizeGrid> sizeGridsOfEpcis(String departementCode, LocalDate day) {
    return municipalities.values().stream()
        .filter(one -> one.departementCode().equals(departementCode))
        .map(Municipality::epciSiren)
        .filter(Objects::nonNull)
        .distinct()
        .map(epci -> ownGrid(null, epci, day))
        .filter(grid -> !grid.fits().isEmpty())
        .toList();
  }

  private SizeGrid ownGrid(String departementCode, String epciSiren, LocalDate day) {
    return new SizeGrid(
        departementCode,
        epciSiren,
        sizes.stream()
            .filter(fit -> Objects.equals(fit.departementCode(), departementCode))
            .filter(fit -> Objects.equals(fit.epciSiren(), epciSiren))
            .filter(fit -> fit.isValidOn(day))
            .toList());
  }

  /**
   * The threshold of the first quartile (L.441-1): that of the EPCI, of the latest year that has
   * begun; else the one for wherever none is stated.
   *
   * @param epciSiren null: no EPCI is meant
   */
  public Optional<QuartileThreshold> firstQuartile(String epciSiren, LocalDate day) {
    return firstQuartileOf(epciSiren, day).or(() -> firstQuartileOf(null, day));
  }

  private Optional<QuartileThreshold> firstQuartileOf(String epciSiren, LocalDate day) {
    return quartiles.stream()
        .filter(one -> Objects.equals(one.epciSiren(), epciSiren) && one.year() <= day.getYear())
        .findFirst();
  }

  /** What is added for water or heating that is paid apart; empty when nothing is known. */
  public Optional<RunningCost> runningCost(
      String kind, String dwellingType, int persons, LocalDate day) {
    return runningCosts.stream()
        .filter(one -> one.holds(kind, dwellingType, persons, day))
        .max(Comparator.comparingInt(one -> one.persons() == null ? 0 : one.persons()));
  }

  /** The rules that propose grounds in a département, its own setting before the general one. */
  public List<DetectionSetting> detections(String departementCode, LocalDate day) {
    return detections.stream()
        .filter(one -> one.holds(departementCode, day))
        .collect(
            Collectors.toMap(
                DetectionSetting::code,
                Function.identity(),
                (a, b) -> b.departementCode() == null ? a : b,
                java.util.LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  /** Which codes of municipalities became others. */
  public MunicipalityMergers mergers() {
    return mergers;
  }

  /**
   * The latest published numbers of social dwellings, by code of the territory.
   *
   * @param level {@code DEPARTEMENT} or {@code EPCI}, whose code is its SIREN
   */
  public Map<String, Integer> socialDwellings(String level) {
    return Collections.unmodifiableMap(dwellings.getOrDefault(level, Map.of()));
  }

  /** Names of the EPCI of the file's municipalities by SIREN, in the order of the names. */
  public Map<String, String> epcis() {
    return Collections.unmodifiableMap(epcis);
  }
}
