package fr.toitcommun.web.observatory;

import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Unit;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;

/** How figures of the observatory read. */
@Named
@RequestScoped
public class FigureText {
  @Inject private Language language;
  @Inject private Texts texts;

  /** A cell in its unit. */
  public String of(Cell cell, Unit unit) {
    if (cell.secret()) {
      return texts.say("obs.secret");
    }
    return cell.value() == null ? "–" : number(cell.value(), digits(unit));
  }

  /**
   * A number of demands or of what happened to them.
   *
   * @param count null: kept back
   */
  public String count(Long count) {
    return count == null ? texts.say("obs.secret") : number(count, 0);
  }

  /** What a cell stands for, in words. */
  public String base(Cell cell) {
    return cell.secret()
        ? texts.say("obs.secret.why")
        : cell.base() == null || cell.value() == null
            ? texts.say("obs.none.why")
            : texts.say("obs.base", number(cell.base().doubleValue(), 0));
  }

  /** A percentage with one decimal; nothing for none. */
  public String percent(Double value) {
    return value == null ? "" : number(value, 1);
  }

  /** A change in percent, with its sign; nothing for none. */
  public String change(Double value) {
    if (value == null) {
      return "";
    }
    String number = number(Math.abs(value), 1);
    return value > 0.04999 ? "+" + number : value < -0.04999 ? "−" + number : number;
  }

  private static int digits(Unit unit) {
    return switch (unit) {
      case DEMANDS, FACTS, LEASES -> 0;
      case PERCENT, MONTHS, DEMANDS_PER_LEASE, DEMANDS_PER_HUNDRED -> 1;
    };
  }

  private String number(double value, int digits) {
    NumberFormat format = NumberFormat.getNumberInstance(language.getLocale());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }
}
