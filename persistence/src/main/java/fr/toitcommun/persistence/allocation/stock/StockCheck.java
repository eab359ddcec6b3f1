package fr.toitcommun.persistence.allocation.stock;

import fr.toitcommun.persistence.allocation.DwellingControls;
import fr.toitcommun.persistence.allocation.DwellingForm;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says of each line of a stock file what it would do: create a dwelling, change one, nothing, or
 * what is wrong with it.
 */
final class StockCheck {
  private final List<String> departements;
  private final Reference reference;
  private final LocalDate today;
  private final Set<String> references = new HashSet<>();
  private final Set<String> registerIds = new HashSet<>();

  /** What a line would do. */
  enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED,
    FAULT
  }

  /** A dwelling as it stands in the file. */
  record Known(int version, DwellingForm form) {}

  /**
   * A line as it was judged.
   *
   * @param version of the dwelling compared with; null: a new one
   * @param form the dwelling as it would be
   */
  record Judged(
      int line,
      String internalReference,
      Outcome outcome,
      Integer version,
      DwellingForm form,
      List<Fault> faults) {}

  /**
   * @param departements where the landlord may hold stock
   */
  StockCheck(List<String> departements, Reference reference, LocalDate today) {
    this.departements = departements;
    this.reference = reference;
    this.today = today;
  }

  /**
   * Judges a line.
   *
   * @param known the landlord's dwelling of this reference; null: there is none
   * @param owners which dwelling has a number of the register: landlord and reference
   */
  Judged judge(StockFile.Line line, Known known, Map<String, String> owners, String own) {
    List<Fault> faults = new ArrayList<>();
    if (line.fault() != null) {
      faults.add(line.fault());
    }
    DwellingForm form = known == null ? new DwellingForm() : known.form();
    List<Object> before = known == null ? null : values(form);
    line.cells().forEach((column, written) -> read(column, written, form, faults));
    String internal = form.getInternalReference();
    if (faults.isEmpty()) {
      faults.addAll(DwellingControls.checkDwelling(form, departements, reference, today));
    }
    if (internal != null && !references.add(internal)) {
      faults.add(Fault.at(StockColumn.REFERENCE.field(), "TWICE"));
    }
    String register = form.getStockRegisterId();
    if (register != null) {
      String owner = owners.get(register);
      if (!registerIds.add(register)) {
        faults.add(Fault.at(StockColumn.REGISTER.field(), "TWICE"));
      } else if (owner != null && !owner.equals(own + " " + internal)) {
        faults.add(Fault.at(StockColumn.REGISTER.field(), "DWELLING_KNOWN"));
      }
    }
    Outcome outcome =
        !faults.isEmpty()
            ? Outcome.FAULT
            : known == null
                ? Outcome.CREATED
                : values(form).equals(before) ? Outcome.UNCHANGED : Outcome.CHANGED;
    return new Judged(
        line.number(), internal, outcome, known == null ? null : known.version(), form, faults);
  }

  private static void read(
      StockColumn column, String written, DwellingForm form, List<Fault> faults) {
    try {
      column.read(form, written);
    } catch (CellFault fault) {
      faults.add(Fault.at(column.field(), fault.code(), fault.written()));
    }
  }

  private static List<Object> values(DwellingForm form) {
    List<Object> values = new ArrayList<>();
    for (StockColumn column : StockColumn.values()) {
      Object value = column.value(form);
      boolean none =
          value == null
              && (column == StockColumn.ACCESSORY_RENTS
                  || column == StockColumn.ENERGY_CONTRIBUTION);
      values.add(none ? Integer.valueOf(0) : value);
    }
    return values;
  }
}
