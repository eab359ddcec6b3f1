package fr.toitcommun.ejb.registration.letter;

import fr.toitcommun.ejb.document.LetterWriter;
import fr.toitcommun.ejb.journal.Act;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.journal.Gated;
import fr.toitcommun.ejb.journal.NotInScope;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.persistence.installation.PageBounds;
import fr.toitcommun.persistence.partner.Right;
import fr.toitcommun.persistence.registration.Fault;
import fr.toitcommun.persistence.registration.RefusedInput;
import fr.toitcommun.persistence.registration.letter.AddressList;
import fr.toitcommun.persistence.registration.letter.BatchMaking;
import fr.toitcommun.persistence.registration.letter.DueLetters;
import fr.toitcommun.persistence.registration.letter.LetterBatch;
import fr.toitcommun.persistence.registration.letter.LetterKind;
import fr.toitcommun.persistence.registration.letter.LetterReader;
import fr.toitcommun.persistence.registration.letter.MailQueue;
import fr.toitcommun.persistence.registration.letter.OwedLetters;
import fr.toitcommun.persistence.registration.letter.TemplateStore;
import fr.toitcommun.persistence.registration.letter.TrackingFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Letters sent together by the file's manager: batches, their files and e-mails. */
@Stateless
@Gated
@RolesAllowed(Right.ADMINISTER)
public class Mailings {
  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private LetterMaking making;
  @Inject private LetterWriter writer;
  @Inject private OutgoingMail mail;
  @Inject private Event<OffersSent> offersSent;

  /** Letters owed, by département and kind. */
  public List<OwedLetters> owed() {
    return new LetterReader(jdbi).owed();
  }

  /** Numbers of demands whose owed letters by post lack an address, the first of them. */
  public List<String> withoutAddress() {
    return new LetterReader(jdbi).withoutAddress(PageBounds.MOST_ROWS);
  }

  /** Whether e-mails can leave. */
  public boolean mailConfigured() {
    return mail.configured();
  }

  /** Batches, latest first. */
  public List<LetterBatch> batches(int offset, int limit) {
    return new LetterReader(jdbi).batches(PageBounds.offset(offset), PageBounds.rows(limit));
  }

  /** How many batches there are. */
  public long batchCount() {
    return new LetterReader(jdbi).batchCount();
  }

  /**
   * A batch and a page of its letters.
   *
   * @throws NotInScope when there is none
   */
  public BatchView open(long batchId, int offset, int limit) {
    LetterReader reader = new LetterReader(jdbi);
    return new BatchView(
        batch(batchId),
        reader.ofBatch(batchId, false, PageBounds.offset(offset), PageBounds.rows(limit)),
        reader.ofBatch(batchId, true, 0, PageBounds.MOST_ROWS));
  }

  private LetterBatch batch(long id) {
    return new LetterReader(jdbi).batch(id).orElseThrow(() -> new NotInScope("batch " + id));
  }

  /**
   * Makes the letters owed of a kind in a département, the oldest {@value BatchMaking#MOST_LETTERS}
   * of them, dated today; what has lost its object is dropped, what lacks an address stays owed.
   * E-mails wait to be sent from then on.
   *
   * @param askedUntil letters asked for later stay owed; null: none do
   * @return the batch
   * @throws RefusedInput when nothing is to be made
   */
  @Act
  public long make(LetterKind kind, String departement, LocalDate askedUntil) {
    List<Fault> faults = new ArrayList<>();
    if (kind == null) {
      faults.add(Fault.at("batch_kind", "REQUIRED"));
    }
    if (departement == null) {
      faults.add(Fault.at("batch_departement", "REQUIRED"));
    }
    RefusedInput.ifAny(faults);
    LocalDate today = demands.today();
    Instant until =
        (askedUntil == null ? today : askedUntil)
            .plusDays(1)
            .atStartOfDay(clock.getZone())
            .toInstant();
    return jdbi.withHandle(
        handle -> {
          List<DueLetters.Due> due =
              DueLetters.due(handle, departement, kind, until, today, BatchMaking.MOST_LETTERS);
          if (due.isEmpty()) {
            throw RefusedInput.because("NOTHING_OWED");
          }
          long batch =
              BatchMaking.open(
                  handle, departement, kind, today, clock.instant(), agent.profile().id());
          making.make(handle, due, new TemplateStore(jdbi).inForce(kind, today), batch);
          BatchMaking.close(handle, batch);
          return batch;
        });
  }

