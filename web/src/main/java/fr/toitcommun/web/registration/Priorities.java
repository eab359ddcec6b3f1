package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.ChangedMeanwhile;
import fr.toitcommun.ejb.registration.PriorityLabels;
import fr.toitcommun.persistence.registration.priority.DetectionRule;
import fr.toitcommun.persistence.registration.priority.LabelKind;
import fr.toitcommun.persistence.registration.priority.LabelRequest;
import fr.toitcommun.persistence.registration.priority.LabelRow;
import fr.toitcommun.persistence.registration.priority.LabelsOfDemand;
import fr.toitcommun.persistence.registration.priority.LikelyGround;
import fr.toitcommun.web.shell.News;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
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
  private final LabelForm asked = new LabelForm();
  private final Map<String, String> words = new HashMap<>();

  /** Reads them. */
  public void load() {
    labels = of(number);
    number = labels.uniqueNumber();
    asked.propose(labels);
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
    boundary.certify(number, asked.asked());
    return done("label.certified");
  }

  /** Asks that what was chosen be certified by who may. */
  public String ask() {
    boundary.ask(number, asked.asked());
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

  /** The priority to be certified. */
  public LabelForm getAsked() {
    return asked;
  }

  /** Why, by the rule or the label that is decided on. */
  public Map<String, String> getWords() {
    return words;
  }
}
