package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/** Prints the reports of the observatory, which are filled in already. */
@Dependent
public class ObservatoryDocuments {
  private final References references;
  private final Printer printer;

  /** With these labels. */
  @Inject
  public ObservatoryDocuments(References references, Printer printer) {
    this.references = references;
    this.printer = printer;
  }

  /**
   * The report as accessible PDF.
   *
   * @param report what {@code observatory.ftlx} shows, by name
   * @throws IllegalStateException when it cannot be printed
   */
  public byte[] print(Locale locale, Map<String, ?> report) {
    return printer.print("observatory", new Words(locale, references.current()), report);
  }
}
