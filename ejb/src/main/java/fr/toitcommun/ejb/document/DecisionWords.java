package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.VacancyRow;
import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.SessionDetail;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a commission decided, in words that its letters tell applicants; in French. */
@Dependent
public class DecisionWords {
  private final References references;

  /** Over these labels. */
  @Inject
  public DecisionWords(References references) {
    this.references = references;
  }

  private Words words() {
    return new Words(Locale.FRENCH, references.current());
  }

  /** A dwelling as a letter calls it: type, address, surface and rent. */
  public String dwelling(VacancyRow dwelling) {
    Words words = words();
    return words.text(
        "decided.dwelling",
        dwelling.type().name(),
        dwelling.address(),
        dwelling.municipality(),
        dwelling.surface(),
        words.euros(dwelling.totalRent()));
  }

  /**
   * An allocation: in what rank, on what condition and until when. Until when to answer is known
   * when its letter is made (R.441-10).
   */
  public String allocation(SessionDetail.Candidate candidate) {
    Words words = words();
    List<String> lines = new ArrayList<>();
    lines.add(
        candidate.rank() == null || candidate.rank() == 1
            ? words.text("decided.first")
            : words.text("decided.ranked", candidate.rank()));
    if (candidate.decision() == Decision.CONDITIONAL_ALLOCATION) {
      lines.add(
          words.text(
              "decided.condition",
              candidate.conditionText(),
              words.date(candidate.conditionDeadline())));
    }
    return String.join("\n", lines);
  }

  /** The motives of a non-allocation, a line each, and what was added to them. */
  public String motives(SessionDetail.Candidate candidate) {
    Words words = words();
    return lines(
        candidate.motives().stream()
            .filter(code -> !"OTHER".equals(code) || candidate.motiveDetail() == null)
            .map(code -> words.label("NON_ALLOCATION_MOTIVE", code)),
        candidate.motiveDetail());
  }

  /** What is added to the main motive of an inadmissibility; null: nothing. */
  public String further(SessionDetail.Candidate candidate) {
    Words words = words();
    return lines(
        candidate.furtherMotives().stream()
            .map(code -> words.label("CANCELLATION_SUB_REASON", code)),
        candidate.motiveDetail());
  }

  private static String lines(Stream<String> first, String last) {
    List<String> lines =
        Stream.concat(first, Stream.of(last == null ? "" : last))
            .filter(Objects::nonNull)
            .filter(line -> !line.isBlank())
            .toList();
    return lines.isEmpty() ? null : lines.stream().collect(Collectors.joining("\n"));
  }
}
