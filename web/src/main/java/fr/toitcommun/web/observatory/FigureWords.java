package fr.toitcommun.web.observatory;

import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.web.shell.Texts;
import java.text.NumberFormat;
import java.util.Locale;

/** How figures of the observatory are written in a language. */
final class FigureWords {
  private static final String NONE = "–";

  private final Texts texts;
  private final Locale locale;

  FigureWords(Texts texts, Locale locale) {
    this.texts = texts;
    this.locale = locale;
  }

  /** A figure, what it stands for, and whether it is kept back. */
  AnswerTable.Shown figure(Indicator indicator, Cell cell, String link) {
    if (cell.secret()) {
      return new AnswerTable.Shown(
          texts.say("query.secret"), texts.say("query.secretCell"), null, true);
    }
    if (cell.value() == null) {
      return new AnswerTable.Shown(NONE, texts.say("query.noFigure"), null, false);
    }
    return new AnswerTable.Shown(
        written(indicator, cell.value()), stands(cell), cell.value() == 0 ? null : link, false);
  }

  /** How many a figure stands for. */
  AnswerTable.Shown base(Cell cell) {
    return cell.secret()
        ? new AnswerTable.Shown(
            texts.say("query.secret"), texts.say("query.secretCell"), null, true)
        : AnswerTable.Shown.of(cell.base() == null ? NONE : texts.number(cell.base()));
  }

  private String stands(Cell cell) {
    return cell.base() == null ? null : texts.say("query.stands", texts.number(cell.base()));
  }

  /** How much a figure has changed; a dash where that cannot be told. */
  AnswerTable.Shown difference(Indicator indicator, Cell now, Cell before) {
    return AnswerTable.Shown.of(
        now.value() == null || before.value() == null
            ? NONE
            : signed(now.value() - before.value(), indicator.isCount() ? 0 : 1));
  }

  /** The same in percent of what it was. */
  AnswerTable.Shown change(Cell now, Cell before) {
    return AnswerTable.Shown.of(
        now.value() == null || before.value() == null || before.value() == 0
            ? NONE
            : texts.say("query.percent", signed((now.value() / before.value() - 1) * 100, 1)));
  }

  private String written(Indicator indicator, double value) {
    return format(indicator.isCount() ? 0 : 1).format(value);
  }

  private String signed(double value, int decimals) {
    String written = format(decimals).format(value);
    return value > 0 && !written.equals(format(decimals).format(0)) ? "+" + written : written;
  }

  private NumberFormat format(int decimals) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format;
  }

  String say(String key, Object... arguments) {
    return texts.say(key, arguments);
  }

  String number(long number) {
    return texts.number(number);
  }

  String date(java.time.LocalDate day) {
    return texts.date(day);
  }
}
