package fr.toitcommun.web.api;

import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Cell;
import fr.toitcommun.persistence.observatory.FileOrigin;
import fr.toitcommun.persistence.observatory.Heading;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the observatory answers, or some rows of it. */
@Schema(name = "Figures")
public record FiguresAnswer(
    Question question,
    @Schema(description = "One without code where the question has no rows") List<Heading> rows,
    @Schema(description = "One without code where the question has no columns")
        List<Heading> columns,
    @Schema(description = "By row, then by column") List<List<Cell>> cells,
    @Schema(description = "Of each row; empty where they do not add up to anything")
        List<Cell> rowTotals,
    @Schema(description = "Of each column over all rows, those not given included")
        List<Cell> columnTotals,
    @Schema(description = "Over everything; null where there is none") Cell total,
    @Schema(description = "The first day told of") LocalDate from,
    @Schema(description = "The last day told of") LocalDate to,
    @Schema(description = "How the files came to be that it was counted in")
        Set<FileOrigin> origins,
    @Schema(description = "Whether the live base was counted in as well") boolean live,
    @Schema(description = "Whether anybody tells of these days at all") boolean known,
    @Schema(description = "Days and first days of months that nobody tells") List<LocalDate> untold,
    @Schema(description = "How many cells of the whole are kept back") int hidden,
    @Schema(description = "How many rows the whole has") int rowCount,
    @Schema(description = "How many of them come before those given") int offset) {
  /** More figures than these are no answer but an extract. */
  static final int MOST_CELLS = 20_000;

  /**
   * Some rows of an answer.
   *
   * @param limit how many at most; null: all
   * @throws RefusedInput when they have more than {@link #MOST_CELLS} cells
   */
  static FiguresAnswer of(Answer answer, int offset, Integer limit) {
    int all = answer.rows().size();
    int from = Math.min(offset, all);
    int to = limit == null ? all : Math.min(all, from + limit);
    long cells = (long) (to - from) * answer.columns().size();
    if (cells > MOST_CELLS) {
      throw RefusedInput.at("limit", "ANSWER_TOO_LARGE", all, answer.columns().size(), MOST_CELLS);
    }
    return new FiguresAnswer(
        answer.question(),
        answer.rows().subList(from, to),
        answer.columns(),
        answer.cells().subList(from, to),
        answer.rowTotals().isEmpty() ? List.of() : answer.rowTotals().subList(from, to),
        answer.columnTotals(),
        answer.total(),
        answer.from(),
        answer.to(),
        answer.origins(),
        answer.live(),
        answer.isKnown(),
        answer.untold(),
        answer.hidden(),
        all,
        from);
  }
}
