package fr.toitcommun.web.shell;

/**
 * Where a list stands that is shown in parts.
 *
 * @param number of the part shown, from 1
 * @param size rows of a part
 * @param total rows in all
 */
public record Pages(int number, int size, long total) {
  /** The part of this number; the first for anything that is no number of a part. */
  public static Pages at(Long number, int size, long total) {
    return new Pages(first(number), size, total);
  }

  /** The number of a part that may be asked for. */
  public static int first(Long number) {
    return number == null || number < 1 || number > 1_000_000 ? 1 : number.intValue();
  }

  /** First row shown, from 1; 0 when there is none. */
  public long getFrom() {
    return total == 0 ? 0 : Math.min(total, (number - 1L) * size + 1);
  }

  /** Last row shown. */
  public long getTo() {
    return Math.min(total, (long) number * size);
  }

  /** How many parts there are. */
  public long getCount() {
    return (total + size - 1) / size;
  }

  /** All rows. */
  public long getTotal() {
    return total;
  }

  /** Number of this part. */
  public int getNumber() {
    return number;
  }
}
