package fr.toitcommun.persistence.observatory.extract;

import java.util.Map;

/**
 * A column of an extract, with what its dictionary says of it.
 *
 * @param name its heading: short, without accents or spaces, the same in every format
 * @param label what people call it
 * @param meaning what it says of the row, in a sentence
 * @param unit of a number; empty where there is none
 * @param codes labels of its codes in the order of their list, for {@link ColumnType#CODE} alone
 */
public record ExtractColumn(
    String name,
    ColumnType type,
    String label,
    String meaning,
    String unit,
    Map<String, String> codes) {

  /** A column of codes. */
  public static ExtractColumn coded(
      String name, String label, String meaning, Map<String, String> codes) {
    return new ExtractColumn(name, ColumnType.CODE, label, meaning, "", codes);
  }

  /** A column of anything but codes. */
  public static ExtractColumn of(
      String name, ColumnType type, String label, String meaning, String unit) {
    return new ExtractColumn(name, type, label, meaning, unit, Map.of());
  }

  /** The label of a code; the code itself where its list no longer has it, so that none is lost. */
  public String labelOf(Object code) {
    String label = codes.get(code.toString());
    return label == null || label.isBlank() ? code.toString() : label;
  }
}
