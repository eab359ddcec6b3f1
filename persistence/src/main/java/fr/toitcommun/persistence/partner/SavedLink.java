package fr.toitcommun.persistence.partner;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What an agent keeps of a page under a name: its address, that is the question and never what was
 * found. Whoever opens it finds what their own rights show.
 */
@MappedSuperclass
public abstract class SavedLink {
  @Column(name = "agent_id")
  private long agentId;

  @Column(name = "partner_id")
  private long partnerId;

  private String name;
  private boolean shared;
  private String query;

  @Column(name = "created_at")
  private OffsetDateTime createdAt;

  /** For the persistence provider. */
  protected SavedLink() {}

  /** Keeps a link; its query is what the address of the page says after the question mark. */
  protected SavedLink(
      long agentId, long partnerId, String name, boolean shared, String query, Instant at) {
    this.agentId = agentId;
    this.partnerId = partnerId;
    this.name = name;
    this.shared = shared;
    this.query = query;
    this.createdAt = at.atOffset(ZoneOffset.UTC);
  }

  /** Identity; null until stored. */
  public abstract Long id();

  /** Calls it otherwise, and says whether colleagues of the partner see it. */
  public void rename(String newName, boolean newShared) {
    this.name = newName;
    this.shared = newShared;
  }

  /** Who keeps it. */
  public long agentId() {
    return agentId;
  }
}
