package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.persistence.observatory.extract.ColumnType;
import fr.toitcommun.persistence.observatory.extract.ExtractColumn;
import fr.toitcommun.persistence.observatory.extract.ExtractFormat;
import fr.toitcommun.persistence.observatory.extract.ExtractSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes 82,000 rows of forty columns, thirty of them codes, as a file: a program of its own, so
 * that its memory can be bounded.
 *
 * <pre>{@code java -Xmx48m ... ManyRows XLSX /tmp/rows.xlsx}</pre>
 */
public final class ManyRows implements ExtractSource {
  static final int ROWS = 82_000;
  private static final int COLUMNS = 40;
  private static final int CODED = 30;

  private final List<ExtractColumn> columns = new ArrayList<>();

  private ManyRows() {
    for (int i = 0; i < COLUMNS; i++) {
      if (i < CODED) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (int code = 0; code < 12; code++) {
          codes.put("C" + code, "Libellé du code " + code + " de la colonne " + i);
        }
        columns.add(ExtractColumn.coded("colonne_" + i, "Colonne " + i, "Essai", codes));
      } else {
        ColumnType type =
            i % 3 == 0 ? ColumnType.DATE : i % 3 == 1 ? ColumnType.DECIMAL : ColumnType.INTEGER;
        columns.add(ExtractColumn.of("colonne_" + i, type, "Colonne " + i, "Essai", ""));
      }
    }
  }

  /** Writes them. */
  public static void main(String[] arguments) throws IOException {
    long begun = System.nanoTime();
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[1])))) {
      ExtractFiles.write(
          new ExtractBook(new ExtractTexts(Locale.FRENCH), List.of(), new ManyRows()),
          ExtractFormat.valueOf(arguments[0]),
          out);
    }
    System.out.printf(Locale.ROOT, "%s: %.1f s%n", arguments[0], (System.nanoTime() - begun) / 1e9);
  }

  @Override
  public List<ExtractColumn> columns() {
    return columns;
  }

  @Override
  public long total() {
    return ROWS;
  }

  @Override
  public void forEach(RowConsumer rows) {
    Object[] row = new Object[COLUMNS];
    LocalDate first = LocalDate.of(2006, 1, 1);
    for (int n = 0; n < ROWS; n++) {
      for (int i = 0; i < COLUMNS; i++) {
        row[i] =
            switch (columns.get(i).type()) {
              case CODE, TEXT -> "C" + (n * 7 + i) % 12;
              case INTEGER -> n + i;
              case DECIMAL -> n / 7.0 + i;
              case DATE -> first.plusDays((n + i) % 7000);
            };
      }
      rows.take(row);
    }
  }
}
