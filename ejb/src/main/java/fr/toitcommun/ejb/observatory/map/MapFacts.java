package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.FileOrigin;
import fr.toitcommun.persistence.observatory.Question;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a reader must know of the question behind a map: filters, rule of counting, origin. */
final class MapFacts {
  private final MapRequest request;
  private final ObservatoryWords names;
  private final MapWords words;

  MapFacts(MapRequest request, ObservatoryWords names, MapWords words) {
    this.request = request;
    this.names = names;
    this.words = words;
  }

  /** The facts, a sentence or a filter each. */
  List<String> of(List<Answer> answers) {
    Question question = request.inquiry().question();
    List<String> facts = new ArrayList<>();
    names
        .filters(question)
        .forEach(filter -> facts.add(words.text("told", filter.axis(), filter.values())));
    facts.addAll(counted());
    Set<FileOrigin> origins = EnumSet.noneOf(FileOrigin.class);
    answers.forEach(answer -> origins.addAll(answer.origins()));
    origins.remove(FileOrigin.TAKEN);
    origins.forEach(origin -> facts.add(words.text("origin." + origin)));
    return facts;
  }

  /** How it was counted, where that makes a difference; flows have a definition of their own. */
  List<String> counted() {
    return request.kind() == MapKind.FLOWS
        ? List.of()
        : request.question().countingRules().stream()
            .map(rule -> words.text("counted." + rule))
            .toList();
  }
}
