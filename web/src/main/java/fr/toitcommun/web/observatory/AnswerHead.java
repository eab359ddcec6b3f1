package fr.toitcommun.web.observatory;

import fr.toitcommun.ejb.observatory.InquiryView;
import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.FileOrigin;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.web.shell.Texts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What stands above an answer: what was counted, by what, of what alone, when and how. */
public final class AnswerHead {
  private final InquiryView view;
  private final Question question;
  private final ObservatoryWords words;
  private final Texts texts;

  AnswerHead(InquiryView view, ObservatoryWords words, Texts texts) {
    this.view = view;
    this.question = view.answer().question();
    this.words = words;
    this.texts = texts;
  }

  /** The indicator and the axes. */
  public String getTitle() {
    List<Axis> axes = question.axes();
    String name = words.name(question.indicator());
    return switch (axes.size()) {
      case 0 -> name;
      case 1 -> texts.say("query.by", name, words.name(axes.get(0)));
      default -> texts.say("query.byTwo", name, words.name(axes.get(0)), words.name(axes.get(1)));
    };
  }

  /** What the indicator counts. */
  public String getDefinition() {
    return words.definition(question.indicator());
  }

  /** What it is counted in. */
  public String getUnit() {
    return words.name(question.indicator().unit());
  }

  /** The name of the rows. */
  public String getRows() {
    return question.rows() == null ? getUnit() : words.name(question.rows());
  }

  /** The days that the figures tell of. */
  public String getWhen() {
    return view.before() == null
        ? when(view.answer())
        : texts.say("query.whenCompared", when(view.answer()), when(view.before()));
  }

  private String when(Answer answer) {
    String days =
        answer.from().equals(answer.to())
            ? texts.say(day(answer), texts.date(answer.to()))
            : texts.say("query.whenPeriod", texts.date(answer.from()), texts.date(answer.to()));
    String told =
        !answer.isKnown()
            ? "query.whenUnknown"
            : answer.untold().isEmpty() ? "query.whenKnown" : "query.whenPartly";
    return texts.say(told, days);
  }

  /** What happened on a day is told of it, not what stood. */
  private static String day(Answer answer) {
    if (!answer.isKnown() || !answer.question().indicator().isStock()) {
      return "query.whenDay";
    }
    return answer.live() ? "query.whenNow" : "query.whenFile";
  }

  /** Why there is no row. */
  public String getNone() {
    return texts.say(view.answer().isKnown() ? "query.noRows" : "query.notKnown");
  }

  /**
   * Where demands and leases count, each where the indicator counts it and the place matters.
   *
   * @return a sentence each
   */
  public List<String> getCountings() {
    return question.countingRules().stream()
        .map(rule -> texts.say("query.counted." + rule))
        .toList();
  }

  /** What is counted alone, an axis each. */
  public List<String> getFilters() {
    return words.filters(question).stream()
        .map(filter -> texts.say("query.filterIs", filter.axis(), filter.values()))
        .toList();
  }

  /** How the files came to be that it was counted in, where that is worth knowing. */
  public List<FileOrigin> getOrigins() {
    Set<FileOrigin> origins = EnumSet.noneOf(FileOrigin.class);
    origins.addAll(view.answer().origins());
    if (view.before() != null) {
      origins.addAll(view.before().origins());
    }
    origins.remove(FileOrigin.TAKEN);
    return List.copyOf(origins);
  }
}
