package fr.toitcommun.ejb.observatory;

import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Counting;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.StandardTable;
import fr.toitcommun.persistence.partner.Right;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The standard tables, live or at a date, of a territory, compared with another date. */
@Stateless
@Gated
@RolesAllowed(Right.OBSERVE)
public class StandardTables {
  @Inject private Observatory observatory;
  @Inject private Clock clock;

  /**
   * A table with its figures. Indicators that cannot be told of what the filters leave are left
   * out, and named.
   *
   * @param filters what is counted alone, beside what the table counts
   * @param day the day it is to tell of, or the last of its period; null: now
   * @param compared the day to compare with; null: none
   */
  public TableView view(
      StandardTable table,
      Map<Axis, Set<String>> filters,
      Counting counting,
      LocalDate day,
      LocalDate compared,
      Locale language) {
    TableFigures figures =
        TableFigures.of(table, filters, counting, day, compared, LocalDate.now(clock));
    List<Answer> answers = observatory.answers(figures.questions(), language);
    return figures.view(answers, columns(figures, answers.get(0), observatory.words(language)));
  }

  private static List<TableView.Column> columns(
      TableFigures figures, Answer first, ObservatoryWords words) {
    StandardTable table = figures.table();
    List<TableView.Column> columns = new ArrayList<>();
    for (Indicator indicator : figures.told()) {
      columns.add(
          new TableView.Column(
              indicator,
              null,
              table.split() == null ? words.name(indicator) : words.text("table.total"),
              words.name(indicator.unit())));
    }
    if (table.split() != null) {
      first
          .columns()
          .forEach(
              heading ->
                  columns.add(
                      new TableView.Column(
                          table.indicators().get(0),
                          heading.code(),
                          words.text("split." + table.split() + "." + heading.code()),
                          words.name(table.indicators().get(0).unit()))));
    }
    return columns;
  }
}
