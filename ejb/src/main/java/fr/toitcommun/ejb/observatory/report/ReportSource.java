package fr.toitcommun.ejb.observatory.report;

import fr.toitcommun.ejb.observatory.map.MapSheet;
import fr.toitcommun.persistence.allocation.commitment.CommitmentView;
import fr.toitcommun.persistence.observatory.Answer;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Indicator;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.report.ReportTerritory;
import java.util.List;
import java.util.Optional;

/** Where a report takes its figures and their words from, in its language. */
interface ReportSource {
  /**
   * The answers, with scope and secrecy applied. None is older than the first that was ever asked
   * here; the same tally is the same figure, on maps too.
   */
  List<Answer> ask(List<Question> questions);

  /** What an indicator is called. */
  String name(Indicator indicator);

  /** What an indicator counts, in a sentence or two. */
  String definition(Indicator indicator);

  /** What an indicator is counted in, short. */
  String unit(Indicator indicator);

  /** What an axis is called. */
  String name(Axis axis);

  /**
   * The commitments of a year.
   *
   * @param territory null: all that the caller may see
   * @return nothing of a year, or for a territory, that they are not counted for
   */
  Optional<CommitmentView> commitments(int year, ReportTerritory territory);

  /**
   * The answer to a question by territories on a map.
   *
   * @param question without faults; where it filters a territory, that is shown alone
   */
  MapSheet map(Question question);

  /** The label of a code of a list. */
  String label(String list, String code);
}
