package fr.toitcommun.ejb.reference;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.Commitment;
import fr.toitcommun.persistence.reference.LocalRuleRows;
import fr.toitcommun.persistence.reference.QuartileThreshold;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.reference.SizeGrid;
import fr.toitcommun.persistence.registration.DwellingType;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * What territories decide for themselves, which the manager of the file states (R.441-2-5):
 * thresholds of the first quartile, the grid of household and type, commitments of collective
 * agreements.
 */
@Stateless
@Gated
@RolesAllowed(Right.ADMINISTER)
public class LocalRules {
  private static final int FIRST_YEAR = 2015;
  private static final int HIGHEST = 100_000;
  private static final int MOST_LINES = 2_000;
  private static final int LONGEST_SOURCE = 200;
  private static final Set<String> AGREEMENTS = Set.of("ACD", "ACI");
  private static final Pattern LINE =
      Pattern.compile("\\s*([0-9]{9})\\s*;\\s*([0-9]{4})\\s*;\\s*([0-9][0-9 ]{0,8})\\s*(?:;.*)?");

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private References references;

  /** The thresholds of a year, that of everywhere first. */
  public List<QuartileThreshold> thresholds(int year) {
    return new LocalRuleRows(jdbi).thresholds(year);
  }

  /** The years that have thresholds, the latest first. */
  public List<Integer> thresholdYears() {
    return new LocalRuleRows(jdbi).thresholdYears();
  }

  /**
   * States the threshold of an EPCI for a year; one that was there is replaced.
   *
   * @param epciSiren null: for wherever no EPCI has its own
   * @param source the arrêté it is from
   * @throws RefusedInput naming every fault
   */
  @Act
  public void stateThreshold(String epciSiren, Integer year, Integer amount, String source) {
    List<Fault> faults = new ArrayList<>();
    if (epciSiren != null && !references.current().epcis().containsKey(epciSiren)) {
      faults.add(Fault.at("epci", "UNKNOWN_CODE", epciSiren));
    }
    number(faults, "year", year, FIRST_YEAR, thisYear() + 1);
    number(faults, "amount", amount, 1, HIGHEST);
    source(faults, source);
    valid(faults);
    keep(List.of(new QuartileThreshold(epciSiren, year, amount, source.strip(), false)));
  }

  /**
   * Takes thresholds over from lines {@code SIREN;year;amount}: all of them, or none.
   *
   * @param source the arrêté they are from
   * @return how many
   * @throws RefusedInput naming the lines that cannot be read
   */
  @Act
  public int importThresholds(String lines, String source) {
    List<Fault> faults = new ArrayList<>();
    source(faults, source);
    List<String> given = lines == null ? List.of() : lines.lines().toList();
    if (given.stream().allMatch(String::isBlank)) {
      faults.add(Fault.at("lines", "REQUIRED"));
    } else if (given.size() > MOST_LINES) {
      faults.add(Fault.at("lines", "TOO_MANY", MOST_LINES));
    }
    valid(faults);
    List<QuartileThreshold> read = new ArrayList<>();
    Set<String> epcis = references.current().epcis().keySet();
    for (int i = 0; i < given.size(); i++) {
      Matcher line = LINE.matcher(given.get(i));
      boolean heading = i == 0 && given.get(i).matches("[\\p{L}; _]+");
      if (given.get(i).isBlank() || heading) {
        continue;
      }
      if (!line.matches()
          || !epcis.contains(line.group(1))
          || Integer.parseInt(line.group(2)) < FIRST_YEAR
          || Integer.parseInt(line.group(2)) > thisYear() + 1
          || amount(line) < 1
          || amount(line) > HIGHEST) {
        faults.add(Fault.at("lines", "QUARTILE_LINE", i + 1));
        continue;
      }
      read.add(
          new QuartileThreshold(
              line.group(1), Integer.parseInt(line.group(2)), amount(line), source.strip(), false));
    }
    valid(faults);
    keep(read);
    return read.size();
  }

  private static int amount(Matcher line) {
    return Integer.parseInt(line.group(3).replace(" ", ""));
  }

  private void keep(List<QuartileThreshold> thresholds) {
    new LocalRuleRows(jdbi).keep(thresholds);
    references.forget();
  }

  /** The grid in force in a territory: its own, or that of the next wider one. */
  public SizeGrid grid(String departementCode, String epciSiren) {
    return references.current().sizeGrid(departementCode, epciSiren, LocalDate.now(clock));
  }

