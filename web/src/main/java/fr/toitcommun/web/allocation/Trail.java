package fr.toitcommun.web.allocation;

import fr.toitcommun.persistence.allocation.CandidatePage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The way through a list that pages by key: where each part shown so far began, the present one
 * last. It stands in the address, so that a link to the part before needs no memory.
 */
public record Trail(List<CandidatePage.Cursor> cursors) implements Serializable {
  /** Before the first part. */
  public static final Trail START = new Trail(List.of());

  private static final int LONGEST = 20;

  /** Reads the word of a link; anything else is the start. */
  public static Trail read(String word) {
    if (word == null || word.isBlank()) {
      return START;
    }
    List<CandidatePage.Cursor> cursors =
        Arrays.stream(word.split("~", LONGEST + 1))
            .limit(LONGEST)
            .map(CandidatePage.Cursor::read)
            .filter(cursor -> !cursor.equals(CandidatePage.Cursor.START))
            .toList();
    return new Trail(cursors);
  }

  /** Where the present part begins. */
  public CandidatePage.Cursor after() {
    return cursors.isEmpty() ? CandidatePage.Cursor.START : cursors.get(cursors.size() - 1);
  }

  /** As one word, for a link; null at the start. */
  public String word() {
    return cursors.isEmpty()
        ? null
        : cursors.stream().map(CandidatePage.Cursor::word).collect(Collectors.joining("~"));
  }

  /** Whether there is a part before. */
  public boolean isBegun() {
    return !cursors.isEmpty();
  }

  /** The word of the part before; null when that is the first. */
  public String back() {
    return cursors.isEmpty() ? null : new Trail(cursors.subList(0, cursors.size() - 1)).word();
  }

  /** The word of the part after; the oldest steps are forgotten on a long way. */
  public String on(CandidatePage.Cursor next) {
    List<CandidatePage.Cursor> longer = new ArrayList<>(cursors);
    longer.add(next);
    return new Trail(longer.subList(Math.max(0, longer.size() - LONGEST), longer.size())).word();
  }
}
