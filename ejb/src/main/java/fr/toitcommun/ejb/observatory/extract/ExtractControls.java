package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.persistence.observatory.AnonymousRows;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.QuestionLink;
import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Whether what is asked for can be extracted. */
final class ExtractControls {
  private static final int LONGEST_NAME = 80;
  private static final Set<String> LANGUAGES = Set.of("fr", "en");

  private ExtractControls() {}

  /**
   * What is wrong with it, each at its field.
   *
   * @param snapshots days of those on file
   * @param known whether an axis can have a code
   */
  static List<Fault> faults(
      NewExtract wanted, List<LocalDate> snapshots, BiPredicate<Axis, String> known) {
    List<Fault> faults = new ArrayList<>();
    name(wanted.name(), faults);
    if (wanted.format() == null) {
      faults.add(Fault.at("format", "REQUIRED"));
    }
    if (!LANGUAGES.contains(wanted.language())) {
      faults.add(Fault.at("language", "UNKNOWN_CODE", String.valueOf(wanted.language())));
    }
    ExtractContent content = wanted.content();
    if (content == null) {
      faults.add(Fault.at("kind", "REQUIRED"));
    } else {
      boolean reports = content.kind() == ExtractKind.REPORTS;
      if (wanted.format() != null && reports == (wanted.format().reports() == null)) {
        faults.add(Fault.at("format", "EXTRACT_FORMAT", wanted.format()));
      }
      if (reports != (content.reports() != null)) {
        faults.add(Fault.at("reports", reports ? "REQUIRED" : "EXTRACT_NO_REPORTS"));
      }
      content(content, snapshots, known, faults);
    }
    return faults;
  }

  private static void content(
      ExtractContent content,
      List<LocalDate> snapshots,
      BiPredicate<Axis, String> known,
      List<Fault> faults) {
    switch (content.kind()) {
      case TABLE -> question(content.question(), faults);
      case LIVE, SNAPSHOT, FACTS -> {
        rows(content, known, faults);
        time(content, snapshots, faults);
      }
      case REPORTS -> {
        // Who knows the territories says what is wrong with them.
      }
    }
  }

  private static void name(String name, List<Fault> faults) {
    if (name == null || name.isBlank()) {
      faults.add(Fault.at("name", "REQUIRED"));
    } else if (name.length() > LONGEST_NAME) {
      faults.add(Fault.at("name", "TOO_LONG", LONGEST_NAME));
    } else if (!PlainText.allows(name)) {
      faults.add(Fault.at("name", "ILLEGAL_CHARACTERS"));
    }
  }

  private static void question(String question, List<Fault> faults) {
    if (question == null || question.isBlank()) {
      faults.add(Fault.at("question", "REQUIRED"));
      return;
    }
    try {
      QuestionLink.read(question);
    } catch (RefusedInput refused) {
      refused.faults().stream()
          .map(fault -> new Fault("question." + fault.field(), fault.code(), fault.arguments()))
          .forEach(faults::add);
    }
  }

  private static void rows(
      ExtractContent content, BiPredicate<Axis, String> known, List<Fault> faults) {
    boolean facts = content.kind() == ExtractKind.FACTS;
    for (int i = 0; i < content.columns().size(); i++) {
      axis(content.columns().get(i), facts, "columns[" + i + "]", faults);
    }
    content
        .filters()
        .forEach(
            (axis, codes) -> {
              String field = "filters." + axis;
              axis(axis, facts, field, faults)
                  .ifPresent(one -> codes(codes, code -> known.test(one, code), field, faults));
            });
  }

  private static Optional<Axis> axis(String name, boolean facts, String field, List<Fault> faults) {
    Optional<Axis> axis =
        ExtractColumns.offered(facts).stream().filter(one -> one.name().equals(name)).findFirst();
    if (axis.isEmpty()) {
      faults.add(Fault.at(field, "UNKNOWN_CODE", name));
    }
    return axis;
  }

  /** A filter that leaves nothing would give a file without rows, and nobody would know why. */
  private static void codes(
      List<String> codes, Predicate<String> known, String field, List<Fault> faults) {
    if (codes.isEmpty()) {
      faults.add(Fault.at(field, "UNKNOWN_CODE", ""));
    }
    codes.stream()
        .filter(code -> !AnonymousRows.isCode(code) || !known.test(code))
        .forEach(code -> faults.add(Fault.at(field, "UNKNOWN_CODE", code)));
  }

  private static void time(ExtractContent content, List<LocalDate> snapshots, List<Fault> faults) {
    if (content.kind() == ExtractKind.SNAPSHOT
        && (snapshots.isEmpty() || content.from() != null && !snapshots.contains(content.from()))) {
      faults.add(Fault.at("from", "NO_SNAPSHOT"));
    }
    if (content.kind() == ExtractKind.FACTS) {
      if ((content.from() == null) != (content.to() == null)) {
        faults.add(Fault.at(content.from() == null ? "from" : "to", "REQUIRED"));
      } else if (content.from() != null && content.to().isBefore(content.from())) {
        faults.add(Fault.at("to", "ENDS_BEFORE_IT_BEGINS"));
      }
    }
  }
}
