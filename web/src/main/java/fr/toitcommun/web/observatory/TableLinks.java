package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.TableView;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Counting;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.QuestionLink;
import fr.toitcommun.persistence.observatory.When;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Where the figures of a standard table lead to. */
final class TableLinks {
  private final TableView view;
  private final Map<Axis, Set<String>> filters = new EnumMap<>(Axis.class);
  private final Counting counting;
  private final boolean now;

  /**
   * Of a table.
   *
   * @param chosen what is counted alone beside what the table counts
   * @param now whether no day was chosen
   */
  TableLinks(TableView view, Map<Axis, Set<String>> chosen, Counting counting, boolean now) {
    this.view = view;
    this.filters.putAll(chosen);
    this.filters.putAll(view.table().filter());
    this.counting = counting;
    this.now = now;
  }

  /**
   * Where the list of demands behind a cell is; null where there is none: figures of the past name
   * nobody.
   */
  String behind(TableView.Row row, TableView.Column column) {
    if (!column.indicator().isStock()
        || !column.indicator().isCount()
        || !now
        || view.table().rows().isTime()) {
      return null;
    }
    Question question = new Question(column.indicator(), null, null, filters, counting, When.NOW);
    if (!row.heading().code().isEmpty()) {
      question = question.within(view.table().rows(), Set.of(row.heading().code()));
    }
    if (column.code() != null) {
      question = question.within(view.table().split(), Set.of(column.code()));
    }
    return behind(question);
  }

  /**
   * The list of the demands that a question counts. Null where two filters on an axis have nothing
   * in common: a demand that wishes two places is in the row of the one though the other was asked
   * for, and no link says both.
   */
  static String behind(Question question) {
    return question.filters().containsValue(Set.<String>of())
        ? null
        : "behind.xhtml?" + QuestionLink.write(question);
  }

  /** Where the table's first indicator is extracted for office tools. */
  String extract() {
    Indicator first = view.columns().get(0).indicator();
    boolean live = first.isStock() && now && !view.table().rows().isTime();
    String question =
        QuestionLink.write(
            new Question(
                first,
                view.table().rows(),
                view.table().split(),
                filters,
                counting,
                live ? When.NOW : When.from(view.from(), view.to())));
    return "ask-extract.xhtml?question=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
  }
}
