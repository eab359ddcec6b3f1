package fr.toitcommun.persistence.commission;

import java.io.Serializable;

/** What a member votes on one candidate, as typed. */
public class BallotLine implements Serializable {
  private static final long serialVersionUID = 1L;

  private long candidateId;
  private String choice;
  private Integer rank;
  private String motive;

  /** A line for this candidate, not yet voted. */
  public static BallotLine of(long candidateId) {
    BallotLine line = new BallotLine();
    line.candidateId = candidateId;
    return line;
  }

  public long getCandidateId() {
    return candidateId;
  }

  public void setCandidateId(long candidateId) {
    this.candidateId = candidateId;
  }

  /** RemoteChoice; null: not yet voted. */
  public String getChoice() {
    return choice;
  }

  public void setChoice(String choice) {
    this.choice = choice;
  }

  /** From 1, of an allocation. */
  public Integer getRank() {
    return rank;
  }

  public void setRank(Integer rank) {
    this.rank = rank;
  }

  /** Code of the list of the choice. */
  public String getMotive() {
    return motive;
  }

  public void setMotive(String motive) {
    this.motive = motive;
  }
}
