package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.PriorityLabels;
import fr.toitcommun.persistence.registration.priority.DetectionRule;
import fr.toitcommun.persistence.registration.priority.LabelKind;
import fr.toitcommun.persistence.registration.priority.LabelRequest;
import fr.toitcommun.persistence.registration.priority.LabelRow;
import fr.toitcommun.persistence.registration.priority.LabelsOfDemand;
import fr.toitcommun.persistence.registration.priority.LikelyGround;
import fr.toitcommun.persistence.registration.priority.PriorityGround;
import fr.toitcommun.web.shell.News;
import fr.toitcommun.web.shell.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The priorities of a demand: what rules find, what was asked for, what is certified. */
@Named
@ViewScoped
public class Priorities implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private PriorityLabels boundary;
  @Inject private Texts texts;
  @Inject private News news;

  private String number;
  private LabelsOfDemand labels;
  private String subject;
  private String proof;
  private final Map<String, String> words = new HashMap<>();
  private LocalDate validUntil;
  private String reference;
  private LocalDate decided;

  /** Reads them. */
  public void load() {
    labels = of(number);
    number = labels.uniqueNumber();
  }

  /** The priorities of a demand, for a page that shows them among others. */
  public LabelsOfDemand of(String demand) {
    if (labels == null || !labels.uniqueNumber().equals(demand)) {
      labels = boundary.of(demand);
    }
    return labels;
  }

  /** What a label recognises, in words; that it is protected, where no more may be known. */
  public String name(LabelRow label) {
    return label.code() == null
        ? texts.say("label.hidden")
        : texts.code(label.kind().list(), label.kind().listed(label.code()));
  }

  /** The ground that a rule finds, in words. */
  public String name(LikelyGround likely) {
    return texts.code(LabelKind.GROUND.list(), likely.ground().code());
  }

  /** What may be chosen to be certified, {@code KIND CODE}, in words. */
  public String named(String choice) {
    String[] parts = choice.split(" ");
    LabelKind kind = LabelKind.valueOf(parts[0]);
    return texts.say("label.kind." + kind) + " · " + texts.code(kind.list(), kind.listed(parts[1]));
  }

  /** The agent takes a likely ground up: it is to be certified. */
  public String accept(LikelyGround likely) {
    boundary.ask(
        number,
        new LabelRequest(
            LabelKind.GROUND, likely.ground().name(), likely.rule(), null, null, null, null));
    return done("label.asked");
  }

  /** The agent sets a likely ground aside. */
  public String dismiss(DetectionRule rule) {
    boundary.dismiss(number, rule, words.get(rule.name()));
    return done("label.dismissed");
  }

  /** Certifies what was chosen. */
  public String certify() {
    boundary.certify(number, request(subject));
    return done("label.certified");
  }

  /** Asks that what was chosen be certified by who may. */
  public String ask() {
    boundary.ask(number, request(subject));
    return done("label.asked");
  }

  private LabelRequest request(String choice) {
    String[] parts = choice == null ? new String[0] : choice.split(" ");
    return new LabelRequest(
        parts.length == 2 ? LabelKind.valueOf(parts[0]) : null,
        parts.length == 2 ? parts[1] : null,
        null,
        proof,
        validUntil,
        reference,
        decided);
  }

  public String reject(LabelRow label) {
    return decide(
        "label.rejected",
        () ->
            boundary.reject(
                number, label.id(), label.version(), words.get(String.valueOf(label.id()))));
  }

  public String withdraw(LabelRow label) {
    return decide(
        "label.withdrawn",
        () ->
            boundary.withdraw(
                number, label.id(), label.version(), words.get(String.valueOf(label.id()))));
  }

  public String rehoused(LabelRow label) {
    return decide(
        "label.rehoused", () -> boundary.rehouse(number, label.id(), label.version(), null));
  }

  private String decide(String said, Runnable act) {
    try {
      act.run();
    } catch (ChangedMeanwhile changed) {
      labels = boundary.of(number);
      news.warn("label.changedMeanwhile");
      return null;
    }
    return done(said);
  }

  private String done(String said) {
    return news.at(said, "/priorities.xhtml?faces-redirect=true&number=" + number);
  }

  /** Everything that may be asked for, {@code KIND CODE}. */
  public List<String> getAskable() {
    return Arrays.stream(PriorityGround.values())
        .filter(ground -> ground != PriorityGround.DALO)
        .map(ground -> LabelKind.GROUND + " " + ground)
        .toList();
  }

  public LabelsOfDemand getLabels() {
    return labels;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public String getProof() {
    return proof;
  }

  public void setProof(String proof) {
    this.proof = proof;
  }

  /** Why, by the rule or the label that is decided on. */
  public Map<String, String> getWords() {
    return words;
  }

  public LocalDate getValidUntil() {
    return validUntil;
  }

  public void setValidUntil(LocalDate validUntil) {
    this.validUntil = validUntil;
  }

  public String getReference() {
    return reference;
  }

  public void setReference(String reference) {
    this.reference = reference;
  }

  public LocalDate getDecided() {
    return decided;
  }

  public void setDecided(LocalDate decided) {
    this.decided = decided;
  }
}
