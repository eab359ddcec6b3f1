package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.observatory.Answering;
import fr.toitcommun.ejb.observatory.Answers;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.territory.TerritoryLevel;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The figures of a map: one question to the observatory for each day, or one for flows. */
@Dependent
class MapFigures {
  private final Answers answers;

  @Inject
  MapFigures(Answers answers) {
    this.answers = answers;
  }

  /**
   * Figures of a day by code.
   *
   * @param label the day or period that they are of, in words
   * @param counted whether there is none of what no figure is told of
   */
  record OfDay(String label, Map<String, MapValue> values, boolean counted) {}

  /**
   * What the observatory told.
   *
   * @param facts what is counted alone, how, and from what
   * @param days one, or the earlier and the later
   * @param flows residences by places sought; null: a map of figures
   */
  record Told(
      String name,
      String definition,
      MapWords words,
      List<String> facts,
      List<OfDay> days,
      Answer flows) {}

  /** Indicators that can be told of a level of territory at least, by name. */
  Map<Indicator, String> indicators(Locale language) {
    ObservatoryWords words = answers.words(language);
    Map<Indicator, String> names = new LinkedHashMap<>();
    Arrays.stream(Indicator.values())
        .filter(one -> one.allows(Axis.EPCI))
        .forEach(one -> names.put(one, words.name(one)));
    return names;
  }

  /**
   * Asks.
   *
   * @param codes code of the level by municipality
   * @param answering who answers, in the language of the map
   * @throws RefusedInput when a filter names what nobody knows
   */
  Told tell(MapRequest request, Map<String, String> codes, Answering answering) {
    Question question = request.question();
    Indicator indicator = question.indicator();
    ObservatoryWords names = answering.words();
    MapWords words =
        new MapWords(names.locale(), names.name(indicator.unit()), indicator.isCount() ? 0 : 1);
    List<Answer> told = new ArrayList<>();
    Answer flows = null;
    if (request.kind() == MapKind.FLOWS) {
      flows =
          answering.answer(
              request.flowQuestion(),
              request.level() == TerritoryLevel.MUNICIPALITY
                  ? UnaryOperator.identity()
                  : code -> codes.getOrDefault(code, Axis.UNKNOWN));
      told.add(flows);
    } else {
      Answer now = answering.answer(question);
      if (request.compares()) {
        told.add(answering.answer(request.inquiry().before(now.from(), now.to())));
      }
      told.add(now);
    }
    return new Told(
        names.name(indicator),
        names.definition(indicator),
        words,
        new MapFacts(request, names, words).of(told),
        told.stream()
            .map(
                one ->
                    new OfDay(
                        label(one, words),
                        request.kind() == MapKind.FLOWS ? Map.of() : values(one),
                        one.isCounted()))
            .toList(),
        flows);
  }

  private static String label(Answer answer, MapWords words) {
    return answer.from().equals(answer.to())
        ? words.date(answer.to())
        : words.text("period", words.date(answer.from()), words.date(answer.to()));
  }

  private static Map<String, MapValue> values(Answer answer) {
    Map<String, MapValue> values = new HashMap<>();
    for (int i = 0; i < answer.rows().size(); i++) {
      Cell cell = answer.cells().get(i).get(0);
      values.put(
          answer.rows().get(i).code(), new MapValue(cell.value(), cell.base(), cell.secret()));
    }
    values.remove(Axis.UNKNOWN);
    return values;
  }
}
