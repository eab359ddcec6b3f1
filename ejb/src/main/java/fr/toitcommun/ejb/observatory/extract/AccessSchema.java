package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.ejb.observatory.extract.ExtractBook.Heading;
import java.util.List;

/**
 * The file {@code schema.ini} by which Microsoft Access takes a CSV as it is meant: without it
 * codes lose their leading zeros and French letters are lost.
 */
final class AccessSchema {
  private static final String LINE = "\r\n";

  private AccessSchema() {}

  static String of(String file, List<Heading> headings) {
    StringBuilder ini = new StringBuilder();
    ini.append('[').append(file).append(']').append(LINE);
    ini.append("ColNameHeader=True").append(LINE);
    ini.append("Format=Delimited(;)").append(LINE);
    ini.append("CharacterSet=65001").append(LINE);
    ini.append("DecimalSymbol=,").append(LINE);
    ini.append("DateTimeFormat=yyyy-mm-dd").append(LINE);
    ini.append("MaxScanRows=0").append(LINE);
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      ini.append("Col").append(i + 1).append("=\"").append(heading.name()).append("\" ");
      ini.append(
          switch (heading.type()) {
            case CODE, TEXT -> "Text";
            case INTEGER -> "Long";
            case DECIMAL -> "Double";
            case DATE -> "DateTime";
          });
      ini.append(LINE);
    }
    return ini.toString();
  }
}
