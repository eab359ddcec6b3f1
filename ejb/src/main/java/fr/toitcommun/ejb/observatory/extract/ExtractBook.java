package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.persistence.observatory.extract.ColumnType;
import fr.toitcommun.persistence.observatory.extract.ExtractColumn;
import fr.toitcommun.persistence.observatory.extract.ExtractSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What an extract's file is to hold, in the words of one language: what it is, its rows, its
 * dictionary. Each column of codes stands twice, as the code and as its label.
 */
public final class ExtractBook {
  /** A heading of the file. */
  public record Heading(String name, ColumnType type) {}

  /** Something to know about the whole: what, as of when, which filters, how counted. */
  public record About(String what, String said) {}

  /** Takes a row of the file. */
  @FunctionalInterface
  interface RowWriter {
    void write(Object[] row) throws IOException;
  }

  private final ExtractTexts texts;
  private final List<About> about;
  private final ExtractSource source;

  /** The book of this source. */
  public ExtractBook(ExtractTexts texts, List<About> about, ExtractSource source) {
    this.texts = texts;
    this.about = List.copyOf(about);
    this.source = source;
  }

  ExtractTexts texts() {
    return texts;
  }

  List<About> about() {
    return about;
  }

  /** The headings of the file. */
  public List<Heading> headings() {
    List<Heading> headings = new ArrayList<>();
    for (ExtractColumn column : source.columns()) {
      headings.add(new Heading(column.name(), column.type()));
      if (column.type() == ColumnType.CODE) {
        headings.add(new Heading(labelled(column), ColumnType.TEXT));
      }
    }
    return headings;
  }

  List<String> names() {
    return headings().stream().map(Heading::name).toList();
  }

  private String labelled(ExtractColumn column) {
    return column.name() + texts.say("label.suffix");
  }

  /** Hands over each row of the file; the array is used again. */
  void rows(RowWriter rows) throws IOException {
    List<ExtractColumn> columns = source.columns();
    Object[] written = new Object[headings().size()];
    try {
      source.forEach(
          row -> {
            int x = 0;
            for (int i = 0; i < row.length; i++) {
              ExtractColumn column = columns.get(i);
              written[x++] = row[i];
              if (column.type() == ColumnType.CODE) {
                written[x++] = row[i] == null ? null : column.labelOf(row[i]);
              }
            }
            try {
              rows.write(written);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The headings of the dictionary. */
  List<String> dictionaryHeadings() {
    return List.of(
        texts.say("dictionary.name"),
        texts.say("dictionary.label"),
        texts.say("dictionary.meaning"),
        texts.say("dictionary.type"),
        texts.say("dictionary.unit"),
        texts.say("dictionary.code"),
        texts.say("dictionary.codeLabel"));
  }

  /** The dictionary: a row for each heading of the file, and one for each code of its list. */
  void dictionary(RowWriter rows) throws IOException {
    for (ExtractColumn column : source.columns()) {
      rows.write(
          new Object[] {
            column.name(),
            column.label(),
            column.meaning(),
            texts.say("type." + column.type().name()),
            column.unit(),
            null,
            null
          });
      for (Map.Entry<String, String> code : column.codes().entrySet()) {
        rows.write(
            new Object[] {
              column.name(), column.label(), null, null, null, code.getKey(), code.getValue()
            });
      }
      if (column.type() == ColumnType.CODE) {
        rows.write(
            new Object[] {
              labelled(column),
              texts.say("label.of", column.label()),
              texts.say("label.meaning", column.name()),
              texts.say("type.TEXT"),
              "",
              null,
              null
            });
      }
    }
  }
}
