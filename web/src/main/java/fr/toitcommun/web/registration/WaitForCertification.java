package fr.toitcommun.web.registration;

import fr.toitcommun.ejb.registration.PriorityLabels;
import fr.toitcommun.persistence.registration.priority.WaitingLabels;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The labels that wait for the agent's organisation, the oldest first. */
@Named
@RequestScoped
public class WaitForCertification {
  private static final int ROWS = 50;

  @Inject private PriorityLabels labels;

  private int offset;
  private WaitingLabels found;

  /** Reads a page of them. */
  public void load() {
    found = labels.waiting(offset, ROWS);
  }

  public WaitingLabels getFound() {
    return found;
  }

  public int getOffset() {
    return offset;
  }

  public void setOffset(int offset) {
    this.offset = offset;
  }

  /** Number of the last row shown. */
  public long getLast() {
    return Math.min(found.total(), (long) offset + found.rows().size());
  }

  /** Where the page before begins. */
  public int getBefore() {
    return Math.max(0, offset - ROWS);
  }
}
