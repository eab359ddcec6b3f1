package fr.toitcommun.web.allocation;

import fr.toitcommun.persistence.allocation.commitment.Counter;
import fr.toitcommun.persistence.allocation.commitment.Goal;
import fr.toitcommun.web.shell.Language;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.text.NumberFormat;

/** How a counter reads. */
@Dependent
public class CounterTexts implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private Texts texts;
  @Inject private Language language;

  /** The share with one decimal, or the number where only a number is aimed at. */
  String figure(Counter counter) {
    if (counter.goal() == Goal.AGREEMENT) {
      return texts.number(counter.count());
    }
    Integer permille = counter.permille();
    return permille == null ? "–" : texts.say("common.percent", decimal(permille / 10.0, 1));
  }

  /** What is aimed at. */
  String target(Counter counter) {
    return counter.targetPercent() == null
        ? texts.number(counter.targetCount())
        : texts.percent(counter.targetPercent());
  }

  /** The goal with its item, in short. */
  String name(Counter counter) {
    String goal = "goal.short." + counter.goal();
    return counter.item() == null
        ? texts.say(goal)
        : texts.say(goal, texts.code(list(counter), counter.item()));
  }

  /** The code list of its item. */
  static String list(Counter counter) {
    return counter.goal() == Goal.AGREEMENT ? "COLLECTIVE_AGREEMENT" : "QUOTA";
  }

  /** A number with so many decimals. */
  String decimal(double number, int decimals) {
    NumberFormat format = NumberFormat.getInstance(language.getLocale());
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return format.format(number);
  }
}
