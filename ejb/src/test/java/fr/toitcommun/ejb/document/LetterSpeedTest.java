package fr.toitcommun.ejb.document;

import static org.assertj.core.api.Assertions.assertThat;

import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.letter.LetterBatch;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How many letters a second are written and printed; {@code -Dletters=500} for a whole file. */
class LetterSpeedTest {
  /** Far below what any machine does: slower than this is a fault, not a slow machine. */
  private static final double LEAST_A_SECOND = 2;

  private static final int LETTERS = Integer.getInteger("letters", LetterBatch.LETTERS_OF_A_PART);

  @Test
  void noticesAreWrittenPrintedAndBoundQuicklyEnough() throws IOException {
    DocumentDatabase database = DocumentDatabase.started();
    LetterWriter writer = database.letterWriter();
    DemandFile file = new DemandSample().file();
    var written =
        writer.to(
            Collections.nCopies(LETTERS, file),
            database.template(LetterKind.RENEWAL_NOTICE),
            DocumentDatabase.TODAY);
    long start = System.nanoTime();
    try (BoundLeaves leaves = new BoundLeaves()) {
      for (int from = 0; from < LETTERS; from += LetterBatch.LETTERS_OF_A_PART) {
        int letters = Math.min(LetterBatch.LETTERS_OF_A_PART, LETTERS - from);
        leaves.add(
            writer.print(
                "Courriers",
                Collections.nCopies(letters, file).stream()
                    .map(one -> written.apply(one, LetterWriter.Particulars.NONE).content())
                    .toList()));
      }
      int kilobytes = leaves.bytes().length / 1024;
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "%d notices in %.1f s, %.0f letters/s, %d kB%n",
          LETTERS,
          seconds,
          LETTERS / seconds,
          kilobytes);
      assertThat(LETTERS / seconds).isGreaterThan(LEAST_A_SECOND);
    }
  }
}
