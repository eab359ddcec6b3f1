package fr.toitcommun.web.allocation;

import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.ChosenCandidates;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A list of candidates as rows of a table, the first of them its heading. */
@RequestScoped
public class ExtractTable {
  private static final List<String> COLUMNS =
      List.of(
          "rank",
          "number",
          "name",
          "city",
          "deposit",
          "kind",
          "persons",
          "income",
          "share",
          "perUnit",
          "tenure",
          "motive",
          "transfer",
          "dalo",
          "score",
          "scoreIfProven",
          "wish",
          "works",
          "open",
          "refusals");

  @Inject private Texts texts;

  /** Heading and rows; where the list was cut, a last row says so. */
  public List<List<Object>> of(ChosenCandidates list) {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(COLUMNS.stream().map(column -> (Object) texts.say("extract." + column)).toList());
    list.rows().forEach(row -> rows.add(row(row)));
    if (list.cut()) {
      rows.add(
          List.of(
              texts.say(
                  "extract.cut", texts.number(list.rows().size()), texts.number(list.total()))));
    }
    return rows;
  }

  private List<Object> row(CandidateRow row) {
    return Arrays.asList(
        row.rank(),
        row.uniqueNumber(),
        row.applicant(),
        row.city(),
        row.initialDepositDate(),
        texts.say("household." + row.householdKind()),
        row.householdSize(),
        row.annualIncome(),
        row.incomePercent(),
        row.resourcesPerUnit(),
        row.currentTenure() == null ? null : texts.code("CURRENT_HOUSING", row.currentTenure()),
        row.mainMotive() == null ? null : texts.code("DEMAND_MOTIVE", row.mainMotive()),
        texts.yes(row.transfer()),
        row.daloStatus(),
        row.score(),
        row.scoreIfProven(),
        row.locationRank(),
        row.worksKm(),
        row.openProposals(),
        row.pastRefusals());
  }
}
