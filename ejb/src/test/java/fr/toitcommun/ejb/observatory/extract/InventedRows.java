package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.persistence.observatory.extract.ColumnType;
import fr.toitcommun.persistence.observatory.extract.ExtractColumn;
import fr.toitcommun.persistence.observatory.extract.ExtractSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A few rows with everything that a format may stumble over. */
final class InventedRows implements ExtractSource {
  static final List<ExtractColumn> COLUMNS =
      List.of(
          ExtractColumn.of("rang", ColumnType.INTEGER, "Rang", "Numéro tiré au sort", ""),
          ExtractColumn.coded(
              "motif",
              "Motif",
              "Motif principal; « premier »",
              new TreeMap<>(Map.of("01", "Sans logement", "09", "=Trop cher; \"vraiment\""))),
          ExtractColumn.of("depot", ColumnType.DATE, "Dépôt", "Jour du dépôt", ""),
          ExtractColumn.of("revenu", ColumnType.DECIMAL, "Revenu", "Revenu mensuel", "€"),
          ExtractColumn.of("note", ColumnType.TEXT, "Note", "En clair", ""));

  private static final List<Object[]> ROWS =
      List.of(
          new Object[] {1, "01", LocalDate.of(2006, 5, 15), new BigDecimal("1234.50"), "=1+1"},
          new Object[] {-2, "09", null, -0.125, "@SOMME(A1)"},
          new Object[] {3, "77", LocalDate.of(2024, 2, 29), 1e6, "l'été; \"à deux\"\nlignes\u0007"},
          new Object[] {4L, null, null, null, null});

  /** A book of these rows in this language. */
  static ExtractBook book(Locale language) {
    return new ExtractBook(
        new ExtractTexts(language),
        List.of(
            new ExtractBook.About("Extrait", "Demandes d'essai"),
            new ExtractBook.About("Secret", "aucun; 'vraiment'")),
        new InventedRows());
  }

  @Override
  public List<ExtractColumn> columns() {
    return COLUMNS;
  }

  @Override
  public long total() {
    return ROWS.size();
  }

  @Override
  public void forEach(RowConsumer consumer) {
    ROWS.forEach(consumer::take);
  }
}
