package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.FileOrigin;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands beside figures: where they come from, what is counted, what signs mean. */
final class ReportNotes {
  private final ReportWords words;
  private final ReportTerritory territory;

  /**
   * @param territory that figures are of; null: all that is observed
   */
  ReportNotes(ReportWords words, ReportTerritory territory) {
    this.words = words;
    this.territory = territory;
  }

  /**
   * The note of some answers.
   *
   * @param definition of what is counted; null: it stands elsewhere
   */
  String of(List<Answer> answers, String definition) {
    List<String> said = new ArrayList<>();
    if (definition != null) {
      said.add(words.text("definition", definition));
    }
    said.add(
        words.text(
            "source",
            String.join("\u00a0; ", answers.stream().map(this::when).distinct().toList())));
    if (territory != null && !territory.part().isEmpty()) {
      said.add(words.text("part.only", words.named(territory)));
    }
    if (answers.stream().anyMatch(one -> one.isKnown() && !one.untold().isEmpty())) {
      said.add(words.text("untold"));
    }
    answers.stream()
        .flatMap(one -> one.question().countingRules().stream())
        .distinct()
        .sorted()
        .forEach(rule -> said.add(words.text("counting." + rule)));
    for (FileOrigin origin : new FileOrigin[] {FileOrigin.REBUILT, FileOrigin.INVENTED}) {
      if (answers.stream().anyMatch(answer -> answer.origins().contains(origin))) {
        said.add(words.text("origin." + origin));
      }
    }
    if (answers.stream().flatMap(ReportNotes::cells).anyMatch(Cell::secret)) {
      said.add(words.text("secret"));
    }
    if (answers.stream()
        .flatMap(ReportNotes::cells)
        .anyMatch(cell -> cell.value() == null && !cell.secret())) {
      said.add(words.text("none"));
    }
    return String.join(" ", said);
  }

  private static Stream<Cell> cells(Answer answer) {
    return answer.cells().stream().flatMap(List::stream);
  }

  private String when(Answer answer) {
    if (!answer.isKnown()) {
      return words.text("when.untold", words.date(answer.to()));
    }
    if (answer.from().equals(answer.to())) {
      return words.text(
          answer.question().when().isNow() ? "when.now" : "when.day", words.date(answer.to()));
    }
    return words.text("when.period", words.date(answer.from()), words.date(answer.to()));
  }
}
