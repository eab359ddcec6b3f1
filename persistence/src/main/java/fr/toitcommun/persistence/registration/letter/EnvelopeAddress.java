package fr.toitcommun.persistence.registration.letter;

import fr.toitcommun.persistence.registration.NameKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An address as it shows in the window of an envelope (NF Z 10-011): six lines of 38 characters at
 * most, from the person to the town, the last one in capitals without accents.
 *
 * @param lines none when the address would reach nobody
 * @param sortKey postal code, town and street, in whose order a printer sorts
 */
public record EnvelopeAddress(List<String> lines, String sortKey) {
  /** Most lines. */
  public static final int MOST_LINES = 6;

  /** Most characters of a line. */
  public static final int LONGEST_LINE = 38;

  /**
   * An address laid out.
   *
   * @param parts whoever it is for, "chez …", building and floor, in this order; empty ones are
   *     left out
   * @param street number and street; without it, or without a town, nothing can be sent
   * @param country of an address abroad; null: France
   */
  public static EnvelopeAddress of(
      List<String> parts, String street, String postalCode, String city, String country) {
    if (empty(street) || empty(city)) {
      return new EnvelopeAddress(List.of(), "");
    }
    String town = capitals((empty(postalCode) ? "" : postalCode.strip() + " ") + city.strip());
    List<String> above = new ArrayList<>();
    Stream.concat(parts.stream(), Stream.of(street))
        .filter(part -> !empty(part))
        .flatMap(part -> folded(part.strip().replaceAll("\\s+", " ")).stream())
        .forEach(above::add);
    // The street is what the postman needs: lines too many go from the middle.
    int below = empty(country) ? 1 : 2;
    while (above.size() > MOST_LINES - below) {
      above.remove(above.size() - folded(street.strip()).size() - 1);
    }
    above.add(cut(town));
    if (!empty(country)) {
      above.add(cut(capitals(country)));
    }
    return new EnvelopeAddress(
        List.copyOf(above), town + "|" + NameKey.of(street) + "|" + street.strip());
  }

  /** Whether a letter can be sent there. */
  public boolean known() {
    return !lines.isEmpty();
  }

  private static List<String> folded(String text) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > LONGEST_LINE) {
      int space = rest.lastIndexOf(' ', LONGEST_LINE);
      int end = space > 0 ? space : LONGEST_LINE;
      lines.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    lines.add(rest);
    return lines;
  }

  private static String cut(String line) {
    return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE).strip();
  }

  private static String capitals(String text) {
    return NameKey.of(text).toUpperCase(Locale.ROOT);
  }

  private static boolean empty(String text) {
    return text == null || text.isBlank();
  }
}
