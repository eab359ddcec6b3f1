package fr.toitcommun.persistence.registration;

import java.util.List;

/**
 * One thing wrong with what was typed or sent.
 *
 * @param field path of the field in the form, such as {@code dependants[1].birthDate}; empty when
 *     it is the whole that is wrong
 * @param code what is wrong; its texts are in the bundle {@code Faults} under this key
 * @param arguments what the text mentions, in order
 * @param control the line of {@link ControlTable} that found it; null when it is none of the form's
 *     controls
 */
public record Fault(String field, String code, List<String> arguments, String control) {
  /** A fault that none of the form's controls found. */
  public Fault(String field, String code, List<String> arguments) {
    this(field, code, arguments, null);
  }

  /** A fault at a field. */
  public static Fault at(String field, String code, Object... arguments) {
    return new Fault(field, code, List.of(arguments).stream().map(String::valueOf).toList());
  }

  /** The same, found by this control. */
  Fault by(String id) {
    return new Fault(field, code, arguments, id);
  }
}
