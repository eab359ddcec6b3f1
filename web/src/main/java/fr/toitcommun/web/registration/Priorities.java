package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.PriorityLabels;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.priority.DetectionRule;
import fr.toitcommun.persistence.registration.priority.LabelKind;
import fr.toitcommun.persistence.registration.priority.LabelRequest;
import fr.toitcommun.persistence.registration.priority.LabelRow;
import fr.toitcommun.persistence.registration.priority.LabelsOfDemand;
import fr.toitcommun.persistence.registration.priority.LikelyGround;
import fr.toitcommun.persistence.registration.priority.PriorityGround;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
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
  @Inject private News news;

  private String number;
  private LabelsOfDemand labels;
  private final LabelForm certified = new LabelForm();
  private final LabelForm asked = new LabelForm();
  private final Map<String, String> words = new HashMap<>();

  /** Reads them. */
  public void load() {
    labels = of(number);
    number = labels.uniqueNumber();
    certified.propose(labels);
  }

  /** The priorities of a demand, for a page that shows them among others. */
  public LabelsOfDemand of(String demand) {
    if (labels == null || !labels.uniqueNumber().equals(demand)) {
      labels = boundary.of(demand);
    }
    return labels;
  }

  /** The agent takes a likely ground up: it is to be certified. */
  public String accept(LikelyGround likely) {
    LabelRequest taken =
        new LabelRequest(
            LabelKind.GROUND, likely.ground().name(), likely.rule(), null, null, null, null);
    return asked(taken, "");
  }

  /** The agent sets a likely ground aside. */
  public String dismiss(DetectionRule rule) {
    boundary.dismiss(number, rule, words.get(rule.name()));
    return done("label.dismissed");
  }

  /** Certifies what was chosen. */
  public String certify() {
    boundary.certify(number, certified.asked());
    return done("label.certified");
  }

  /** Asks that what was chosen be certified by who may. */
  public String ask() {
    return asked(asked.asked(), "asked");
  }

  /**
   * The page has two fields for a code: what is wrong with what is asked for is said where it was
   * asked, not where something is certified.
   */
  private String asked(LabelRequest request, String field) {
    try {
      boundary.ask(number, request);
    } catch (RefusedInput refused) {
      throw new RefusedInput(
          refused.faults().stream()
              .map(fault -> new Fault(field, fault.code(), fault.arguments()))
              .toList());
    }
    return done("label.asked");
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

  public LabelsOfDemand getLabels() {
    return labels;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  /**
   * What may be asked for, {@code KIND CODE}: a DALO is the State's, and what the reader certifies
   * they need not ask for.
   */
  public List<String> getAskable() {
    return Arrays.stream(PriorityGround.values())
        .filter(ground -> ground != PriorityGround.DALO)
        .map(ground -> LabelKind.GROUND + " " + ground)
        .filter(choice -> !labels.offered().contains(choice))
        .toList();
  }

  /** The priority to be certified by the reader. */
  public LabelForm getCertified() {
    return certified;
  }

  /** The priority that others are to certify. */
  public LabelForm getAsked() {
    return asked;
  }

  /** Why, by the rule or the label that is decided on. */
  public Map<String, String> getWords() {
    return words;
  }
}
