package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.observatory.Observatory;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.FileKind;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.ObservatoryFile;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.When;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.MunicipalityMergers;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** The figures of a map: one question to the observatory for each day. */
@Dependent
class MapFigures {
  private final Observatory observatory;
  private final Jdbi jdbi;
  private final Clock clock;

  @Inject
  MapFigures(Observatory observatory, Jdbi jdbi, Clock clock) {
    this.observatory = observatory;
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * Figures of a day by code.
   *
   * @param label the day or period that they are of, in words
   */
  record OfDay(String label, Map<String, MapValue> values) {}

  /**
   * What the observatory told.
   *
   * @param days one, or the earlier and the later
   */
  record Told(String name, String definition, MapWords words, List<OfDay> days) {
    /** The time that figures are of, in words. */
    String when() {
      return String.join(" – ", days.stream().map(OfDay::label).toList());
    }
  }

  /** Indicators that can be told of a level of territory at least, by name. */
  Map<Indicator, String> indicators(Locale language) {
    ObservatoryWords words = observatory.words(language);
    Map<Indicator, String> names = new LinkedHashMap<>();
    Arrays.stream(Indicator.values())
        .filter(one -> one.allows(Axis.EPCI))
        .forEach(one -> names.put(one, words.name(one)));
    return names;
  }

  /** The days on which there is a snapshot, the latest first. */
  List<LocalDate> days() {
    return observatory.files().stream()
        .filter(file -> file.kind() == FileKind.STOCK)
        .map(ObservatoryFile::day)
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Asks; of a flow, the twelve months up to the day. */
  Told tell(MapRequest request, Locale language) {
    Indicator indicator =
        Indicator.named(request.indicator())
            .orElseThrow(() -> RefusedInput.at("indicator", "UNKNOWN_CODE", request.indicator()));
    Axis axis = axis(request.level());
    if (!indicator.allows(axis)) {
      throw RefusedInput.at("level", "MAP_LEVEL");
    }
    ObservatoryWords names = observatory.words(language);
    MapWords words =
        new MapWords(language, names.name(indicator.unit()), indicator.isCount() ? 0 : 1);
    List<Question> questions = new ArrayList<>();
    if (request.kind() != MapKind.FLOWS) {
      if (request.compares()) {
        questions.add(question(indicator, axis, request, request.before()));
      }
      questions.add(question(indicator, axis, request, request.date()));
    }
    List<OfDay> days = new ArrayList<>();
    for (Answer answer :
        questions.isEmpty() ? List.<Answer>of() : observatory.answers(questions, language)) {
      days.add(new OfDay(label(answer, words), values(answer, request.level())));
    }
    return new Told(names.name(indicator), names.definition(indicator), words, days);
  }

  private static Axis axis(TerritoryLevel level) {
    return switch (level) {
      case MUNICIPALITY -> Axis.MUNICIPALITY;
      case EPCI -> Axis.EPCI;
      case DEPARTEMENT -> Axis.DEPARTEMENT;
    };
  }

  private static Question question(
      Indicator indicator, Axis axis, MapRequest request, LocalDate day) {
    When when =
        day == null
            ? When.NOW
            : indicator.isStock() ? When.on(day) : When.from(day.minusYears(1).plusDays(1), day);
    Question question = Question.of(indicator, when).by(axis, null);
    String territory = request.territory();
    if (territory == null) {
      return question;
    }
    Axis narrowed = territory.length() > 3 ? Axis.EPCI : Axis.DEPARTEMENT;
    return indicator.allows(narrowed) ? question.where(narrowed, Set.of(territory)) : question;
  }

  private static String label(Answer answer, MapWords words) {
    return answer.from().equals(answer.to())
        ? words.date(answer.to())
        : words.text("period", words.date(answer.from()), words.date(answer.to()));
  }

  /** Figures of an earlier day stand at the codes of today. */
  private Map<String, MapValue> values(Answer answer, TerritoryLevel level) {
    Map<String, MapValue> values = new HashMap<>();
    for (int i = 0; i < answer.rows().size(); i++) {
      Cell cell = answer.cells().get(i).get(0);
      values.put(
          answer.rows().get(i).code(), new MapValue(cell.value(), cell.base(), cell.secret()));
    }
    values.remove(Axis.UNKNOWN);
    if (level != TerritoryLevel.MUNICIPALITY) {
      return values;
    }
    Indicator indicator = answer.question().indicator();
    return MunicipalityMergers.read(jdbi)
        .brought(values, LocalDate.now(clock), (one, other) -> one.with(other, indicator));
  }
}
