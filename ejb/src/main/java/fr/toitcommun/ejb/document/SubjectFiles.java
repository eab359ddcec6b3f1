package fr.toitcommun.ejb.document;

import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.installation.Demonstration;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.FieldChange;
import fr.toitcommun.persistence.registration.SubjectFile;
import fr.toitcommun.persistence.registration.UniqueNumber;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The copy of everything the file holds about a demand, for the person who asks for it. */
@Dependent
public class SubjectFiles {
  private final Jdbi jdbi;
  private final References references;
  private final Clock clock;
  private final Printer printer;

  /** Over these reads, in this clock's zone. */
  @Inject
  public SubjectFiles(Jdbi jdbi, References references, Clock clock, Printer printer) {
    this.jdbi = jdbi;
    this.references = references;
    this.clock = clock;
    this.printer = printer;
  }

  /** An event with what it says besides its kind, and what it changed. */
  public record Happened(
      LocalDate day,
      DemandEventKind kind,
      String partner,
      String said,
      List<HistoryWords.Line> changes) {}

  /** A demand that was merged into this one, and all that was stated in it. */
  public record Merged(String number, List<HistoryWords.Line> stated) {}

  /** What the demand scores in a territory, and what counted. */
  public record Score(String heading, List<Counted> lines) {}

  /** What a criterion counted, in words. */
  public record Counted(String criterion, int points, int ifProven) {}

  /**
   * The copy, in French or English.
   *
   * @param history how fields and events read in that language
   * @throws IllegalStateException when it cannot be printed
   */
  public byte[] print(SubjectFile copy, Locale locale, HistoryWords history) {
    Reference reference = references.current();
    Words words = new Words(locale, reference);
    DemandFile file = copy.demand();
    Map<String, Object> facts = new HashMap<>();
    facts.put("copy", copy);
    facts.put("file", file);
    facts.put("number", UniqueNumber.read(file.uniqueNumber()).readable());
    facts.put("departement", reference.departements().get(file.departementCode()));
    facts.put("address", new PostalAddress(file.form().getContact(), reference, words).lines());
    facts.put("summary", new DemandSummaryTable(file, reference, words).sections());
    facts.put("stated", stated(file, history));
    facts.put(
        "merged",
        copy.merged().stream()
            .map(
                one ->
                    new Merged(
                        UniqueNumber.read(one.uniqueNumber()).readable(), stated(one, history)))
            .toList());
    facts.put("complement", complement(copy, words));
    facts.put("scores", scores(copy, words, history));
    facts.put("candidacies", new CandidacySections(words, clock.getZone()).of(copy.candidacies()));
    facts.put(
        "events",
        file.events().stream()
            .map(
                event ->
                    new Happened(
                        day(event.occurredAt()),
                        event.kind(),
                        event.partner(),
                        history.said(event),
                        event.changes().stream().map(history::line).toList()))
            .toList());
    facts.put("demonstration", Demonstration.isHere(jdbi));
    return printer.print("subject", words, facts);
  }

  private static List<Score> scores(SubjectFile copy, Words words, HistoryWords history) {
    return copy.scores().stream()
        .map(
            one ->
                new Score(
                    words.text(
                        one.score() == one.scoreIfProven()
                            ? "subject.score"
                            : "subject.scoreIfProven",
                        one.territory(),
                        one.score(),
                        one.grid(),
                        words.date(one.gridSince()),
                        one.scoreIfProven()),
                    one.lines().stream()
                        .map(
                            line ->
                                new Counted(
                                    history.criterion(line.fact()),
                                    line.points(),
                                    line.pointsIfProven()))
                        .toList()))
        .toList();
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, clock.getZone());
  }

  /** Every field that says something. */
  private static List<HistoryWords.Line> stated(DemandFile file, HistoryWords history) {
    return FieldChange.between(new DemandForm(), file.form()).stream()
        .filter(field -> field.to() != null)
        .map(history::line)
        .toList();
  }

  private static List<FactSection> complement(SubjectFile copy, Words words) {
    if (copy.complement() == null) {
      return List.of();
    }
    DemandForm form = copy.demand().form();
    Map<Long, String> names = new HashMap<>();
    Stream.of(List.of(form.getApplicant()), form.getCoApplicants(), form.getDependants())
        .flatMap(List::stream)
        .forEach(one -> names.put(one.getId(), one.getGivenName() + " " + one.getSurname()));
    return copy.complement().stream()
        .map(
            one -> {
              List<FactSection.Fact> facts = new ArrayList<>();
              fact(facts, words, "state", label(words, "HANDICAP_STATE", one.getState()));
              fact(facts, words, "walking", label(words, "WALKING", one.getWalking()));
              fact(facts, words, "motor", labels(words, "MOTOR", one.getMotor()));
              fact(facts, words, "sensory", labels(words, "SENSORY", one.getSensory()));
              fact(facts, words, "aids", labels(words, "TECHNICAL_AID", one.getTechnicalAids()));
              fact(facts, words, "adaptations", labels(words, "ADAPTATION", one.getAdaptations()));
              fact(facts, words, "detail", one.getDetail());
              return new FactSection(names.getOrDefault(one.getPersonId(), ""), facts);
            })
        .toList();
  }

  private static void fact(List<FactSection.Fact> facts, Words words, String name, String value) {
    facts.add(
        new FactSection.Fact(words.text("subject.complement." + name), value == null ? "" : value));
  }

  private static String label(Words words, String list, String code) {
    return code == null ? "" : words.label(list, code);
  }

  private static String labels(Words words, String list, List<String> codes) {
    return codes.stream().map(code -> words.label(list, code)).collect(Collectors.joining(" · "));
  }
}
