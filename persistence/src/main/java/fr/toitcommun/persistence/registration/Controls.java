package fr.toitcommun.persistence.registration;

import fr.toitcommun.persistence.reference.Reference;
import java.time.LocalDate;
import java.util.List;

/**
 * Puts the table of controls ({@link ControlTable}) to a form: what makes it invalid, what is
 * missing, what is doubtful. Nothing beyond form and identity may be asked to register (R.441-2-3):
 * what may come later is missing, never invalid.
 */
public final class Controls {
  private Controls() {}

  /**
   * Every fault that keeps a new form from being registered.
   *
   * @param today day on which it is entered
   */
  public static List<Fault> check(DemandForm form, Reference reference, LocalDate today) {
    return check(form, null, reference, today);
  }

  /**
   * Every fault that keeps a form from being stored. Codes no longer offered are none where the
   * stored form holds them already.
   *
   * @param stored the demand's form as it is in the file; null for a new demand
   */
  public static List<Fault> check(
      DemandForm form, DemandForm stored, Reference reference, LocalDate today) {
    return faults(
        ControlTable.DEMAND,
        Severity.INVALID,
        form,
        new ControlContext<>(reference, today, stored));
  }

  /** Everything that the form asks for and does not say: the demand is one to complete. */
  public static List<Fault> missing(DemandForm form) {
    return faults(
        ControlTable.DEMAND, Severity.INCOMPLETE, form, new ControlContext<>(null, null, null));
  }

  /**
   * What may be true but is odd enough to ask.
   *
   * @param today day on which it is looked at
   */
  public static List<Fault> doubts(DemandForm form, Reference reference, LocalDate today) {
    return faults(
        ControlTable.DEMAND, Severity.DOUBTFUL, form, new ControlContext<>(reference, today, null));
  }

  /** Every fault of a handicap complement. */
  public static List<Fault> check(
      HandicapComplementForm form, Reference reference, LocalDate today) {
    return faults(
        ControlTable.HANDICAP,
        Severity.INVALID,
        form,
        new ControlContext<>(reference, today, null));
  }

  private static <F> List<Fault> faults(
      List<Control<F>> table, Severity severity, F form, ControlContext<F> context) {
    return table.stream()
        .filter(control -> control.severity() == severity)
        .flatMap(control -> control.check().apply(form, context))
        .toList();
  }
}
