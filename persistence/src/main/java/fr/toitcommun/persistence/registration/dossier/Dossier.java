package fr.toitcommun.persistence.registration.dossier;

import fr.toitcommun.persistence.journal.Nominative;
import fr.toitcommun.persistence.registration.PersonForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The documents of a demand as one agent may see them: those that are there, and those that the
 * form gives cause to ask for and that nobody has deposited yet.
 *
 * @param applicant name of the applicant, or of the body that asks
 * @param active whether the demand is in the file; of one that left it nothing more is asked
 * @param persons whose documents may be
 */
public record Dossier(
    String uniqueNumber,
    String applicant,
    boolean active,
    List<Person> persons,
    List<Document> documents,
    List<Missing> missing)
    implements Nominative {

  /**
   * A person of the household.
   *
   * @param name null for a child in shared custody, whose name the form does not ask
   */
  public record Person(long id, String name, LocalDate birthDate) {
    static Person of(PersonForm person) {
      return new Person(person.getId(), person.fullName(), person.getBirthDate());
    }
  }

  /**
   * A document that is there.
   *
   * @param kind code of its kind; null when it is sensitive and the caller may not know more
   * @param person whose it is; null: the whole household's, or not for the caller
   * @param sha256 checksum of the content; null when the caller may not know more
   * @param validUntil last day it serves; null: for ever
   * @param obsolete whether that day has passed
   * @param dueOn last day by which it had to be uploaded, fifteen days after the desk received it
   * @param late whether it was uploaded after that day
   * @param depositedBy agent
   * @param judgedBy agent who checked or refused it
   * @param mayOpen whether the caller may open it now
   * @param mayDelete whether it is the caller's to delete, if it is a mistake
   */
  public record Document(
      long id,
      String kind,
      boolean sensitive,
      String person,
      DocumentStatus status,
      ScanState scan,
      String refusalReason,
      String mediaType,
      long size,
      int pages,
      String sha256,
      LocalDate receivedOn,
      LocalDate issuedOn,
      Integer taxYear,
      LocalDate validUntil,
      boolean obsolete,
      LocalDate dueOn,
      boolean late,
      Instant depositedAt,
      String depositedBy,
      String partner,
      Instant judgedAt,
      String judgedBy,
      String judgingPartner,
      boolean mayOpen,
      boolean mayDelete) {

    /** The same as it was at a moment of the past: what was judged later was not judged then. */
    Document asOf(Instant moment) {
      if (judgedAt == null || judgedAt.isBefore(moment)) {
        return this;
      }
      return new Document(
          id,
          kind,
          sensitive,
          person,
          DocumentStatus.TO_CHECK,
          scan,
          null,
          mediaType,
          size,
          pages,
          sha256,
          receivedOn,
          issuedOn,
          taxYear,
          validUntil,
          obsolete,
          dueOn,
          late,
          depositedAt,
          depositedBy,
          partner,
          null,
          null,
          null,
          mayOpen,
          mayDelete);
    }
  }

  /** Why a document is asked for. */
  public enum Cause {
    /** There is none. */
    ABSENT,
    /** What is there no longer serves. */
    OBSOLETE,
    /** What is there was refused. */
    REFUSED,
    /** A desk has received it; it is to be uploaded. */
    RECEIVED
  }

  /**
   * A document to ask for.
   *
   * @param kind code of its kind
   * @param person whose; null: the whole household's
   * @param taxYear of a tax notice, the year of the income it must state
   * @param toRegister whether it is the one that may be asked to register (R.441-2-3)
   * @param dueOn by when it had to be uploaded, when it was seen at the desk; null: not yet
   *     received
   * @param article why it may be asked for
   * @param assumed whether no source was found for all of it
   */
  public record Missing(
      String kind,
      Person person,
      Integer taxYear,
      Cause cause,
      boolean toRegister,
      LocalDate dueOn,
      boolean late,
      String article,
      boolean assumed) {

    /** Whether this is what is said to be missing. */
    public boolean isOf(Deposit said) {
      return kind.equals(said.kind())
          && (person == null
              ? said.person() == null
              : Long.valueOf(person.id()).equals(said.person()))
          && (taxYear == null || taxYear.equals(said.taxYear()));
    }
  }

  @Override
  public List<String> uniqueNumbers() {
    return List.of(uniqueNumber);
  }

  /** How many documents nobody has looked at yet. */
  public long toCheck() {
    return documents.stream().filter(one -> one.status() == DocumentStatus.TO_CHECK).count();
  }
}
