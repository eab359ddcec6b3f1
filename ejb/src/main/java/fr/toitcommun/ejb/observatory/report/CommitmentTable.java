package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import fr.toitcommun.persistence.allocation.commitment.Counter;
import fr.toitcommun.persistence.allocation.commitment.Goal;
import java.util.ArrayList;
import java.util.List;

/** The commitments of landlords as a table (L.441-1). */
final class CommitmentTable {
  private final ReportSource source;
  private final ReportWords words;

  CommitmentTable(ReportSource source, ReportWords words) {
    this.source = source;
    this.words = words;
  }

  ReportPart.Grid grid(CommitmentView view) {
    List<String> head =
        List.of(
            words.text("commitments.goal"),
            words.text("commitments.count"),
            words.text("commitments.total"),
            words.text("commitments.share"),
            words.text("commitments.target"),
            words.text("commitments.state"));
    return new ReportPart.Grid(
        words.text("commitments", String.valueOf(view.year())),
        head,
        view.counters().stream().map(this::line).toList(),
        null,
        note(view));
  }

  private String note(CommitmentView view) {
    List<String> said = new ArrayList<>();
    if (view.leases() != null) {
      said.add(words.text("commitments.leases", words.number(view.leases(), 0)));
    }
    said.add(words.text("commitments.source"));
    if (view.masked()) {
      said.add(words.text("commitments.masked"));
    }
    return String.join(" ", said);
  }

  private ReportPart.Line line(Counter counter) {
    Integer permille = counter.permille();
    return new ReportPart.Line(
        counter.item() == null
            ? words.text("goal." + counter.goal())
            : words.text("goal." + counter.goal(), source.label(list(counter), counter.item())),
        List.of(
            words.number(counter.count(), 0),
            words.number(counter.total(), 0),
            permille == null ? "–" : words.text("unit.PERCENT", words.number(permille / 10.0, 1)),
            target(counter),
            state(counter)));
  }

  private String target(Counter counter) {
    if (!counter.aimed()) {
      return "–";
    }
    return counter.targetPercent() == null
        ? words.number(counter.targetCount(), 0)
        : words.text("unit.PERCENT", words.number(counter.targetPercent(), 0));
  }

  private String state(Counter counter) {
    if (!counter.aimed()) {
      return "–";
    }
    return counter.met()
        ? words.text("commitments.met")
        : words.text("commitments.short", words.number(counter.gap(), 0));
  }

  private static String list(Counter counter) {
    return counter.goal() == Goal.AGREEMENT ? "COLLECTIVE_AGREEMENT" : "QUOTA";
  }
}