  /**
   * A part of a file for the printer: {@value LetterBatch#LETTERS_OF_A_PART} letters in the order
   * of addresses, as PDF. Some are bound to one file.
   *
   * @param number from 1, over all files of the batch
   * @throws NotInScope when there is no such part, or its names were erased
   */
  public PrintedLetters part(long batchId, int number) {
    LetterBatch batch = batch(batchId);
    int from = (number - 1) * LetterBatch.LETTERS_OF_A_PART + 1;
    List<LetterReader.Copy> copies =
        new LetterReader(jdbi).copies(batchId, from, LetterBatch.LETTERS_OF_A_PART);
    if (copies.isEmpty()) {
      throw new NotInScope("batch " + batchId + " part " + number);
    }
    int file = (number - 1) / batch.partsOfAFile() + 1;
    return new PrintedLetters(
        copies.stream().map(LetterReader.Copy::uniqueNumber).toList(),
        writer.print(
            writer.title("batch", String.valueOf(batchId), String.valueOf(file)),
            copies.stream().map(LetterReader.Copy::content).toList()));
  }

  /**
   * The addresses of a batch, in the order of its files, as CSV in UTF-8.
   *
   * @throws NotInScope when there is no such batch
   */
  public PrintedLetters addresses(long batchId) {
    batch(batchId);
    List<LetterReader.Copy> copies =
        new LetterReader(jdbi).copies(batchId, 1, BatchMaking.MOST_LETTERS);
    return new PrintedLetters(
        copies.stream().map(LetterReader.Copy::uniqueNumber).toList(),
        AddressList.csv(copies).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Notes that the printed letters of a batch were handed to the post: whoever is offered a
   * dwelling by one of them is told (R.441-10).
   *
   * @param on null: today
   * @throws RefusedInput when they had been before, or the day is impossible
   * @throws NotInScope when there is no such batch
   */
  @Act
  public void posted(long batchId, LocalDate on) {
    LetterBatch batch = batch(batchId);
    LocalDate day = on == null ? demands.today() : on;
    if (day.isAfter(demands.today())) {
      throw RefusedInput.at("posted_on", "DATE_IN_FUTURE");
    }
    if (day.isBefore(batch.madeOn())) {
      throw RefusedInput.at("posted_on", "POSTED_BEFORE_MADE", batch.madeOn());
    }
    // Demands are locked before their letters.
    List<Long> offered = jdbi.withHandle(handle -> BatchMaking.offeredBy(handle, batchId));
    if (!offered.isEmpty()) {
      offersSent.fire(new OffersSent(offered, day));
    }
    if (!jdbi.withHandle(
        handle -> BatchMaking.posted(handle, batchId, day, agent.profile().id()))) {
      throw RefusedInput.at("posted_on", "POSTED_ALREADY");
    }
  }

  /**
   * Has e-mails that failed tried again: of a batch, or one.
   *
   * @return how many
   */
  @Act
  public int retry(Long batchId, Long letterId) {
    return jdbi.withHandle(handle -> MailQueue.retry(handle, batchId, letterId, clock.instant()));
  }

  /**
   * Sends e-mails that wait, now, some of them; the rest leave by themselves, minute by minute.
   *
   * @return how many were tried
   * @throws RefusedInput when no mail server is configured
   */
  @Act
  public int send() {
    if (!mail.configured()) {
      throw RefusedInput.because("MAIL_NOT_CONFIGURED");
    }
    return mail.send();
  }

  /**
   * Takes over what the post told of registered letters, a whole file or nothing.
   *
   * @return how many letters it told of
   * @throws RefusedInput with the faults of every line
   */
  @Act
  public int track(String csv) {
    List<String> numbers =
        jdbi.withHandle(handle -> TrackingFile.take(handle, csv, demands.today()));
    numbers.forEach(agent::concerns);
    return numbers.size();
  }
}
