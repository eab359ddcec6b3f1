package fr.toitcommun.ejb.registration;

import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.reference.References;
import fr.toitcommun.persistence.allocation.AllocationRules;
import fr.toitcommun.persistence.allocation.FundingScheme;
import fr.toitcommun.persistence.allocation.IncomeCeilings;
import fr.toitcommun.persistence.allocation.scoring.SubjectScores;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.PartnerKind;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.reference.Reference;
import fr.toitcommun.persistence.registration.Demand;
import fr.toitcommun.persistence.registration.DemandEventKind;
import fr.toitcommun.persistence.registration.DemandForm;
import fr.toitcommun.persistence.registration.DemandStatus;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.MergedDemands;
import fr.toitcommun.persistence.registration.PlainText;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.RegistrationRules;
import fr.toitcommun.persistence.registration.priority.Certifiers;
import fr.toitcommun.persistence.registration.priority.Detection;
import fr.toitcommun.persistence.registration.priority.DetectionFacts;
import fr.toitcommun.persistence.registration.priority.DetectionRule;
import fr.toitcommun.persistence.registration.priority.LabelKind;
import fr.toitcommun.persistence.registration.priority.LabelReader;
import fr.toitcommun.persistence.registration.priority.LabelRequest;
import fr.toitcommun.persistence.registration.priority.LabelRow;
import fr.toitcommun.persistence.registration.priority.LabelRows;
import fr.toitcommun.persistence.registration.priority.LabelState;
import fr.toitcommun.persistence.registration.priority.LabelsOfDemand;
import fr.toitcommun.persistence.registration.priority.LikelyGround;
import fr.toitcommun.persistence.registration.priority.PriorityLabel;
import fr.toitcommun.persistence.registration.priority.WaitingLabels;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Who goes first and who says so (L.441-1, L.441-2-3, R.441-2-15): likely grounds that rules find,
 * labels that agents ask for, and their certification by the partners who may.
 */
@Stateless
@Gated
@RolesAllowed(Right.CONSULT)
public class PriorityLabels {
  private static final int LONGEST_WORD = 500;

  @PersistenceContext private EntityManager entities;
  @Inject private Jdbi jdbi;
  @Inject private CurrentAgent agent;
  @Inject private References references;
  @Inject private Demands demands;
  @Inject private WholeFiles files;

  /**
   * The labels of a demand, and the grounds that rules find in it. A ground that tells of health or
   * violence is named to those with the right SENSITIVE alone.
   *
   * @throws NotInScope when there is no such demand for this caller
   */
  public LabelsOfDemand of(String uniqueNumber) {
    Demand demand = demands.read(uniqueNumber);
    List<LabelRow> labels = new LabelReader(jdbi).of(List.of(demand.id()), demands.today());
    LabelReader.Reader reader = reader();
    SubjectScores.Standing standing =
        new SubjectScores(jdbi).standing(demand.id(), reader.sensitive());
    List<String> codes = Certifiers.codes(LabelKind.QUOTA);
    return new LabelsOfDemand(
        demand.uniqueNumber().value(),
        labels.stream().map(label -> label.toldTo(reader)).toList(),
        likely(demand, labels).stream()
            .filter(one -> reader.sensitive() || !one.ground().sensitive())
            .toList(),
        codes.stream().filter(code -> (standing.quotas() & 1 << codes.indexOf(code)) != 0).toList(),
        demand.status() == DemandStatus.ACTIVE && reader.certifies() ? offered(reader) : List.of(),
        standing.scores());
  }

  private static List<String> offered(LabelReader.Reader reader) {
    return Arrays.stream(LabelKind.values())
        .flatMap(
            kind ->
                Certifiers.codes(kind).stream()
                    .filter(code -> Certifiers.may(reader.partnerKind(), kind, code))
                    .filter(code -> reader.sensitive() || !LabelRow.sensitive(kind, code))
                    .map(code -> kind + " " + code))
        .toList();
  }

  private List<LikelyGround> likely(Demand demand, List<LabelRow> labels) {
    DemandForm form = demand.form();
    if (form.getLegalPerson() != null || demand.status() != DemandStatus.ACTIVE) {
      return List.of();
    }
    Reference reference = references.current();
    LocalDate today = demands.today();
    IncomeCeilings plai =
        AllocationRules.ceilingsOf(reference, FundingScheme.PLAI, demand.departementCode(), today);
    int delay =
        reference
            .parameter("ABNORMAL_DELAY_MONTHS", demand.departementCode(), today)
            .value()
            .intValueExact();
    Integer income = demand.facts().annualIncome();
    DetectionFacts facts =
        DetectionFacts.of(
            form,
            RegistrationRules.occupation(reference, today),
            income == null ? null : plai.percentOf(demand.facts().category(), income),
            !demand.initialDepositDate().plusMonths(delay).isAfter(today),
            today);
    return Detection.of(facts, reference.detections(demand.departementCode(), today), labels);
  }

