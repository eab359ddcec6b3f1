package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.registration.priority.PriorityGround;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What narrows a search of candidates down, as words that stand in a link: {@code
 * household:PARENT}. Words of one kind widen each other, those of different kinds narrow; {@code
 * places:OTHERS} alone adds to the search.
 *
 * @param words in the order they were chosen, none twice
 */
public record CandidateFilter(List<Word> words) {
  /** Nothing narrows. */
  public static final CandidateFilter NONE = new CandidateFilter(List.of());

  private static final int MOST_WORDS = 40;
  private static final List<String> QUOTAS =
      List.of("COLTER", "COLACT", "PPRIOR", "PFONCT", "AUTRES");

  /** What is looked at. */
  public enum Kind {
    /** Kind of household, {@link HouseholdKind}. */
    HOUSEHOLD(names(HouseholdKind.values())),
    /** Persons to house. */
    SIZE(List.of("1", "2", "3", "4", "5", "6", "7", "8")),
    /** Income under the ceilings of PLAI, above them and under PLUS, above these; or not stated. */
    INCOME(List.of("PLAI", "PLUS", "PLS", "UNKNOWN")),
    /** Resources per consumption unit within the first quartile or above (L.441-1). */
    QUARTILE(List.of("FIRST", "OTHER", "UNKNOWN")),
    /** Current tenure, code list CURRENT_HOUSING. */
    TENURE(null),
    /** Main motive, code list DEMAND_MOTIVE. */
    MOTIVE(null),
    /** A certified ground of L.441-1, or a collective agreement. */
    LABEL(labels()),
    /** A contingent they are eligible to, code list QUOTA. */
    QUOTA(QUOTAS),
    /** Someone works within so many kilometres. */
    WORKS(List.of("5", "10", "20", "30")),
    /** Needs an adapted dwelling. */
    ADAPTED(List.of("YES", "NO")),
    /** Tenant of social housing. */
    TRANSFER(List.of("YES", "NO")),
    /** Waited longer than normal (L.441-1-4). */
    DELAY(List.of("YES")),
    /** The one kind that adds: those, too, who wish another place and accept this one. */
    PLACES(List.of("OTHERS"));

    private final List<String> choices;

    Kind(List<String> choices) {
      this.choices = choices;
    }

    /** What may be chosen; empty where a code list tells. */
    public List<String> choices() {
      return choices == null ? List.of() : choices;
    }

    private boolean knows(String value) {
      return choices == null ? value.matches("[A-Z0-9]{1,6}") : choices.contains(value);
    }

    private static List<String> names(Enum<?>[] all) {
      return Arrays.stream(all).map(Enum::name).toList();
    }

    private static List<String> labels() {
      List<String> labels = new ArrayList<>(names(PriorityGround.values()));
      labels.add(CandidateTrait.AGREEMENT.name());
      return List.copyOf(labels);
    }
  }

  /** One word. */
  public record Word(Kind kind, String value) {
    /** As it stands in a link. */
    public String written() {
      return kind.name().toLowerCase(Locale.ROOT) + ":" + value;
    }

    private static Optional<Word> read(String text) {
      String[] parts = text == null ? new String[0] : text.split(":", 2);
      if (parts.length != 2) {
        return Optional.empty();
      }
      return Arrays.stream(Kind.values())
          .filter(kind -> kind.name().equalsIgnoreCase(parts[0]) && kind.knows(parts[1]))
          .findFirst()
          .map(kind -> new Word(kind, parts[1]));
    }
  }

  /**
   * Amounts that words are measured by.
   *
   * @param lowest ceilings of PLAI
   * @param usual ceilings of PLUS
   * @param firstQuartile most resources of the first quartile, euros a year per consumption unit
   */
  public record Measures(IncomeCeilings lowest, IncomeCeilings usual, int firstQuartile) {}

  /** A condition in SQL and what it binds. */
  record Condition(String sql, Map<String, Object> binds) {}

  /** Reads words; what is none is left out. */
  public static CandidateFilter read(Collection<String> texts) {
    return new CandidateFilter(
        new LinkedHashSet<>(texts.stream().map(Word::read).flatMap(Optional::stream).toList())
            .stream().limit(MOST_WORDS).toList());
  }

  /** Whether those who accept other places are searched for, too ({@link OtherPlaces}). */
  public boolean withOtherPlaces() {
    return words.stream().anyMatch(word -> word.kind() == Kind.PLACES);
  }

  /** The words as they stand in a link. */
  public List<String> written() {
    return words.stream().map(Word::written).toList();
  }