  /**
   * From today on a territory has this grid of its own.
   *
   * @param departementCode null unless a département's grid is meant
   * @param epciSiren null unless an EPCI's is; when both are null it is the one of everywhere
   * @param types types of dwelling that fit, by number of persons from 1 to 10
   * @throws RefusedInput when a number of persons has no type, or a code is unknown
   */
  @Act
  public void stateGrid(
      String departementCode, String epciSiren, Map<Integer, List<String>> types, String source) {
    List<Fault> faults = new ArrayList<>();
    territory(faults, departementCode, epciSiren);
    source(faults, source);
    Set<String> known =
        Arrays.stream(DwellingType.values()).map(Enum::name).collect(Collectors.toSet());
    for (int persons = 1; persons <= SizeGrid.MOST_PERSONS; persons++) {
      List<String> fitting = types.getOrDefault(persons, List.of());
      if (fitting.isEmpty() || !known.containsAll(fitting)) {
        faults.add(Fault.at("", "GRID_EMPTY_LINE", persons));
      }
    }
    valid(faults);
    new LocalRuleRows(jdbi)
        .replaceGrid(
            departementCode, epciSiren, new TreeMap<>(types), source.strip(), LocalDate.now(clock));
    references.forget();
  }

  /**
   * From today on a territory follows the grid of the next wider one.
   *
   * @throws RefusedInput when the grid of everywhere is meant: there must be one
   */
  @Act
  public void dropGrid(String departementCode, String epciSiren) {
    List<Fault> faults = new ArrayList<>();
    territory(faults, departementCode, epciSiren);
    if (departementCode == null && epciSiren == null) {
      faults.add(Fault.at("territory", "REQUIRED"));
    }
    valid(faults);
    new LocalRuleRows(jdbi)
        .replaceGrid(
            departementCode,
            epciSiren,
            Map.of(),
            agent.profile().partnerName(),
            LocalDate.now(clock));
    references.forget();
  }

  private void territory(List<Fault> faults, String departementCode, String epciSiren) {
    Reference reference = references.current();
    if (departementCode != null && epciSiren != null
        || departementCode != null && !reference.departements().containsKey(departementCode)
        || epciSiren != null && !reference.epcis().containsKey(epciSiren)) {
      faults.add(Fault.at("territory", "UNKNOWN_CODE", departementCode + "/" + epciSiren));
    }
  }

  /** The commitments of a year. */
  public List<Commitment> commitments(int year) {
    return new LocalRuleRows(jdbi).commitments(year);
  }

  /** Names of the landlords by identity. */
  public Map<Long, String> landlords() {
    return new LocalRuleRows(jdbi).landlords();
  }

  /** Names of the territories that may sign an agreement of that kind, by code. */
  public Map<String, String> territories(String kind) {
    return "ACI".equals(kind) ? references.current().epcis() : references.current().departements();
  }

  /**
   * States how many households of an agreement a landlord houses in a year; 0 takes it away.
   *
   * @param kind ACD, by département, or ACI, by EPCI
   * @throws RefusedInput naming every fault
   */
  @Act
  public void stateCommitment(
      String kind, Integer year, String territory, Long landlordId, Integer target) {
    List<Fault> faults = new ArrayList<>();
    if (kind == null || !AGREEMENTS.contains(kind)) {
      faults.add(Fault.at("territory", "REQUIRED"));
    } else if (territory == null || !territories(kind).containsKey(territory)) {
      faults.add(Fault.at("territory", "AGREEMENT_TERRITORY"));
    }
    if (year == null || year < FIRST_YEAR || year > thisYear() + 1) {
      faults.add(Fault.at("year", "AGREEMENT_YEAR", FIRST_YEAR, thisYear() + 1));
    }
    if (landlordId == null || !landlords().containsKey(landlordId)) {
      faults.add(Fault.at("landlord", "AGREEMENT_LANDLORD"));
    }
    number(faults, "target", target, 0, HIGHEST);
    valid(faults);
    new LocalRuleRows(jdbi).keep(kind, year, territory, landlordId, target);
  }

  /** The year that is running. */
  public int thisYear() {
    return LocalDate.now(clock).getYear();
  }

  private static void number(
      List<Fault> faults, String field, Integer number, int least, int most) {
    if (number == null) {
      faults.add(Fault.at(field, "REQUIRED"));
    } else if (number < least || number > most) {
      faults.add(Fault.at(field, "OUT_OF_RANGE", least, most));
    }
  }

  private static void source(List<Fault> faults, String source) {
    if (source == null || source.isBlank()) {
      faults.add(Fault.at("source", "REQUIRED"));
    } else if (source.length() > LONGEST_SOURCE) {
      faults.add(Fault.at("source", "TOO_LONG", LONGEST_SOURCE));
    } else if (!PlainText.allows(source)) {
      faults.add(Fault.at("source", "ILLEGAL_CHARACTERS"));
    }
  }

  private static void valid(List<Fault> faults) {
    RefusedInput.ifAny(faults);
  }
}