  /**
   * The labels that wait for the caller's partner, the oldest first.
   *
   * @param limit at most a hundred
   */
  @RolesAllowed(Right.CERTIFY)
  public WaitingLabels waiting(int offset, int limit) {
    return new LabelReader(jdbi)
        .waiting(
            reader(),
            agent.scope(),
            demands.today(),
            PageBounds.offset(offset),
            PageBounds.rows(limit));
  }

  /**
   * Asks that a priority be certified: what a rule proposed and the agent accepts, or what the
   * agent knows.
   *
   * @throws RefusedInput naming every fault, or that it was asked for or certified already: to who
   *     may not know of health and violence, that one of these grounds was
   */
  @Act
  @RolesAllowed(Right.REGISTER)
  public void ask(String uniqueNumber, LabelRequest request) {
    valid(request.faults());
    Demand demand = lock(uniqueNumber);
    ask(demand, request);
    note(demand, DemandEventKind.LABEL_ASKED, request.kind(), request.code());
  }

  private PriorityLabel ask(Demand demand, LabelRequest request) {
    LabelReader.Reader reader = reader();
    if (rows(demand).stream()
        .filter(label -> label.state() == LabelState.PROPOSED || label.inForce())
        .anyMatch(label -> label.answersTo(request, reader))) {
      throw RefusedInput.at("code", "LABEL_OPEN");
    }
    endOverdue(demand);
    PriorityLabel label = PriorityLabel.asked(demand, request, by());
    entities.persist(label);
    return label;
  }

  /** What the night does: a label may be asked for again as soon as its last day is over. */
  private void endOverdue(Demand demand) {
    List<Long> one = List.of(demand.id());
    if (!jdbi.withHandle(handle -> LabelRows.end(handle, one, demands.today())).isEmpty()) {
      demands.note(demand, DemandEventKind.LABEL_ENDED, demands.today(), null);
      settle(demand);
    }
  }

  /**
   * Sets a likely ground aside for good: it is remembered as rejected.
   *
   * @param word why, in plain text
   * @throws RefusedInput when nobody says why, or the rule does not find it
   */
  @Act
  @RolesAllowed(Right.REGISTER)
  public void dismiss(String uniqueNumber, DetectionRule rule, String word) {
    checkWord(word);
    Demand demand = lock(uniqueNumber);
    // What is not told is not set aside either, or the answer would tell it.
    if (mayNotKnow(LabelKind.GROUND, rule.ground().name())
        || likely(demand, rows(demand)).stream().noneMatch(one -> one.rule() == rule)) {
      throw RefusedInput.because("LABEL_NOT_LIKELY");
    }
    String code = rule.ground().name();
    LabelRequest request = new LabelRequest(LabelKind.GROUND, code, rule, null, null, null, null);
    ask(demand, request).reject(word.strip(), by());
    note(demand, DemandEventKind.LABEL_REJECTED, LabelKind.GROUND, code);
  }

  /**
   * Certifies a label: one that was asked for, or one that the caller's partner recognises of its
   * own.
   *
   * @throws RefusedInput naming every fault, or that the caller's partner may not certify it
   */
  @Act
  @RolesAllowed(Right.CERTIFY)
  public void certify(String uniqueNumber, LabelRequest request) {
    valid(request.faultsToCertify(demands.today()));
    requireMay(request.kind(), request.code());
    Demand demand = lock(uniqueNumber);
    PriorityLabel label =
        rows(demand).stream()
            .filter(row -> row.state() == LabelState.PROPOSED)
            .filter(row -> row.kind() == request.kind() && request.code().equals(row.code()))
            .map(row -> entities.find(PriorityLabel.class, row.id()))
            .findFirst()
            .orElseGet(() -> ask(demand, request));
    LocalDate today = demands.today();
    Reference reference = references.current();
    label.certify(
        request,
        by(),
        new PriorityLabel.Delays(
            reference.value("LABEL_MONTHS", today),
            reference
                .parameter("DALO_REHOUSING_MONTHS", demand.departementCode(), today)
                .value()
                .intValueExact()));
    settled(demand, DemandEventKind.LABEL_CERTIFIED, label);
  }

