package fr.toitcommun.ejb.observatory.extract;

import fr.toitcommun.persistence.observatory.AnonymousRows;
import fr.toitcommun.persistence.observatory.Axis;
import fr.toitcommun.persistence.observatory.Question;
import fr.toitcommun.persistence.observatory.QuestionLink;
import fr.toitcommun.persistence.observatory.extract.ExtractContent;
import fr.toitcommun.persistence.observatory.extract.ExtractKind;
import fr.toitcommun.persistence.observatory.extract.NewExtract;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Whether what is asked for can be extracted.
 *
 * @param snapshots days of those on file
 * @param earliest the first day that files or base may tell what happened on
 * @param today the last
 * @param known whether an axis can have a code
 * @param unknown codes that no axis of a question has
 */
record ExtractControls(
    List<LocalDate> snapshots,
    LocalDate earliest,
    LocalDate today,
    BiPredicate<Axis, String> known,
    Function<Question, List<Fault>> unknown) {
  private static final int LONGEST_NAME = 80;
  private static final Set<String> LANGUAGES = Set.of("fr", "en");

  /** What is wrong with it, each at its field. */
  List<Fault> faults(NewExtract wanted) {
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
      strangers(content, faults);
      content(content, faults);
    }
    return faults;
  }

  /** What is said but belongs to another kind: who said it would believe that it was heeded. */
  private static void strangers(ExtractContent content, List<Fault> faults) {
    ExtractKind kind = content.kind();
    boolean facts = kind == ExtractKind.FACTS;
    Map<String, Boolean> strange = new LinkedHashMap<>();
    strange.put("question", content.question() != null && kind != ExtractKind.TABLE);
    strange.put("from", content.from() != null && kind != ExtractKind.SNAPSHOT && !facts);
    strange.put("to", content.to() != null && !facts);
    strange.put("filters", !content.filters().isEmpty() && !kind.isByDemand());
    strange.put("columns", !content.columns().isEmpty() && !kind.isByDemand());
    strange.put("reports", content.reports() != null && kind != ExtractKind.REPORTS);
    strange.forEach(
        (field, said) -> {
          if (said) {
            faults.add(Fault.at(field, "NOT_OF_THIS_KIND", kind));
          }
        });
  }

  private void content(ExtractContent content, List<Fault> faults) {
    switch (content.kind()) {
      case TABLE -> question(content.question(), faults);
      case LIVE -> rows(content, faults);
      case SNAPSHOT -> {
        rows(content, faults);
        snapshot(content.from(), faults);
      }
      case FACTS -> {
        rows(content, faults);
        period(content, faults);
      }
      case REPORTS -> {
        // Who knows the territories says what is wrong with them.
        if (content.reports() == null) {
          faults.add(Fault.at("reports", "REQUIRED"));
        }
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

  private void question(String question, List<Fault> faults) {
    if (question == null || question.isBlank()) {
      faults.add(Fault.at("question", "REQUIRED"));
      return;
    }
    List<Fault> found;
    try {
      found = unknown.apply(QuestionLink.read(question));
    } catch (RefusedInput refused) {
      found = refused.faults();
    }
    found.stream()
        .map(fault -> new Fault("question." + fault.field(), fault.code(), fault.arguments()))
        .forEach(faults::add);
  }

  private void rows(ExtractContent content, List<Fault> faults) {
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

  private void snapshot(LocalDate day, List<Fault> faults) {
    if (snapshots.isEmpty() || day != null && !snapshots.contains(day)) {
      faults.add(Fault.at("from", "NO_SNAPSHOT"));
    }
  }

  /** Of a period without bounds the months would be gone through until memory ends. */
  private void period(ExtractContent content, List<Fault> faults) {
    if ((content.from() == null) != (content.to() == null)) {
      faults.add(Fault.at(content.from() == null ? "from" : "to", "REQUIRED"));
    }
    within("from", content.from(), faults);
    within("to", content.to(), faults);
    if (content.from() != null && content.to() != null && content.to().isBefore(content.from())) {
      faults.add(Fault.at("to", "ENDS_BEFORE_IT_BEGINS"));
    }
  }

  private void within(String field, LocalDate day, List<Fault> faults) {
    if (day != null && (day.isBefore(earliest) || day.isAfter(today))) {
      faults.add(Fault.at(field, "DATE_OUT_OF_RANGE", earliest, today));
    }
  }
}
