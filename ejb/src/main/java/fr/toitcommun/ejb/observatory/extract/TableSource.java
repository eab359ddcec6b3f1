package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.ejb.observatory.ObservatoryWords;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.extract.ColumnType;
import fr.toitcommun.persistence.observatory.extract.ExtractColumn;
import fr.toitcommun.persistence.observatory.extract.ExtractSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of the observatory as rows: one for each cell, so that every tool groups it anew. What is
 * secret on the screen is secret here.
 */
final class TableSource implements ExtractSource {
  private final Answer answer;
  private final List<ExtractColumn> columns = new ArrayList<>();

  TableSource(Answer answer, ExtractTexts texts, ExtractColumns names, ObservatoryWords words) {
    this.answer = answer;
    add(names, answer.question().rows(), answer.rows());
    add(names, answer.question().columns(), answer.columns());
    columns.add(
        ExtractColumn.of(
            texts.say("name.value"),
            ColumnType.DECIMAL,
            words.name(answer.question().indicator()),
            texts.say("meaning.value"),
            words.name(answer.question().indicator().unit())));
    columns.add(
        ExtractColumn.of(
            texts.say("name.base"),
            ColumnType.INTEGER,
            texts.say("label.base"),
            texts.say("meaning.base"),
            ""));
    Map<String, String> secrecy = new LinkedHashMap<>();
    secrecy.put("0", texts.say("secret.0"));
    secrecy.put("1", texts.say("secret.1"));
    columns.add(
        ExtractColumn.coded(
            texts.say("name.secret"),
            texts.say("label.secret"),
            texts.say("meaning.secret"),
            secrecy));
  }

  private void add(ExtractColumns names, Axis axis, List<Heading> headings) {
    if (axis != null) {
      columns.add(names.of(axis, headings.stream().map(Heading::code).toList()));
    }
  }

  @Override
  public List<ExtractColumn> columns() {
    return columns;
  }

  @Override
  public long total() {
    return (long) answer.rows().size() * answer.columns().size();
  }

  @Override
  public void forEach(RowConsumer rows) {
    boolean down = answer.question().rows() != null;
    boolean across = answer.question().columns() != null;
    for (int r = 0; r < answer.rows().size(); r++) {
      for (int c = 0; c < answer.columns().size(); c++) {
        Cell cell = answer.cells().get(r).get(c);
        List<Object> row = new ArrayList<>(columns.size());
        if (down) {
          row.add(answer.rows().get(r).code());
        }
        if (across) {
          row.add(answer.columns().get(c).code());
        }
        row.add(cell.value());
        row.add(cell.base());
        row.add(cell.secret() ? "1" : "0");
        rows.take(row.toArray());
      }
    }
  }
}
