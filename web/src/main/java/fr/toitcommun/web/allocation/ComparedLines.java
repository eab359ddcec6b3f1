package fr.toitcommun.web.allocation;

import fr.toitcommun.persistence.allocation.CandidateRow;
import fr.toitcommun.persistence.allocation.ChosenCandidates;
import fr.toitcommun.persistence.allocation.ScoreLine;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.web.shell.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a comparison of candidates shows, line by line, in the agent's language. */
@RequestScoped
public class ComparedLines {
  @Inject private Texts texts;

  /**
   * One line.
   *
   * @param values of each candidate in order
   * @param differs whether they are not all the same
   */
  public record Line(String label, List<String> values, boolean differs) {}

  /** Lines of one subject. */
  public record Part(String title, List<Line> lines) {}

  /** All of them. */
  public List<Part> of(ChosenCandidates chosen, VacancyRow dwelling) {
    List<CandidateRow> rows = chosen.rows();
    List<Part> parts = new ArrayList<>();
    parts.add(
        part(
            "compare.rankPart",
            line(rows, "compare.rank", row -> texts.number(row.rank())),
            line(rows, "candidates.deposit", row -> texts.date(row.initialDepositDate())),
            line(rows, "compare.waits", row -> texts.since(row.initialDepositDate())),
            line(rows, "compare.score", row -> texts.number(row.score())),
            line(rows, "compare.scoreIfProven", row -> texts.number(row.scoreIfProven()))));
    List<Line> scored = new ArrayList<>();
    List<String> counted =
        rows.stream()
            .flatMap(row -> row.countedLines().stream())
            .map(ScoreLine::fact)
            .distinct()
            .toList();
    for (String fact : counted) {
      scored.add(line(rows, "fact." + fact, row -> texts.text(points(row, fact))));
    }
    if (!scored.isEmpty()) {
      parts.add(new Part(texts.say("compare.scorePart"), scored));
    }
    parts.add(
        part(
            "compare.householdPart",
            line(rows, "compare.kind", row -> texts.say("household." + row.householdKind())),
            line(rows, "candidates.householdShort", this::household),
            line(rows, "compare.category", row -> String.valueOf(row.householdCategory())),
            line(rows, "compare.labels", this::labels),
            line(rows, "compare.adapted", row -> texts.yes(row.needsAdapted()))));
    parts.add(
        part(
            "compare.resourcesPart",
            line(rows, "compare.income", row -> texts.euros(row.annualIncome())),
            line(rows, "candidates.income", this::incomeShare),
            line(rows, "compare.perUnit", row -> texts.euros(row.resourcesPerUnit())),
            line(rows, "compare.quartile", row -> texts.yes(row.firstQuartile()))));
    parts.add(
        part(
            "compare.wishPart",
            line(rows, "compare.choice", row -> wish(row)),
            line(rows, "compare.types", row -> types(row)),
            line(rows, "compare.maximumRent", row -> rent(row, dwelling)),
            line(rows, "compare.works", row -> works(row))));
    parts.add(
        part(
            "compare.housingPart",
            line(rows, "compare.tenure", row -> texts.code("CURRENT_HOUSING", row.currentTenure())),
            line(rows, "compare.motive", row -> texts.code("DEMAND_MOTIVE", row.mainMotive())),
            line(rows, "candidates.transfer", row -> texts.yes(row.transfer()))));
    parts.add(
        part(
            "compare.proposalPart",
            line(rows, "compare.open", row -> texts.number(row.openProposals())),
            line(rows, "compare.refusals", row -> texts.number(row.pastRefusals()))));
    return parts;
  }

  private Part part(String title, Line... lines) {
    return new Part(texts.say(title), List.of(lines));
  }

  private Line line(List<CandidateRow> rows, String label, Function<CandidateRow, String> value) {
    List<String> values = rows.stream().map(value).toList();
    return new Line(texts.say(label), values, values.stream().distinct().count() > 1);
  }

  private String incomeShare(CandidateRow row) {
    return row.incomePercent() == null
        ? texts.say("candidates.incomeToAsk")
        : texts.percent(row.incomePercent());
  }

  private static String points(CandidateRow row, String fact) {
    return row.countedLines().stream()
        .filter(line -> line.fact().equals(fact))
        .findFirst()
        .map(ComparedLines::points)
        .orElse(null);
  }

  private static String points(ScoreLine line) {
    return line.provisional()
        ? line.points() + " (" + line.pointsIfProven() + ")"
        : String.valueOf(line.points());
  }

  private String household(CandidateRow row) {
    return texts.say("demand.persons", row.householdSize());
  }

  private String labels(CandidateRow row) {
    List<String> labels = new ArrayList<>();
    if ("ACTIF".equals(row.daloStatus())) {
      labels.add("DALO");
    }
    row.grounds().stream()
        .filter(ground -> !"DALO".equals(ground))
        .forEach(ground -> labels.add(texts.say("ground." + ground)));
    if (!"AUCUN".equals(row.collectiveAgreement()) && !"NONDOC".equals(row.collectiveAgreement())) {
      labels.add(row.collectiveAgreement());
    }
    return labels.isEmpty() ? texts.text(null) : String.join(", ", labels);
  }

  private String wish(CandidateRow row) {
    return texts.say("compare.wish", texts.municipality(row.wished()), row.locationRank());
  }

  private String types(CandidateRow row) {
    return texts.types(row.types().stream().map(Enum::name).toList());
  }

  private String rent(CandidateRow row, VacancyRow dwelling) {
    String told = texts.euros(row.maximumRent());
    return row.maximumRent() != null && dwelling != null && dwelling.totalRent() > row.maximumRent()
        ? texts.say("compare.rentOver", told, texts.euros(dwelling.totalRent() - row.maximumRent()))
        : told;
  }

  private String works(CandidateRow row) {
    return row.worksKm() == null ? texts.text(null) : texts.say("narrow.km", row.worksKm());
  }
}
