package fr.toitcommun.persistence.allocation;

import fr.toitcommun.persistence.partner.SavedLink;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A search of candidates that an agent keeps. */
@Entity
@Table(name = "saved_search")
public class SavedSearch extends SavedLink {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_search")
  @SequenceGenerator(name = "saved_search", sequenceName = "saved_search_seq", allocationSize = 50)
  private Long id;

  /** For the persistence provider. */
  protected SavedSearch() {}

  /** Keeps a search; its query is what the address of the page says after the question mark. */
  public SavedSearch(
      long agentId, long partnerId, String name, boolean shared, String query, Instant at) {
    super(agentId, partnerId, name, shared, query, at);
  }

  @Override
  public Long id() {
    return id;
  }
}
