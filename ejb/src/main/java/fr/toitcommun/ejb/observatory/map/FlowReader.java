package fr.toitcommun.ejb.observatory.map;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Reads flows off the table of residences by places sought: so they have its secrecy, the same as
 * that table wherever else it is shown.
 */
final class FlowReader {
  private final Set<String> drawable;
  private final List<Flows.Flow> flows = new ArrayList<>();
  private long within;
  private long fromElsewhere;
  private long toElsewhere;

  private FlowReader(Set<String> drawable) {
    this.drawable = drawable;
  }

  /**
   * The largest flows of an answer.
   *
   * @param answer residences by places sought
   * @param drawable the territories that a line can begin and end in
   */
  static Flows of(Answer answer, Set<String> drawable, int most) {
    FlowReader reader = new FlowReader(drawable);
    for (int r = 0; r < answer.rows().size(); r++) {
      for (int c = 0; c < answer.columns().size(); c++) {
        reader.read(
            answer.rows().get(r).code(),
            answer.columns().get(c).code(),
            answer.cells().get(r).get(c));
      }
    }
    reader.flows.sort(
        Comparator.comparing((Flows.Flow flow) -> -flow.demands())
            .thenComparing(Flows.Flow::from)
            .thenComparing(Flows.Flow::to));
    Double total = answer.total() == null ? null : answer.total().value();
    return new Flows(
        List.copyOf(reader.flows.subList(0, Math.min(most, reader.flows.size()))),
        reader.flows.size(),
        total == null ? null : total.longValue(),
        reader.within,
        reader.fromElsewhere,
        reader.toElsewhere,
        answer.hidden());
  }

  /** What is unknown is not the same: outside the file one way, in no EPCI the other. */
  private void read(String from, String to, Cell cell) {
    if (cell.value() == null || cell.value() == 0) {
      return;
    }
    long demands = cell.value().longValue();
    if (from.equals(to) && !from.equals(Axis.UNKNOWN)) {
      within += demands;
    } else if (!drawable.contains(from)) {
      fromElsewhere += demands;
    } else if (!drawable.contains(to)) {
      toElsewhere += demands;
    } else {
      flows.add(new Flows.Flow(from, to, demands));
    }
  }
}
