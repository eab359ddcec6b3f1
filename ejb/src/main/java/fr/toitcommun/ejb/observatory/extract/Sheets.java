package fr.toitcommun.ejb.observatory.extract;

import java.io.IOException;
import java.util.List;

/**
 * A file of sheets, written row after row: of what is written nothing stays in memory. A sheet is
 * ended before the next begins.
 */
public interface Sheets extends AutoCloseable {
  /** Rows of a sheet that every office tool opens; what comes after goes on a further sheet. */
  int MOST_ROWS = 1_000_000;

  /**
   * Begins a sheet.
   *
   * @param name 31 characters at most, none of {@code []:*?/\}
   * @param headings its first row, which is bold and stands still
   */
  void begin(String name, List<String> headings) throws IOException;

  /**
   * Writes a row.
   *
   * @param cells texts, numbers, days; null: an empty cell
   */
  void row(Object[] cells) throws IOException;

  /** Ends the sheet. */
  void end() throws IOException;

  /** Ends the file; the stream stays open. */
  @Override
  void close() throws IOException;
}
