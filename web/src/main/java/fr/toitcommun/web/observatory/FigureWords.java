package fr.toitcommun.web.observatory;

import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Unit;
import fr.toitcommun.web.observatory.AnswerTable.Shown;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Cells of an answer as its table shows them. */
@RequestScoped
public class FigureWords {
  private static final String NONE = "–";

  @Inject private FigureText figures;
  @Inject private Texts texts;

  /**
   * A figure and what it stands for.
   *
   * @param link to the demands behind it; null: none
   */
  Shown figure(Unit unit, Cell cell, String link) {
    boolean some = cell.value() != null && cell.value() != 0;
    return new Shown(figures.of(cell, unit), figures.base(cell), some ? link : null, cell.secret());
  }

  /** How many a figure stands for. */
  Shown base(Cell cell) {
    if (cell.secret()) {
      return new Shown(figures.of(cell, Unit.FACTS), figures.base(cell), null, true);
    }
    return Shown.of(cell.base() == null ? NONE : texts.number(cell.base()));
  }

  /** How much a figure has changed: with the other one it would give a secret one away. */
  Shown difference(Unit unit, Cell now, Cell before) {
    if (now.secret() || before.secret()) {
      return figure(unit, Cell.SECRET, null);
    }
    if (now.value() == null || before.value() == null) {
      return Shown.of(NONE);
    }
    double by = now.value() - before.value();
    String size = figures.of(new Cell(Math.abs(by), null, false), unit);
    boolean none = size.equals(figures.of(new Cell(0.0, null, false), unit));
    return Shown.of(none ? size : (by > 0 ? "+" : "−") + size);
  }

  /** The same in percent of what it was. */
  Shown change(Cell now, Cell before) {
    if (now.secret() || before.secret()) {
      return figure(Unit.PERCENT, Cell.SECRET, null);
    }
    return Shown.of(
        now.value() == null || before.value() == null || before.value() == 0
            ? NONE
            : figures.change((now.value() / before.value() - 1) * 100));
  }

  Texts texts() {
    return texts;
  }
}
