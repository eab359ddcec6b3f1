package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.installation.OfficeCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Addresses of a batch for a printer or the post, as CSV for spreadsheets. */
public final class AddressList {
  private AddressList() {}

  /** The list, a line for each letter, in their order. */
  public static String csv(List<LetterReader.Copy> letters) {
    List<String> header = new ArrayList<>(List.of("rang", "numéro unique"));
    for (int line = 1; line <= EnvelopeAddress.MOST_LINES; line++) {
      header.add("ligne " + line);
    }
    header.add("numéro de suivi");
    StringBuilder out = new StringBuilder();
    try (OfficeCsv csv = OfficeCsv.marked(out)) {
      csv.row(header);
      int rank = 0;
      for (LetterReader.Copy letter : letters) {
        rank++;
        List<Object> cells = new ArrayList<>();
        cells.add(rank);
        cells.add(letter.uniqueNumber());
        String[] lines = letter.address().toArray(new String[0]);
        cells.addAll(Arrays.asList(Arrays.copyOf(lines, EnvelopeAddress.MOST_LINES)));
        cells.add(letter.trackingNumber());
        csv.row(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
