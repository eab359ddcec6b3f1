package fr.toitcommun.ejb.registration.letter;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.registration.letter.LetterBatch;
import fr.toitcommun.persistence.registration.letter.LetterRow;
import java.util.List;

/**
 * A batch and a page of its letters.
 *
 * @param failed letters whose e-mail failed, the first of them
 */
public record BatchView(LetterBatch batch, List<LetterRow> letters, List<LetterRow> failed)
    implements Nominative {
  @Override
  public List<String> uniqueNumbers() {
    return letters.stream().map(LetterRow::uniqueNumber).toList();
  }
}
