package fr.toitcommun.persistence.registration;

import java.util.List;

/**
 * One thing wrong with what was typed or sent.
 *
 * @param field path of the field in the form, such as {@code dependants[1].birthDate}; empty when
 *     it is the whole that is wrong
 * @param code identifier of the control; its texts are in the bundle {@code Faults} under this key
 * @param arguments what the text mentions, in order
 */
public record Fault(String field, String code, List<String> arguments) {
  /** A fault at a field. */
  public static Fault at(String field, String code, Object... arguments) {
    return new Fault(field, code, List.of(arguments).stream().map(String::valueOf).toList());
  }
}
