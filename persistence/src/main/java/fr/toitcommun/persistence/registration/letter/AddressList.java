package fr.toitcommun.persistence.registration.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Addresses of a batch for a printer or the post, as CSV parted by semicolons, with the mark of
 * UTF-8 that spreadsheets want. A cell never begins with what a spreadsheet would take for a
 * formula.
 */
public final class AddressList {
  private static final String FORMULA = "=+-@\t\r";

  private AddressList() {}

  /** The list, a line for each letter, in their order. */
  public static String csv(List<LetterReader.Copy> letters) {
    List<String> header = new ArrayList<>(List.of("rang", "numéro unique"));
    for (int line = 1; line <= EnvelopeAddress.MOST_LINES; line++) {
      header.add("ligne " + line);
    }
    header.add("numéro de suivi");
    StringBuilder out = new StringBuilder("\ufeff");
    CSVFormat format =
        CSVFormat.EXCEL.builder().setDelimiter(';').setHeader(header.toArray(String[]::new)).get();
    try (CSVPrinter printer = new CSVPrinter(out, format)) {
      int rank = 0;
      for (LetterReader.Copy letter : letters) {
        rank++;
        List<Object> cells = new ArrayList<>();
        cells.add(rank);
        cells.add(letter.uniqueNumber());
        String[] lines = letter.address().toArray(new String[0]);
        Arrays.stream(Arrays.copyOf(lines, EnvelopeAddress.MOST_LINES))
            .map(AddressList::defused)
            .forEach(cells::add);
        cells.add(defused(letter.trackingNumber()));
        printer.printRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /** A text that no spreadsheet runs. */
  static String defused(String text) {
    return text == null || text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0
        ? text
        : "'" + text;
  }
}
