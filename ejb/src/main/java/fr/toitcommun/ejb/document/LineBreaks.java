package fr.toitcommun.ejb.document;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a line may end: as the platform says, but never between an elided word and the next
 * (d’effort), nor within the number of an article.
 */
final class LineBreaks implements FSTextBreaker {
  private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.FRENCH);
  private String text = "";

  @Override
  public int next() {
    int at = breaks.next();
    while (at > 0
        && at < text.length()
        && (isApostrophe(text.charAt(at - 1)) || isInNumber(text, at))) {
      at = breaks.next();
    }
    return at;
  }

  private static boolean isApostrophe(char c) {
    return c == '’' || c == '\'';
  }

  /** A hyphen at the end of a line is taken for a word's: R.441-2-8 would be read R.4412-8. */
  private static boolean isInNumber(String text, int at) {
    char before = text.charAt(at - 1);
    return (before == '-' || before == '.') && Character.isDigit(text.charAt(at));
  }

  @Override
  public void setText(String newText) {
    text = newText;
    breaks.setText(newText);
  }
}