  /**
   * Rejects a label that was asked for.
   *
   * @param word why, in plain text
   * @throws ChangedMeanwhile when someone decided on it since it was read
   */
  @Act
  @RolesAllowed(Right.CERTIFY)
  public void reject(String uniqueNumber, long labelId, int versionRead, String word) {
    checkWord(word);
    Demand demand = lock(uniqueNumber);
    PriorityLabel label = label(demand, labelId, versionRead);
    label.reject(word.strip(), by());
    settled(demand, DemandEventKind.LABEL_REJECTED, label);
  }

  /**
   * Takes a label back; its own partner or the State may.
   *
   * @param word why, in plain text
   * @throws ChangedMeanwhile when someone decided on it since it was read
   */
  @Act
  @RolesAllowed(Right.CERTIFY)
  public void withdraw(String uniqueNumber, long labelId, int versionRead, String word) {
    checkWord(word);
    Demand demand = lock(uniqueNumber);
    PriorityLabel label = label(demand, labelId, versionRead);
    if (agent.profile().partnerKind() != PartnerKind.STATE
        && !agent.partnerId().equals(label.decidedPartnerId())) {
      throw RefusedInput.because("LABEL_OF_OTHERS");
    }
    label.withdraw(word.strip(), by());
    settled(demand, DemandEventKind.LABEL_ENDED, label);
  }

  /**
   * States that the household of a DALO was rehoused.
   *
   * @param on null: today
   * @throws ChangedMeanwhile when someone decided on it since it was read
   */
  @Act
  @RolesAllowed(Right.CERTIFY)
  public void rehouse(String uniqueNumber, long labelId, int versionRead, LocalDate on) {
    Demand demand = demands.lock(uniqueNumber);
    PriorityLabel label = label(demand, labelId, versionRead);
    LocalDate day = on == null ? demands.today() : on;
    if (day.isAfter(demands.today())) {
      throw RefusedInput.at("on", "DATE_IN_FUTURE");
    }
    label.rehouse(day);
    settled(demand, DemandEventKind.LABEL_ENDED, label);
  }

  private Demand lock(String uniqueNumber) {
    Demand demand = demands.lock(uniqueNumber);
    demand.requireActive();
    return demand;
  }

  private List<LabelRow> rows(Demand demand) {
    return new LabelReader(jdbi).of(List.of(demand.id()), demands.today());
  }

  private PriorityLabel label(Demand demand, long labelId, int versionRead) {
    PriorityLabel label = entities.find(PriorityLabel.class, labelId);
    if (label == null || !new MergedDemands(jdbi).family(demand.id()).contains(label.demandId())) {
      throw new NotInScope("label " + labelId);
    }
    requireMay(label.kind(), label.code());
    if (label.version() != versionRead) {
      throw new ChangedMeanwhile(files.file(demand));
    }
    return label;
  }

  private void requireMay(LabelKind kind, String code) {
    if (!Certifiers.may(agent.profile().partnerKind(), kind, code) || mayNotKnow(kind, code)) {
      throw RefusedInput.at("code", "LABEL_NOT_YOURS");
    }
  }

  private boolean mayNotKnow(LabelKind kind, String code) {
    return LabelRow.sensitive(kind, code) && !reader().sensitive();
  }

  private void settled(Demand demand, DemandEventKind kind, PriorityLabel label) {
    note(demand, kind, label.kind(), label.code());
    settle(demand);
  }

  private void settle(Demand demand) {
    entities.flush();
    jdbi.useHandle(handle -> LabelRows.settle(handle, List.of(demand.id()), demands.today()));
    demands.rankAnew(demand);
  }

  /** What tells of health or violence is no detail of a history that everybody reads. */
  private void note(Demand demand, DemandEventKind event, LabelKind kind, String code) {
    demands.note(
        demand,
        event,
        demands.today(),
        LabelRow.sensitive(kind, code) ? kind.name() : kind + " " + code);
  }

  private PriorityLabel.By by() {
    return new PriorityLabel.By(agent.agentId(), agent.partnerId(), demands.today());
  }

  private LabelReader.Reader reader() {
    return new LabelReader.Reader(
        agent.profile().partnerId(),
        agent.profile().partnerKind(),
        agent.profile().rights().contains(Right.SENSITIVE),
        agent.profile().rights().contains(Right.CERTIFY));
  }

  private static void valid(List<Fault> faults) {
    RefusedInput.ifAny(faults);
  }

  private static void checkWord(String word) {
    List<Fault> faults = new ArrayList<>();
    if (word == null || word.isBlank()) {
      faults.add(Fault.at("word", "REQUIRED"));
    } else if (word.length() > LONGEST_WORD) {
      faults.add(Fault.at("word", "TOO_LONG", LONGEST_WORD));
    } else if (!PlainText.allows(word)) {
      faults.add(Fault.at("word", "ILLEGAL_CHARACTERS"));
    }
    valid(faults);
  }
}
