package fr.toitcommun.web.commission;

import fr.toitcommun.persistence.commission.Decision;
import fr.toitcommun.persistence.commission.DecisionForm;
import fr.toitcommun.persistence.commission.SessionDetail;
import fr.toitcommun.persistence.commission.VoteTally;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A decision as its page asks for it, field by field. */
public class DecisionEntry implements Serializable {
  private Decision decision;
  private Integer rank;
  private String conditionText;
  private LocalDate conditionDeadline;
  private String motive;
  private String motiveDetail;
  private List<String> furtherMotives = new ArrayList<>();

  /** What is decided already. */
  static DecisionEntry of(SessionDetail.Candidate candidate) {
    DecisionEntry entry = new DecisionEntry();
    entry.decision = candidate.decision();
    entry.rank = candidate.rank();
    entry.conditionText = candidate.conditionText();
    entry.conditionDeadline = candidate.conditionDeadline();
    entry.motive = candidate.motive();
    entry.motiveDetail = candidate.motiveDetail();
    entry.furtherMotives = new ArrayList<>(candidate.furtherMotives());
    return entry;
  }

  /** What votes from afar propose; nothing where they propose nothing. */
  static DecisionEntry proposed(VoteTally.Result result) {
    DecisionEntry entry = new DecisionEntry();
    DecisionForm proposed = result == null ? null : result.decision().orElse(null);
    if (proposed == null) {
      return entry;
    }
    entry.decision = proposed.decision();
    entry.rank = proposed.rank();
    entry.motive = proposed.motive();
    entry.furtherMotives = new ArrayList<>(proposed.otherMotives());
    return entry;
  }

  /** A motive of one kind of decision means nothing for another. */
  public void forgetMotives() {
    motive = null;
    furtherMotives = new ArrayList<>();
  }

  /** As the boundary takes it. */
  DecisionForm form() {
    return new DecisionForm(
        decision, rank, conditionText, conditionDeadline, motive, motiveDetail, furtherMotives);
  }

  /** Whether this is what is being decided. */
  public boolean is(String name) {
    return decision != null && decision.name().equals(name);
  }

  public Decision getDecision() {
    return decision;
  }

  public void setDecision(Decision decision) {
    this.decision = decision;
  }

  public Integer getRank() {
    return rank;
  }

  public void setRank(Integer rank) {
    this.rank = rank;
  }

  public String getConditionText() {
    return conditionText;
  }

  public void setConditionText(String conditionText) {
    this.conditionText = conditionText;
  }

  public LocalDate getConditionDeadline() {
    return conditionDeadline;
  }

  public void setConditionDeadline(LocalDate conditionDeadline) {
    this.conditionDeadline = conditionDeadline;
  }

  public String getMotive() {
    return motive;
  }

  public void setMotive(String motive) {
    this.motive = motive;
  }

  public String getMotiveDetail() {
    return motiveDetail;
  }

  public void setMotiveDetail(String motiveDetail) {
    this.motiveDetail = motiveDetail;
  }

  /** Motives beside the main one. */
  public List<String> getFurtherMotives() {
    return furtherMotives;
  }

  public void setFurtherMotives(List<String> furtherMotives) {
    this.furtherMotives = furtherMotives == null ? new ArrayList<>() : furtherMotives;
  }
}
