package fr.toitcommun.persistence.registration;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * One line of the table of controls ({@link ControlTable}). Its texts are those of its code, in the
 * bundle {@code Faults}.
 *
 * @param id stable identifier, such as {@code TC-0101}: never given to another control
 * @param severity whether it blocks, asks for completion or asks for confirmation
 * @param section section of the form it belongs to
 * @param field where its faults are told, with {@code []} for each line of a list
 * @param code what is wrong, as systems read it; key of the texts
 * @param arguments what the texts mention and does not depend on the form; may be empty
 * @param article the article it obeys; empty when it is a matter of form only
 * @param check gives its faults on a form
 * @param <F> the form it controls
 */
public record Control<F>(
    String id,
    Severity severity,
    FormSection section,
    String field,
    String code,
    List<String> arguments,
    String article,
    BiFunction<F, ControlContext<F>, Stream<Fault>> check) {}
