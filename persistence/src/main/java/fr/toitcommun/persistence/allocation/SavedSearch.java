package fr.toitcommun.persistence.allocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A search of candidates that an agent keeps: the question, never what was found. Whoever opens it
 * finds what their own rights show.
 */
@Entity
@Table(name = "saved_search")
public class SavedSearch {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_search")
  @SequenceGenerator(name = "saved_search", sequenceName = "saved_search_seq", allocationSize = 50)
  private Long id;

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
  protected SavedSearch() {}

  /** Keeps a search; its query is what the address of the page says after the question mark. */
  public SavedSearch(
      long agentId, long partnerId, String name, boolean shared, String query, Instant at) {
    this.agentId = agentId;
    this.partnerId = partnerId;
    this.name = name;
    this.shared = shared;
    this.query = query;
    this.createdAt = at.atOffset(ZoneOffset.UTC);
  }

  /** Identity; null until stored. */
  public Long id() {
    return id;
  }

  /** Who keeps it. */
  public long agentId() {
    return agentId;
  }
}
