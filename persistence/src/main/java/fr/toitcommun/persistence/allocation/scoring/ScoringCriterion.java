package fr.toitcommun.persistence.allocation.scoring;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;

/** A line of a grid: what gives how many points. */
@Embeddable
public class ScoringCriterion implements Serializable {
  private static final long serialVersionUID = 1L;

  private int position;

  @Enumerated(EnumType.STRING)
  private ScoringFact fact;

  private int points;
  private Integer maximum;
  private boolean proven;

  @Column(name = "exclusive_group")
  private String group;

  /** For the persistence provider, and a line not filled in yet. */
  public ScoringCriterion() {}

  /**
   * A line.
   *
   * @param points once, per month or per unit, as the fact counts; negative to take away
   * @param maximum most points it may give or take; null: no ceiling
   * @param proven counts only once a document proves it
   * @param group of the criteria of one group only the one that gives most counts; null: alone
   */
  public ScoringCriterion(
      ScoringFact fact, int points, Integer maximum, boolean proven, String group) {
    this.fact = fact;
    this.points = points;
    this.maximum = maximum;
    this.proven = proven;
    this.group = group;
  }

  ScoringCriterion at(int place) {
    ScoringCriterion copy = new ScoringCriterion(fact, points, maximum, proven, group);
    copy.position = place;
    return copy;
  }

  /** Whether it counts only once a document proves it; never where none could. */
  public boolean needsProof() {
    return proven && !fact.proofs().isEmpty();
  }

  /** Place in the grid, from 1. */
  public int getPosition() {
    return position;
  }

  public ScoringFact getFact() {
    return fact;
  }

  public void setFact(ScoringFact fact) {
    this.fact = fact;
  }

  public int getPoints() {
    return points;
  }

  public void setPoints(int points) {
    this.points = points;
  }

  public Integer getMaximum() {
    return maximum;
  }

  public void setMaximum(Integer maximum) {
    this.maximum = maximum;
  }

  public boolean isProven() {
    return proven;
  }

  public void setProven(boolean proven) {
    this.proven = proven;
  }

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group == null || group.isBlank() ? null : group.strip();
  }
}
