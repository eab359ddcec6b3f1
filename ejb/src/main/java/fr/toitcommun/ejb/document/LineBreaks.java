package fr.toitcommun.ejb.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a line may end: as the platform says, but never between an elided word and the next
 * (d’effort).
 */
final class LineBreaks implements FSTextBreaker {
  private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.FRENCH);
  private String text = "";

  @Override
  public int next() {
    int at = breaks.next();
    while (at > 0 && at < text.length() && isApostrophe(text.charAt(at - 1))) {
      at = breaks.next();
    }
    return at;
  }

  private static boolean isApostrophe(char c) {
    return c == '’' || c == '\'';
  }

  @Override
  public void setText(String newText) {
    text = newText;
    breaks.setText(newText);
  }
}
