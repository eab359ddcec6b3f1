package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/** Prints a map of the observatory with its legend and its whole table. */
@Dependent
public class MapDocuments {
  private final References references;
  private final Printer printer;

  /** Over these labels. */
  @Inject
  public MapDocuments(References references, Printer printer) {
    this.references = references;
    this.printer = printer;
  }

  /**
   * The map as PDF, its drawing as lines and surfaces.
   *
   * @param view title, maps, legends, rows as {@code map.ftlx} names them
   * @param language of the view, as a BCP 47 tag
   * @throws IllegalStateException when it cannot be printed
   */
  public byte[] map(Record view, String language) {
    return printer.print(
        "map",
        new Words(Locale.forLanguageTag(language), references.current()),
        Map.of("map", view));
  }
}
