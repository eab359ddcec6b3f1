package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.When;
import fr.toitcommun.persistence.observatory.report.ReportOrder;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What the observatory is asked for a report: whom it is about, and which days. */
final class ReportQuestions {
  private static final int YEARS = 10;
  private static final int QUARTERS_YEARS = 3;
  private static final int MONTHS_YEARS = 2;

  private final ReportOrder order;
  private final LocalDate today;

  ReportQuestions(ReportOrder order, LocalDate today) {
    this.order = order;
    this.today = today;
  }

  /**
   * The question about an indicator.
   *
   * @param rows null: one figure
   * @param columns null: one column
   * @return nothing when it cannot be counted for what the report is about
   */
  Optional<Question> about(Indicator indicator, Axis rows, Axis columns) {
    Question question =
        Question.of(indicator, when(indicator, time(rows, columns))).by(rows, columns);
    if (order.territory() != null) {
      question = question.where(order.territory().level(), Set.of(order.territory().code()));
    }
    if (order.partnerId() != null) {
      // What a partner did where that is known, else what its desks registered.
      Axis whose = indicator.allows(Axis.ACTOR) ? Axis.ACTOR : Axis.PARTNER;
      question = question.where(whose, Set.of(order.partnerId().toString()));
    }
    return question.faults().isEmpty() ? Optional.of(question) : Optional.empty();
  }

  private static Axis time(Axis rows, Axis columns) {
    return rows != null && rows.isTime()
        ? rows
        : columns != null && columns.isTime() ? columns : null;
  }

  /** Stocks at the end of the year, or now where it is not over; flows of the year. */
  private When when(Indicator indicator, Axis time) {
    LocalDate begins = LocalDate.of(order.year(), 1, 1);
    LocalDate next = begins.plusYears(1);
    if (time == null) {
      if (!indicator.isStock()) {
        return When.year(order.year());
      }
      return next.isAfter(today) ? When.NOW : When.on(next);
    }
    LocalDate last = indicator.isStock() ? next : next.minusDays(1);
    return When.from(begins.minusYears(back(time)), last.isAfter(today) ? today : last);
  }

  private static int back(Axis time) {
    return switch (time) {
      case YEAR -> YEARS - 1;
      case QUARTER -> QUARTERS_YEARS - 1;
      default -> MONTHS_YEARS - 1;
    };
  }
}
