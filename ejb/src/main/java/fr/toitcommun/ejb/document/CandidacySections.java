package fr.toitcommun.ejb.document;

import fr.toitcommun.persistence.registration.SubjectCandidacy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The dwellings proposed to a person, and what became of each, as the copy of their data lists. */
final class CandidacySections {
  private static final String INADMISSIBILITY = "INADMISSIBILITY";
  private static final String ON_AGENDA = "ON_AGENDA";

  private final Words words;
  private final ZoneId zone;

  CandidacySections(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  /** A dwelling with its facts, and what members of the commission said. */
  public record Part(FactSection section, List<Line> said) {}

  /** Something said on a day. */
  public record Line(LocalDate day, String words) {}

  /** A part for each dwelling, in the order given. */
  List<Part> of(List<SubjectCandidacy> candidacies) {
    return candidacies.stream()
        .map(
            one ->
                new Part(
                    section(one),
                    one.said().stream()
                        .map(said -> new Line(LocalDate.ofInstant(said.at(), zone), said.words()))
                        .toList()))
        .toList();
  }

  private FactSection section(SubjectCandidacy one) {
    FactSection section =
        new FactSection(
            words.text("candidacy.title", one.dwellingType(), one.municipality(), one.landlord()),
            new ArrayList<>());
    day(section, "proposed", one.proposedOn());
    add(
        section,
        "designated",
        one.designatedBy() == null || one.designatedRank() == null
            ? one.designatedBy()
            : words.text("candidacy.designatedAt", one.designatedBy(), one.designatedRank()));
    add(
        section,
        "told",
        one.notifiedOn() == null
            ? ON_AGENDA.equals(one.status()) ? null : words.text("candidacy.notTold")
            : words.text("candidacy.toldBy." + one.channel(), words.date(one.notifiedOn())));
    day(section, "deadline", one.replyDeadline());
    day(section, "accepted", one.acceptedOn());
    add(section, "state", words.text("proposal." + one.status()));
    day(section, "ended", one.closedOn());
    add(section, "refusal", words.label("REFUSAL_MOTIVE", one.refusalMotive()));
    add(section, "refusalWords", one.refusalDetail());
    if (one.releaseReason() != null) {
      add(section, "released", words.text("candidacy.released." + one.releaseReason()));
    }
    if (one.decided() != null) {
      decided(section, one.decided());
    }
    one.leases().forEach(lease -> lease(section, lease));
    return section;
  }

  private void decided(FactSection section, SubjectCandidacy.Decided decided) {
    String decision = words.text("decision." + decided.decision());
    add(
        section,
        "decision",
        decided.rank() == null
            ? decision
            : decision + ", " + words.text("decision.rank", decided.rank()));
    add(
        section,
        "commission",
        words.text("candidacy.session", decided.commission(), words.date(decided.heldOn())));
    String list =
        INADMISSIBILITY.equals(decided.decision())
            ? "CANCELLATION_SUB_REASON"
            : "NON_ALLOCATION_MOTIVE";
    add(
        section,
        "motives",
        decided.motives().stream()
            .map(code -> words.label(list, code))
            .collect(Collectors.joining(" · ")));
    add(section, "motiveWords", decided.motiveDetail());
    add(section, "condition", decided.conditionText());
    day(section, "conditionUntil", decided.conditionDeadline());
    day(section, "conditionMet", decided.conditionMetOn());
    if (decided.facts() != null) {
      facts(section, decided.facts());
    }
  }

  private void facts(FactSection section, SubjectCandidacy.FactsOfDecision facts) {
    add(
        section,
        "units",
        facts.consumptionUnits() == null
            ? null
            : words.tenths(facts.consumptionUnits().doubleValue()));
    add(section, "perUnitThen", words.euros(facts.resourcesPerUnit()));
    if (facts.firstQuartile() != null) {
      add(
          section,
          "quartile",
          words.text(
              "candidacy.quartileOf",
              words.yesNo(facts.firstQuartile()),
              words.euros(facts.quartileThreshold())));
    }
    add(section, "district", words.yesNo(facts.inPriorityDistrict()));
    add(
        section,
        "grounds",
        facts.priorityGrounds().stream()
            .map(ground -> words.label("PRIORITY_GROUND", ground.code()))
            .collect(Collectors.joining(" · ")));
    add(section, "daloThen", words.yesNo(facts.dalo()));
    add(section, "transfer", words.yesNo(facts.transfer()));
    add(section, "waited", words.text("candidacy.days", facts.daysWaited()));
  }

  private void lease(FactSection section, SubjectCandidacy.Signed lease) {
    day(section, "lease", lease.on());
    add(section, "rent", words.euros(lease.rent()));
    add(section, "quota", words.label("QUOTA", lease.quota()));
    add(section, "dalo", words.label("DALO_STATUS", lease.daloStatus()));
    add(section, "agreement", words.label("COLLECTIVE_AGREEMENT", lease.collectiveAgreement()));
    if (lease.householdSize() != null && lease.householdCategory() != null) {
      add(
          section,
          "household",
          words.text("candidacy.persons", lease.householdSize(), lease.householdCategory()));
    }
    add(section, "income", words.euros(lease.annualIncome()));
    add(section, "perUnit", words.euros(lease.resourcesPerUnit()));
    day(section, "undone", lease.cancelledOn());
    add(section, "undoneWords", lease.cancellationWords());
  }

  private void day(FactSection section, String name, LocalDate day) {
    add(section, name, words.date(day));
  }

  /** What says nothing is left out. */
  private void add(FactSection section, String name, String value) {
    if (value != null && !value.isEmpty()) {
      section.facts().add(new FactSection.Fact(words.text("candidacy." + name), value));
    }
  }
}
