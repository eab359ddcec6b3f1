package fr.toitcommun.ejb.registration.letter;

import fr.toitcommun.ejb.document.CertificateFacts;
import fr.toitcommun.ejb.document.LetterWriter;
import fr.toitcommun.ejb.document.WrittenLetter;
import fr.toitcommun.ejb.journal.CurrentAgent;
import fr.toitcommun.ejb.registration.Demands;
import fr.toitcommun.ejb.registration.WholeFiles;
import fr.toitcommun.persistence.allocation.OfferReader;
import fr.toitcommun.persistence.allocation.OfferRow;
import fr.toitcommun.persistence.registration.DemandFile;
import fr.toitcommun.persistence.registration.letter.BatchMaking;
import fr.toitcommun.persistence.registration.letter.DueLetters;
import fr.toitcommun.persistence.registration.letter.LetterTemplate;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes owed letters: writes each with the text in force and keeps its copy. */
@Dependent
public class LetterMaking {
  /** Demands read at once: few statements, little memory. */
  private static final int AT_ONCE = 200;

  @Inject private Jdbi jdbi;
  @Inject private Clock clock;
  @Inject private CurrentAgent agent;
  @Inject private Demands demands;
  @Inject private WholeFiles whole;
  @Inject private LetterWriter writer;
  @Inject private Event<OffersSent> offersSent;

  /**
   * Makes these letters, dated today, within the caller's transaction.
   *
   * @param batch null: each alone
   */
  public void make(Handle handle, List<DueLetters.Due> due, LetterTemplate template, Long batch) {
    LocalDate today = demands.today();
    for (int from = 0; from < due.size(); from += AT_ONCE) {
      List<DueLetters.Due> some = due.subList(from, Math.min(due.size(), from + AT_ONCE));
      Map<Long, DemandFile> files = new HashMap<>();
      whole
          .files(some.stream().map(DueLetters.Due::demandId).distinct().toList())
          .forEach(file -> files.put(file.id(), file));
      BiFunction<DemandFile, LetterWriter.Particulars, WrittenLetter> written =
          writer.to(files.values(), template, today);
      Map<Long, OfferRow> offers = offers(handle, some, batch == null, today);
      List<BatchMaking.Made> made = new ArrayList<>();
      for (DueLetters.Due one : some) {
        DemandFile file = files.get(one.demandId());
        agent.concerns(file.uniqueNumber());
        made.add(made(one, file, written.apply(file, particulars(one, offers))));
      }
      BatchMaking.keep(handle, made, batch, template.id(), today, clock.instant());
    }
  }

  /**
   * What is offered. A letter printed alone leaves today and tells: it says until when to answer.
   * One of a batch tells when the batch is posted, on a day not known yet: it says from when the
   * delay counts ({@link Mailings#posted}).
   */
  private Map<Long, OfferRow> offers(
      Handle handle, List<DueLetters.Due> due, boolean leaves, LocalDate today) {
    List<Long> proposals =
        due.stream().map(DueLetters.Due::proposalId).filter(Objects::nonNull).toList();
    if (proposals.isEmpty()) {
      return Map.of();
    }
    if (leaves) {
      offersSent.fire(new OffersSent(proposals, today));
    }
    Map<Long, OfferRow> offers = OfferReader.of(handle, proposals);
    if (!leaves) {
      offers.replaceAll((proposal, offer) -> offer.notYetSent());
    }
    return offers;
  }

  /**
   * A notice, a decision and an offer are their sender's; every other letter bears the desk that
   * registered the demand.
   */
  private static LetterWriter.Particulars particulars(
      DueLetters.Due due, Map<Long, OfferRow> offers) {
    DueLetters.Sender sender = due.sender();
    return new LetterWriter.Particulars(
        due.subReason(),
        due.grounds(),
        sender == null || !(due.kind().registered() || due.kind().ofLandlord())
            ? null
            : CertificateFacts.Place.of(sender.name(), sender.address(), sender.municipality()),
        due.outcome(),
        due.proposalId() == null ? null : offers.get(due.proposalId()));
  }

  private static BatchMaking.Made made(DueLetters.Due due, DemandFile file, WrittenLetter letter) {
    boolean mails = !"POST".equals(due.channel()) && letter.emailText() != null;
    String to = mails ? file.form().getApplicant().getEmail() : null;
    return new BatchMaking.Made(
        due.id(),
        due.demandId(),
        letter.title(),
        letter.address(),
        letter.content(),
        to,
        to == null ? null : letter.emailSubject(),
        to == null ? null : letter.emailText());
  }
}
