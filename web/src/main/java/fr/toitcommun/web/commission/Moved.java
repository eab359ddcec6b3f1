package fr.toitcommun.web.commission;

import java.io.Serializable;

/** What was dragged to another place of an agenda, and by how many places. */
public class Moved implements Serializable {
  private Long item;
  private Long candidate;
  private int by;

  /** The dwelling moved, or that of the candidate moved. */
  public Long getItem() {
    return item;
  }

  public void setItem(Long item) {
    this.item = item;
  }

  /** The candidate moved; null: the dwelling itself. */
  public Long getCandidate() {
    return candidate;
  }

  public void setCandidate(Long candidate) {
    this.candidate = candidate;
  }

  /** Places down; up when negative. */
  public int getBy() {
    return by;
  }

  public void setBy(int by) {
    this.by = by;
  }
}