  /** Whether a label is a ground of health or violence. */
  public static boolean tellsSecret(String label) {
    return Arrays.stream(PriorityGround.values())
        .anyMatch(ground -> ground.sensitive() && ground.name().equals(label));
  }

  /** The words that ask for what tells of health or violence. */
  public List<Word> secretWords() {
    return words.stream()
        .filter(word -> word.kind() == Kind.LABEL && tellsSecret(word.value()))
        .toList();
  }

  /** This filter without a word. */
  public CandidateFilter without(Word word) {
    return new CandidateFilter(words.stream().filter(one -> !Objects.equals(one, word)).toList());
  }

  /** What of this filter adds to the search, and nothing that narrows it. */
  public CandidateFilter widest() {
    return new CandidateFilter(words.stream().filter(word -> word.kind() == Kind.PLACES).toList());
  }

  /** The condition on a row {@code w} of the search. */
  Condition condition() {
    Map<Kind, List<String>> chosen = new EnumMap<>(Kind.class);
    words.forEach(
        word -> chosen.computeIfAbsent(word.kind(), kind -> new ArrayList<>()).add(word.value()));
    StringBuilder sql = new StringBuilder();
    Map<String, Object> binds = new HashMap<>();
    chosen.forEach(
        (kind, values) -> sql.append(" and (").append(condition(kind, values, binds)).append(')'));
    return new Condition(sql.toString(), binds);
  }

  private static String condition(Kind kind, List<String> values, Map<String, Object> binds) {
    return switch (kind) {
      case HOUSEHOLD -> among("w.household_kind", "filterHouseholds", values, binds);
      case TENURE -> among("w.tenure", "filterTenures", values, binds);
      case MOTIVE -> among("w.motive", "filterMotives", values, binds);
      case SIZE -> {
        binds.put("filterSizes", values.stream().map(Integer::valueOf).toArray(Integer[]::new));
        yield "w.household_size = any(:filterSizes)"
            + (values.contains("8") ? " or w.household_size > 8" : "");
      }
      case INCOME -> any(values, CandidateFilter::band);
      case QUARTILE ->
          any(
              values,
              value ->
                  switch (value) {
                    case "FIRST" -> "w.resources_per_unit <= :firstQuartile";
                    case "OTHER" -> "w.resources_per_unit > :firstQuartile";
                    default -> "w.resources_per_unit is null";
                  });
      case LABEL -> labels(values);
      case QUOTA ->
          "w.quotas & "
              + values.stream().mapToInt(value -> 1 << QUOTAS.indexOf(value)).sum()
              + " <> 0";
      case WORKS -> "w.works_km <= " + values.stream().mapToInt(Integer::parseInt).max().orElse(0);
      case ADAPTED -> any(values, value -> trait(CandidateTrait.ADAPTED, value));
      case TRANSFER -> any(values, value -> trait(CandidateTrait.TRANSFER, value));
      case DELAY -> trait(CandidateTrait.ABNORMAL_DELAY, "YES");
      // Says where is searched, not what the row is.
      case PLACES -> "true";
    };
  }

  private static String among(
      String column, String name, List<String> values, Map<String, Object> binds) {
    binds.put(name, values.toArray(String[]::new));
    return column + " = any(:" + name + ")";
  }

  private static String any(
      List<String> values, java.util.function.UnaryOperator<String> condition) {
    return values.stream().map(condition).collect(Collectors.joining(" or "));
  }

  private static String band(String value) {
    String over = "w.annual_income > (cast(:%s as int[]))[w.household_category]";
    String under = "w.annual_income <= (cast(:%s as int[]))[w.household_category]";
    return switch (value) {
      case "PLAI" -> under.formatted("lowest");
      case "PLUS" -> over.formatted("lowest") + " and " + under.formatted("usual");
      case "PLS" -> over.formatted("usual");
      default -> "w.annual_income is null";
    };
  }

  private static String labels(List<String> values) {
    int grounds =
        values.stream()
            .filter(value -> !value.equals(CandidateTrait.AGREEMENT.name()))
            .mapToInt(value -> PriorityGround.valueOf(value).bit())
            .sum();
    int traits =
        (values.contains(CandidateTrait.AGREEMENT.name()) ? CandidateTrait.AGREEMENT.bit() : 0)
            // The status itself, also where nobody has certified the ground yet.
            + (values.contains(PriorityGround.DALO.name()) ? CandidateTrait.DALO.bit() : 0);
    return "w.grounds & %d <> 0 or w.traits & %d <> 0".formatted(grounds, traits);
  }

  private static String trait(CandidateTrait trait, String value) {
    return "w.traits & %d %s 0".formatted(trait.bit(), value.equals("YES") ? "<>" : "=");
  }
}
