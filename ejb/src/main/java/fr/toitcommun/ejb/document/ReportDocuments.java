package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.commission.CommissionReport;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Prints the yearly report of a commission (R.441-9 IV). */
@Dependent
public class ReportDocuments {
  private final References references;
  private final Clock clock;
  private final Printer printer;

  /** Over these labels, on this clock's day. */
  @Inject
  public ReportDocuments(References references, Clock clock, Printer printer) {
    this.references = references;
    this.clock = clock;
    this.printer = printer;
  }

  /**
   * The report as PDF.
   *
   * @throws IllegalStateException when it cannot be printed
   */
  public byte[] report(CommissionReport report, Locale locale) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("report", report);
    facts.put("today", LocalDate.now(clock));
    return printer.print("report", new Words(locale, references.current()), facts);
  }
}
