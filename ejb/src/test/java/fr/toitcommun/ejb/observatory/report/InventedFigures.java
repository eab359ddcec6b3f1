package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.observatory.map.MapSheet;
import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import fr.toitcommun.persistence.allocation.commitment.Counter;
import fr.toitcommun.persistence.allocation.commitment.Goal;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.FileOrigin;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Answers of a fixed shape: the second row is secret, others are 100, 200, 300… */
final class InventedFigures implements ReportSource {
  /** How many municipalities there are. */
  static final int PLACES = 80;

  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  final List<Question> asked = new ArrayList<>();
  final List<Question> mapped = new ArrayList<>();

  @Override
  public List<Answer> ask(List<Question> questions) {
    asked.addAll(questions);
    return questions.stream().map(InventedFigures::answer).toList();
  }

  private static Answer answer(Question question) {
    List<Heading> rows = headings(question.rows());
    List<Heading> columns = headings(question.columns());
    List<List<Cell>> cells = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      int row = r;
      cells.add(
          IntStream.range(0, columns.size())
              .mapToObj(c -> row == 1 ? Cell.SECRET : new Cell(100.0 * (row + 1) + c, 10L, false))
              .toList());
    }
    boolean sums = question.rows() != null && question.indicator().isCount();
    Cell total = new Cell(12_345.0, 12_345L, false);
    return new Answer(
        question,
        rows,
        columns,
        cells,
        sums && question.columns() != null ? rows.stream().map(row -> total).toList() : List.of(),
        sums ? columns.stream().map(column -> total).toList() : List.of(),
        sums ? total : null,
        question.when().isNow() ? DAY : question.when().from(),
        question.when().isNow() ? DAY : question.when().to(),
        EnumSet.noneOf(FileOrigin.class),
        true,
        List.of(),
        1);
  }

  private static List<Heading> headings(Axis axis) {
    if (axis == null) {
      return List.of(new Heading("", ""));
    }
    if (axis.isTime()) {
      return IntStream.range(0, 10)
          .mapToObj(i -> new Heading(String.valueOf(2016 + i), String.valueOf(2016 + i)))
          .toList();
    }
    if (axis == Axis.MUNICIPALITY || axis == Axis.RESIDENCE) {
      return IntStream.range(0, PLACES)
          .mapToObj(i -> new Heading("P" + i, "Commune P" + i))
          .toList();
    }
    List<String> codes = axis.codes().isEmpty() ? List.of("A", "B", "C") : axis.codes();
    return codes.stream().map(code -> new Heading(code, "Valeur <" + code + "> & suite")).toList();
  }

  @Override
  public String name(Indicator indicator) {
    return "Indicateur " + indicator;
  }

  @Override
  public String definition(Indicator indicator) {
    return "Ce que compte " + indicator + ", dit en une phrase assez longue pour deux lignes.";
  }

  @Override
  public String unit(Indicator indicator) {
    return "demandes";
  }

  @Override
  public String name(Axis axis) {
    return "Axe " + axis;
  }

  @Override
  public Optional<CommitmentView> commitments(int year, ReportTerritory territory) {
    return Optional.of(
        new CommitmentView(
            year,
            List.of(year),
            null,
            null,
            240L,
            List.of(
                new Counter(Goal.FIRST_QUARTILE, null, 30, 200, 2, 25, null),
                new Counter(Goal.AGREEMENT, "ACD", 12, 240, 0, null, 10)),
            List.of(),
            CommitmentView.RowsAre.LANDLORDS,
            true));
  }

  @Override
  public MapSheet map(Question question) {
    mapped.add(question);
    return new MapSheet(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 300 200\" width=\"300\""
            + " height=\"200\"><rect width=\"300\" height=\"200\" fill=\"#cde\"/></svg>",
        "Carte de " + question.indicator() + " par " + question.rows());
  }

  @Override
  public String label(String list, String code) {
    return code + " de " + list;
  }
}
