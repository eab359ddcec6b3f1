package fr.toitcommun.persistence.reference;

import fr.toitcommun.persistence.territory.District;
import fr.toitcommun.persistence.territory.Municipality;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  private final Map<String, List<CodeItem>> lists;
  private final Map<String, Municipality> municipalities;
  private final Map<String, District> districts;
  private final Map<String, String> departements;
  private final List<RuleParameter> parameters;
  private final List<CeilingAmount> ceilings;
  private final List<SizeFit> sizes;

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
    sizes = rows(handle, "select * from size_grid", SizeFit.class);
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
    return parameters.stream()
        .filter(parameter -> parameter.holds(name, departement, day))
        .max(
            Comparator.comparing((RuleParameter p) -> p.departementCode() != null)
                .thenComparing(RuleParameter::validFrom))
        .orElseThrow(() -> new IllegalStateException("No parameter " + name + " on " + day));
  }

  /** The value of a general parameter in force. */
  public int value(String name, LocalDate day) {
    return parameter(name, null, day).value().intValueExact();
  }

  /** The amounts of a financing in force on that day, categories 1 to 7 in order. */
  public List<CeilingAmount> ceilings(String scheme, LocalDate day) {
    List<CeilingAmount> valid =
        ceilings.stream().filter(c -> c.scheme().equals(scheme) && c.isValidOn(day)).toList();
    int latest = valid.stream().mapToInt(CeilingAmount::year).max().orElse(0);
    return valid.stream()
        .filter(c -> c.year() == latest)
        .sorted(Comparator.comparingInt(CeilingAmount::category))
        .toList();
  }

  /** Household sizes that fit a type of dwelling. */
  public List<Integer> sizesFitting(String dwellingType) {
    return sizes.stream()
        .filter(fit -> fit.dwellingType().equals(dwellingType))
        .map(SizeFit::persons)
        .sorted()
        .toList();
  }
}
