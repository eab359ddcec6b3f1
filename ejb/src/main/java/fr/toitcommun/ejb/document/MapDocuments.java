package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/**
 * Prints a map of the observatory with its legend and its table: the whole, up to {@link
 * #MOST_ROWS} rows.
 */
@Dependent
public class MapDocuments {
  /**
   * Most rows of the table: twice the municipalities that a region has, and yet a document set
   * while somebody waits. A nation has 35,000; its table is had as an extract.
   */
  static final int MOST_ROWS = 3_000;

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
        Map.of("map", view, "most", MOST_ROWS));
  }
}
