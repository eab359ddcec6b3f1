package fr.toitcommun.persistence.demonstration;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/** Rows on their way into a table, sent by COPY in its text format a megabyte at a time. */
final class CopyTable {
  private static final int FULL = 1 << 20;

  /** Bytes held at most before rows are sent: a test that has few makes it small. */
  private static int full = FULL;

  private final CopyManager copy;
  private final String sql;
  private byte[] buffer = new byte[1 << 16];
  private int size;
  private boolean inRow;
  private long rows;

  CopyTable(Connection connection, String table, String columns) throws SQLException {
    copy = connection.unwrap(PGConnection.class).getCopyAPI();
    sql = "copy " + table + " (" + columns + ") from stdin";
  }

  /** Has every table send what it holds at so many bytes, until {@link #holdUsual}. */
  static void holdAtMost(int bytes) {
    full = bytes;
  }

  /** As in production. */
  static void holdUsual() {
    full = FULL;
  }

  CopyTable add(String value) {
    if (value == null) {
      return nothing();
    }
    start();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      switch (b) {
        case '\\', '\t', '\n', '\r' -> {
          put('\\');
          put(b == '\t' ? 't' : b == '\n' ? 'n' : b == '\r' ? 'r' : '\\');
        }
        default -> put(b);
      }
    }
    return this;
  }

  CopyTable add(long value) {
    start();
    String digits = Long.toString(value);
    for (int i = 0; i < digits.length(); i++) {
      put(digits.charAt(i));
    }
    return this;
  }

  CopyTable add(Integer value) {
    return value == null ? nothing() : add(value.longValue());
  }

  CopyTable add(Long value) {
    return value == null ? nothing() : add(value.longValue());
  }

  CopyTable add(boolean value) {
    start();
    put(value ? 't' : 'f');
    return this;
  }

  CopyTable add(LocalDate day) {
    if (day == null) {
      return nothing();
    }
    start();
    digits(day.getYear(), 4);
    put('-');
    digits(day.getMonthValue(), 2);
    put('-');
    digits(day.getDayOfMonth(), 2);
    return this;
  }

  /** A local time, for a column without time zone. */
  CopyTable local(LocalDateTime time) {
    add(time.toLocalDate());
    put(' ');
    digits(time.getHour(), 2);
    put(':');
    digits(time.getMinute(), 2);
    put(':');
    digits(time.getSecond(), 2);
    return this;
  }

  /** The instant of a local time in France; null stays null. */
  CopyTable instant(LocalDateTime time) {
    if (time == null) {
      return nothing();
    }
    local(time);
    for (byte b : " Europe/Paris".getBytes(StandardCharsets.US_ASCII)) {
      put(b);
    }
    return this;
  }

  CopyTable nothing() {
    start();
    put('\\');
    put('N');
    return this;
  }

  void end() throws SQLException {
    put('\n');
    inRow = false;
    rows++;
    if (size >= full) {
      flush();
    }
  }

  /** Sends what is held. */
  void flush() throws SQLException {
    if (size == 0) {
      return;
    }
    CopyIn in = copy.copyIn(sql);
    in.writeToCopy(buffer, 0, size);
    in.endCopy();
    size = 0;
  }

  long rows() {
    return rows;
  }

  private void start() {
    if (inRow) {
      put('\t');
    }
    inRow = true;
  }

  private void digits(int value, int width) {
    int unit = width == 4 ? 1000 : 10;
    for (; unit > 0; unit /= 10) {
      put('0' + value / unit % 10);
    }
  }

  private void put(int b) {
    if (size == buffer.length) {
      buffer = Arrays.copyOf(buffer, size * 2);
    }
    buffer[size++] = (byte) b;
  }
}
