package fr.toitcommun.persistence.observatory;

import fr.toitcommun.persistence.partner.SavedLink;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A question asked of the observatory that an agent keeps. */
@Entity
@Table(name = "saved_question")
public class SavedQuestion extends SavedLink {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_question")
  @SequenceGenerator(
      name = "saved_question",
      sequenceName = "saved_question_seq",
      allocationSize = 50)
  private Long id;

  /** For the persistence provider. */
  protected SavedQuestion() {}

  /** Keeps a question; its query is what the address of the page says after the question mark. */
  public SavedQuestion(
      long agentId, long partnerId, String name, boolean shared, String query, Instant at) {
    super(agentId, partnerId, name, shared, query, at);
  }

  @Override
  public Long id() {
    return id;
  }
}
