package fr.toitcommun.web.observatory;

import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.web.observatory.QueryForm.Option;
import fr.toitcommun.web.shell.Texts;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Choices of a form as its address has them chosen. What is not among them, for one that was
 * refused, stands last and stays chosen until something else is: a form that fell back to another
 * choice in silence would ask for what nobody typed.
 */
final class TypedChoices {
  private static final int LONGEST = 40;

  private final AskedParts asked;
  private final Texts texts;

  TypedChoices(AskedParts asked, Texts texts) {
    this.asked = asked;
    this.texts = texts;
  }

  /** The choices of a parameter, that of the address chosen; where it says none, the usual one. */
  List<Option> of(String parameter, String usual, List<Heading> offered) {
    String typed = asked.part(parameter);
    String chosen = typed == null ? usual : typed;
    List<Option> options = new ArrayList<>();
    for (Heading one : offered) {
      options.add(Option.of(one.code(), one.label(), one.code().equalsIgnoreCase(chosen)));
    }
    if (options.stream().noneMatch(Option::chosen)) {
      options.add(Option.of(chosen, told(chosen, texts), true));
    }
    return options;
  }

  /** What was typed, in words: a day as people write it, codes as how many they are. */
  static String told(String typed, Texts texts) {
    try {
      return texts.date(LocalDate.parse(typed));
    } catch (DateTimeParseException e) {
      if (typed.contains(",")) {
        return texts.say("map.several", typed.split(",").length);
      }
      return typed.length() > LONGEST ? typed.substring(0, LONGEST) + "…" : typed;
    }
  }
}
